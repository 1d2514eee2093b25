import { LineCounter, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import type { Diagnostic } from './minutes/diagnostics.ts';
import { UNKNOWN_PLACE, type Place } from './minutes/places.ts';

/** The identity of a site, complete: in demo mode what is missing holds `DEMO_PLACEHOLDER`. */
export interface Site {
  readonly mode: 'demo' | 'publish';
  /** Whether every document needs a record of its review (R2.6); a published site always requires it. */
  readonly review: 'required' | 'optional';
  /** Whether the pages show what isn't published yet; never said by the file. */
  readonly preview: boolean;
  /** The name of the operator's emblem on the home page (R1.8); never said by the file, null without one. */
  readonly emblem: string | null;
  /** SiteName: the registered name of the site. */
  readonly name: string;
  /** The place whose government's minutes these are. */
  readonly place: string;
  /** SiteDomain, without scheme and path. */
  readonly domain: string;
  /** SiteIDCode (R1.2). */
  readonly code: string;
  /** ContentSource of documents that don't name their issuer. */
  readonly source: string;
  readonly column: Column;
  readonly bureauColumn: Column;
  readonly catalogue: CatalogueDefaults;
  readonly sponsor: string;
  readonly undertaker: string | null;
  readonly contact: { readonly phone: string; readonly address: string; readonly postcode: string };
  readonly filings: Filings;
  /** 关于本站; empty when the site has no such page (R1.17). */
  readonly about: readonly AboutSection[];
}

/** The column tags of R1.1. */
export interface Column {
  readonly name: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly type: string;
}

/** What the catalogue table says of every document (R2.2). */
export interface CatalogueDefaults {
  readonly theme: string;
  readonly genre: string;
  readonly scope: string;
  readonly period: string;
  readonly validity: string;
}

/** The marks of the footer (R1.5); the last two are addresses, null only in demo mode. */
export interface Filings {
  readonly icp: string;
  readonly police: string;
  readonly conac: string | null;
  readonly mistakes: string | null;
}

export interface AboutSection {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

export const DEMO_PLACEHOLDER = '（演示占位）';
const DEMO_CODE = '0000000000';
const DEMO_DOMAIN = 'www.example.invalid';

const text = (rule: string) => z.string({ error: rule }).trim().min(1, { error: rule });
const formatted = (pattern: RegExp, rule: string) =>
  z.string({ error: rule }).regex(pattern, { error: rule });
const group = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject(shape, { error: '下面各行缩进两格，写成“字段: 值”' });

const columnSchema = group({
  name: text('写栏目名称'),
  description: text('写栏目的内容和用途'),
  keywords: z.array(text('写一个关键词'), { error: '写成 [词, 词]' }).min(1, { error: '至少写一个关键词' }),
  type: text('写栏目类别，例如“信息公开目录”'),
});

const SCHEMA = group({
  mode: z.enum(['demo', 'publish'], { error: '写 demo（演示）或 publish（正式发布）' }),
  review: z
    .enum(['required', 'optional'], { error: '写 required（必须有审查记录）或 optional（可以没有）' })
    .optional(),
  name: text('写网站规范名称').optional(),
  place: text('写地名，例如“某某市”').optional(),
  domain: formatted(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/u, '写英文域名，不带 https:// 和路径').optional(),
  code: formatted(/^(?:\d{10}|bm\d{8}|N\d{9})$/u, '写 10 位数字或 bm 加 8 位数字，两边加引号').optional(),
  source: text('写信息来源的单位').optional(),
  column: columnSchema.optional(),
  bureauColumn: columnSchema.optional(),
  catalogue: group({
    theme: text('写主题分类').default('综合政务／政务公开'),
    genre: text('写体裁分类').default('纪要'),
    scope: text('写公开范围').default('面向社会'),
    period: text('写公开时限').default('常年公开'),
    validity: text('写有效性').default('有效'),
  }).prefault({}),
  sponsor: text('写主办单位全称').optional(),
  undertaker: text('写承办单位全称').optional(),
  contact: group({
    phone: formatted(/^(?:0\d{2,3}-\d{7,8}|\d{5,12})$/u, '写成“区号-号码”').optional(),
    address: text('写地址').optional(),
    postcode: formatted(/^\d{6}$/u, '写 6 位邮政编码，两边加引号').optional(),
  }).prefault({}),
  filings: group({
    icp: text('写 ICP 备案号').optional(),
    police: text('写公安机关备案号').optional(),
    conac: z.url({ protocol: /^https?$/u, error: '写党政机关标识的网址' }).optional(),
    mistakes: z.url({ protocol: /^https?$/u, error: '写“我为政府网站找错”的网址' }).optional(),
  }).prefault({}),
  about: z
    .array(
      group({
        heading: text('写小标题'),
        paragraphs: z.array(text('写一段文字'), { error: '每段前面加“- ”' }).min(1, { error: '至少写一段' }),
      }),
      { error: '每节写成“- heading: …”和“paragraphs:”' },
    )
    .default([]),
});

type Input = z.infer<typeof SCHEMA>;
type Path = readonly PropertyKey[];

/** What a site in publish mode must state (R1.2, R1.5). */
const MANDATORY: readonly (readonly [path: string, name: string, of: (input: Input) => unknown])[] = [
  ['name', '网站规范名称', (input) => input.name],
  ['place', '地名', (input) => input.place],
  ['domain', '英文域名', (input) => input.domain],
  ['code', '网站标识码', (input) => input.code],
  ['source', '信息来源', (input) => input.source],
  ['column', '栏目标签', (input) => input.column],
  ['bureauColumn', '机构栏目标签', (input) => input.bureauColumn],
  ['sponsor', '主办单位', (input) => input.sponsor],
  ['contact.phone', '联系电话', (input) => input.contact.phone],
  ['contact.address', '联系地址', (input) => input.contact.address],
  ['contact.postcode', '邮政编码', (input) => input.contact.postcode],
  ['filings.icp', 'ICP 备案号', (input) => input.filings.icp],
  ['filings.police', '公安机关备案号', (input) => input.filings.police],
  ['filings.conac', '党政机关标识', (input) => input.filings.conac],
  ['filings.mistakes', '“我为政府网站找错”', (input) => input.filings.mistakes],
];

/**
 * Reads `content/site.yaml`. The site is null when anything is wrong, and every fault is a
 * `site/invalid` with its line: a value of the wrong form in either mode, a missing mandatory value in
 * publish mode (R1.2, R1.5), a real-looking identity in demo mode (R1.4), a demo identity in publish mode.
 */
export function parseSite(
  yaml: string,
  path: string,
): { readonly site: Site | null; readonly diagnostics: readonly Diagnostic[] } {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, schema: 'core', merge: false });
  const fault = (place: Place, message: string, hint: string): Diagnostic => ({
    code: 'site/invalid',
    message,
    hint,
    path,
    place,
  });
  if (document.errors.length > 0) {
    // A bracket that is never closed is a fault on every line behind it: the first few tell it all.
    const diagnostics = document.errors
      .slice(0, 20)
      .map(({ pos: [start, end] }) =>
        fault(
          placeOf([start, end], lines),
          '站点配置不是正确的 YAML',
          '每行写成“字段: 值”，有特殊符号的值用引号括起来',
        ),
      );
    return { site: null, diagnostics };
  }
  const plain = plainValue(document);
  if (plain === null) {
    const message = '引用（&、*）层层相套，展开以后没有尽头';
    return { site: null, diagnostics: [fault(UNKNOWN_PLACE, message, '不用引用，把值直接写在每一处')] };
  }
  const parsed = SCHEMA.safeParse(plain.value);
  if (!parsed.success) {
    const diagnostics = parsed.error.issues.flatMap((issue) =>
      faultsOf(issue).map(({ at, message, hint }) => fault(placeAt(document, at, lines), message, hint)),
    );
    return { site: null, diagnostics };
  }
  const diagnostics = identityFaults(parsed.data).map(({ at, message, hint }) =>
    fault(placeAt(document, at, lines), message, hint),
  );
  return { site: diagnostics.length > 0 ? null : complete(parsed.data), diagnostics };
}

/** The plain value of the file; null when aliases are nested without end. */
function plainValue(document: Document): { readonly value: unknown } | null {
  try {
    return { value: document.toJS() as unknown };
  } catch {
    return null;
  }
}

interface Fault {
  readonly at: Path;
  readonly message: string;
  readonly hint: string;
}

function faultsOf(issue: z.core.$ZodIssue): readonly Fault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      at: [...issue.path, key],
      message: `站点配置里有不认识的字段“${[...issue.path, key].join('.')}”`,
      hint: '检查拼写；不需要的删去',
    }));
  }
  const name = issue.path.join('.');
  const message = name === '' ? '站点配置不是“字段: 值”的形式' : `站点配置“${name}”的值不合规定或没有填写`;
  return [{ at: issue.path, message, hint: issue.message }];
}

function identityFaults(input: Input): readonly Fault[] {
  const identity = [
    ['code', input.code, input.code === DEMO_CODE, DEMO_CODE],
    ['domain', input.domain, input.domain?.endsWith('.invalid') === true, DEMO_DOMAIN],
  ] as const;
  if (input.mode === 'demo') {
    return identity
      .filter(([, value, fictitious]) => value !== undefined && !fictitious)
      .map(([key, value, , demo]) => ({
        at: [key],
        message: `演示站点不能用像真的一样的“${key}”：“${value ?? ''}”`,
        hint: `演示时写 ${demo}；正式发布时把 mode 改为 publish`,
      }));
  }
  const missing = MANDATORY.filter(([, , of]) => of(input) === undefined).map(([path, name]) => ({
    at: ['mode'],
    message: `正式发布的站点缺少“${name}”`,
    hint: `在站点配置里填写 ${path}`,
  }));
  const fictitious = identity
    .filter(([, , isFictitious]) => isFictitious)
    .map(([key]) => ({ at: [key], message: `正式发布的站点用了演示的“${key}”`, hint: '写本站真实的值' }));
  const unreviewed =
    input.review === 'optional'
      ? [{ at: ['review'], message: '正式发布的站点必须有审查记录', hint: '改为 required，或删去这一行' }]
      : [];
  return [...missing, ...fictitious, ...unreviewed];
}

function complete(input: Input): Site {
  const { contact, filings } = input;
  const column: Column = {
    name: '政府常务会议纪要',
    description: '公开政府常务会议纪要',
    keywords: ['政府常务会议', '会议纪要'],
    type: '信息公开目录',
  };
  return {
    ...input,
    review: input.review ?? (input.mode === 'publish' ? 'required' : 'optional'),
    preview: false,
    emblem: null,
    name: input.name ?? DEMO_PLACEHOLDER,
    place: input.place ?? DEMO_PLACEHOLDER,
    domain: input.domain ?? DEMO_DOMAIN,
    code: input.code ?? DEMO_CODE,
    source: input.source ?? DEMO_PLACEHOLDER,
    column: input.column ?? column,
    bureauColumn: input.bureauColumn ?? { ...column, name: '按机构查看', type: '机构职能' },
    sponsor: input.sponsor ?? DEMO_PLACEHOLDER,
    undertaker: input.undertaker ?? null,
    contact: {
      phone: contact.phone ?? DEMO_PLACEHOLDER,
      address: contact.address ?? DEMO_PLACEHOLDER,
      postcode: contact.postcode ?? DEMO_PLACEHOLDER,
    },
    filings: {
      icp: filings.icp ?? DEMO_PLACEHOLDER,
      police: filings.police ?? DEMO_PLACEHOLDER,
      conac: filings.conac ?? null,
      mistakes: filings.mistakes ?? null,
    },
  };
}

/** The place of the value at `path`, or of the nearest value around it. */
function placeAt(document: Document.Parsed, path: Path, lines: LineCounter): Place {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
      const [start, end]: readonly unknown[] = node.range;
      if (typeof start === 'number' && typeof end === 'number') return placeOf([start, end], lines);
    }
  }
  return UNKNOWN_PLACE;
}

function placeOf([start, end]: readonly [number, number], lines: LineCounter): Place {
  const { line, col } = lines.linePos(start);
  return { kind: 'source', line, column: col, length: Math.max(1, end - start) };
}
