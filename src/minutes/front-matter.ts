import { isMap, parseDocument } from 'yaml';
import type { Diagnostic, DiagnosticCode } from './diagnostics.ts';
import { readFields, shownValue, type Field, type Fields } from './fields.ts';
import { readItemOverrides, type ItemOverrides } from './item-overrides.ts';
import type { Disclosure, IsoDate, Redaction } from './model.ts';
import { indexLines, UNKNOWN_PLACE, type Place, type Span } from './places.ts';

/** What staff state beside the text. A field that is missing or invalid is null, and reported. */
export interface FrontMatter {
  readonly disclosure: Disclosure | null;
  readonly disclosureReason: string | null;
  readonly redaction: Redaction | null;
  /** `YYYY-MM-DD HH:MM` (R1.2). */
  readonly published: string | null;
  /** Whether it was published elsewhere before it came to this site (R1.15). */
  readonly republished: boolean;
  /** The day from which the page is kept as an archive (R1.13). */
  readonly archived: IsoDate | null;
  /** Overrides of what the parser reads: head fields by name. */
  readonly overrides: HeadOverrides;
  /** Overrides of single items by their order, from 1. */
  readonly items: ReadonlyMap<number, ItemOverrides>;
  /** The place of a field's value (`held`, `items.3.outcome`), for findings; unknown when it isn't there. */
  placeOf(field: string): Place;
}

export interface HeadOverrides {
  readonly title?: string;
  readonly issuer?: string;
  readonly number?: string;
  readonly term?: string;
  readonly session?: string;
  readonly held?: IsoDate;
  readonly issued?: IsoDate;
  readonly compiled?: IsoDate;
  readonly chair?: string;
}

export interface FrontMatterResult {
  readonly frontMatter: FrontMatter;
  /** Offset in the source at which the body begins. */
  readonly bodyStart: number;
  readonly diagnostics: readonly Diagnostic[];
}

const DISCLOSURES: readonly Disclosure[] = ['主动公开', '依申请公开', '不予公开'];
const TEXT_FIELDS = ['title', 'issuer', 'number', 'term', 'session', 'chair'] as const;
const DATE_FIELDS = ['held', 'issued', 'compiled'] as const;
const KNOWN_FIELDS: readonly string[] = [
  'disclosure',
  'disclosureReason',
  'redaction',
  'published',
  'republished',
  'archived',
  ...TEXT_FIELDS,
  ...DATE_FIELDS,
  'items',
];

/**
 * Reads the YAML between two `---` lines at the start of the file. Never throws; every fault is a
 * diagnostic with its line, and all of them are found in one run.
 */
export function readFrontMatter(source: string, path: string): FrontMatterResult {
  const lines = indexLines(source);
  const found = locate(source);
  const diagnostics: Diagnostic[] = [];
  const report = (code: DiagnosticCode, place: Place, message: string, hint: string): void => {
    diagnostics.push({ code, message, hint, path, place });
  };
  if (found === null) {
    report(
      'front-matter/missing',
      lines.place({ start: 0, end: 1 }),
      '文件开头没有用“---”围起来的文件头',
      '在第一行加上“---”，下面写“disclosure: 主动公开”和“published: 年-月-日 时:分”，再写一行“---”',
    );
    return { frontMatter: empty(), bodyStart: source.startsWith('\uFEFF') ? 1 : 0, diagnostics };
  }
  const document = parseDocument(source.slice(found.yaml.start, found.yaml.end), {
    schema: 'core',
    merge: false,
    stringKeys: true,
  });
  const shift = (range: readonly number[] | null | undefined): Place =>
    lines.place({ start: found.yaml.start + (range?.[0] ?? 0), end: found.yaml.start + (range?.[1] ?? 1) });
  for (const error of document.errors.slice(0, MOST_FAULTS)) {
    report(
      'front-matter/syntax',
      shift(error.pos),
      `文件头不是正确的 YAML：${yamlFault(error.code)}`,
      '每行写成“字段: 值”，冒号用半角并在后面空一格；值里有特殊符号时用引号括起来',
    );
  }
  const fields = isMap(document.contents) ? readFields(document.contents, shift) : new Map<string, Field>();
  if (document.errors.length === 0 && document.contents !== null && !isMap(document.contents))
    report(
      'front-matter/syntax',
      shift(document.contents.range),
      '文件头不是“字段: 值”的形式',
      '每行写成“字段: 值”',
    );
  const frontMatter = interpret(fields, report, lines.place(found.yaml));
  return { frontMatter, bodyStart: found.bodyStart, diagnostics };
}

/** A bracket that is never closed is a fault on every line behind it: the first few tell it all. */
const MOST_FAULTS = 20;

/** How the parts of the front matter report a fault. */
export type Report = (code: DiagnosticCode, place: Place, message: string, hint: string) => void;

function locate(source: string): { yaml: Span; bodyStart: number } | null {
  const open = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/u.exec(source);
  if (open === null) return null;
  const start = open[0].length;
  const close = /(?:^|\r\n|\n|\r)---[ \t]*(?:\r\n|\n|\r|$)/u.exec(source.slice(start));
  if (close === null) return null;
  return { yaml: { start, end: start + close.index }, bodyStart: start + close.index + close[0].length };
}

function interpret(fields: Fields, report: Report, whole: Place): FrontMatter {
  for (const [name, field] of fields) {
    if (!KNOWN_FIELDS.includes(name))
      report(
        'front-matter/unknown-field',
        field.key,
        `文件头里没有“${name}”这个字段`,
        `改成下列之一，或删去这一行：${KNOWN_FIELDS.join('、')}`,
      );
  }
  const overrides: Record<string, string> = {};
  for (const name of TEXT_FIELDS) {
    const text = readText(name, fields.get(name), report);
    if (text !== null) overrides[name] = text;
  }
  for (const name of DATE_FIELDS) {
    const date = readDate(name, fields.get(name), report);
    if (date !== null) overrides[name] = date;
  }
  return {
    disclosure: readDisclosure(fields.get('disclosure'), report, whole),
    disclosureReason: readText('disclosureReason', fields.get('disclosureReason'), report),
    redaction: readRedaction(fields.get('redaction'), report),
    published: readPublished(fields.get('published'), report, whole),
    republished: readRepublished(fields.get('republished'), report),
    archived: readDate('archived', fields.get('archived'), report),
    overrides,
    items: readItemOverrides(fields.get('items'), report),
    placeOf: (name) => placeIn(fields, name.split('.')),
  };
}

function placeIn(fields: Fields, [name = '', ...rest]: readonly string[]): Place {
  const field = fields.get(name);
  if (field === undefined) return UNKNOWN_PLACE;
  return rest.length > 0 && field.value instanceof Map ? placeIn(field.value, rest) : field.place;
}

/** A field of words; null when it isn't there or, which is reported, no words. */
function readText(name: string, field: Field | undefined, report: Report): string | null {
  if (field === undefined) return null;
  if (typeof field.value === 'string' && field.value.trim() !== '') return field.value.trim();
  report(
    'front-matter/invalid-value',
    field.place,
    `“${name}”的值不是文字`,
    `写成“${name}: 文字”，或删去这一行`,
  );
  return null;
}

/** A field of a day; null when it isn't there or, which is reported, no day. */
function readDate(name: string, field: Field | undefined, report: Report): IsoDate | null {
  if (field === undefined) return null;
  if (typeof field.value === 'string' && isIsoDate(field.value)) return field.value;
  report(
    'front-matter/invalid-value',
    field.place,
    `“${name}”不是日期`,
    `写成四位年-两位月-两位日，例如“${name}: 2022-07-02”`,
  );
  return null;
}

function readRedaction(field: Field | undefined, report: Report): Redaction | null {
  if (field === undefined) return null;
  const parts: ReadonlyMap<string, unknown> = field.value instanceof Map ? field.value : new Map();
  const [reason, basis] = ['reason', 'basis'].map((name) => wordsOf(parts.get(name)));
  if (reason && basis && parts.size === 2) return { reason, basis };
  report(
    'front-matter/invalid-value',
    field.place,
    '删减说明“redaction”不完整',
    '在“redaction:”下面缩进两格写两行：“basis: 条例第十五条”和“reason: 删减的内容和理由”',
  );
  return null;
}

function wordsOf(field: unknown): string | null {
  if (typeof field !== 'object' || field === null || !('value' in field)) return null;
  return typeof field.value === 'string' && field.value.trim() !== '' ? field.value.trim() : null;
}

function readDisclosure(field: Field | undefined, report: Report, whole: Place): Disclosure | null {
  if (field === undefined || field.value === null) {
    report(
      'front-matter/missing-disclosure',
      field?.place ?? whole,
      '文件头没有写明公开属性',
      '经审查可以公开的，在文件头加一行“disclosure: 主动公开”',
    );
    return null;
  }
  const known = DISCLOSURES.find((disclosure) => disclosure === field.value);
  if (known !== undefined) return known;
  report(
    'front-matter/invalid-value',
    field.place,
    `公开属性“${shownValue(field.value)}”不认识`,
    `写成下列之一：${DISCLOSURES.join('、')}`,
  );
  return null;
}

function readPublished(field: Field | undefined, report: Report, whole: Place): string | null {
  if (field === undefined || field.value === null) {
    report(
      'front-matter/missing-published',
      field?.place ?? whole,
      '文件头没有写明发布时间',
      '在文件头加一行“published: 年-月-日 时:分”，例如“published: 2022-07-09 17:00”',
    );
    return null;
  }
  const value = typeof field.value === 'string' ? field.value : '';
  const match = /^(\d{4}-\d{2}-\d{2}) ([01]\d|2[0-3]):[0-5]\d$/u.exec(value);
  if (match?.[1] !== undefined && isIsoDate(match[1])) return value;
  report(
    'front-matter/invalid-value',
    field.place,
    `发布时间“${shownValue(field.value)}”不是规定的写法`,
    '写成“四位年-两位月-两位日 时:分”，24 小时制，例如“2022-07-09 17:00”',
  );
  return null;
}

function readRepublished(field: Field | undefined, report: Report): boolean {
  if (field === undefined || typeof field.value === 'boolean') return field?.value === true;
  report(
    'front-matter/invalid-value',
    field.place,
    `“republished”只能是 true 或 false，不能是“${shownValue(field.value)}”`,
    '此前已经在别处公开发布的，写“republished: true”，否则删去这一行',
  );
  return false;
}

/** Whether the text is a day that exists, written `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function yamlFault(code: string): string {
  const known: Record<string, string> = {
    DUPLICATE_KEY: '同一个字段写了两次',
    TAB_AS_INDENT: '用了制表符缩进',
    MULTILINE_IMPLICIT_KEY: '字段名占了两行，可能少了冒号',
    MISSING_CHAR: '少了符号，可能是引号没有成对',
    BAD_INDENT: '缩进不对',
  };
  return known[code] ?? '这一处读不懂';
}

function empty(): FrontMatter {
  return {
    disclosure: null,
    disclosureReason: null,
    redaction: null,
    published: null,
    republished: false,
    archived: null,
    overrides: {},
    items: new Map(),
    placeOf: () => UNKNOWN_PLACE,
  };
}
