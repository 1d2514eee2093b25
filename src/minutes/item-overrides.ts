import { shownValue, type Field } from './fields.ts';
import type { Report } from './front-matter.ts';
import type { Action, Outcome } from './model.ts';

/** What staff state of one item, under `items: {3: {…}}`. An absent field leaves what was read. */
export interface ItemOverrides {
  readonly action?: Action;
  readonly documents?: readonly string[];
  readonly reporters?: readonly string[];
  readonly responsible?: readonly string[];
  /** The deciding sentences, word for word from the text; none says that nothing was decided. */
  readonly decisions?: readonly string[];
  readonly outcome?: Outcome;
  readonly issuedInNameOf?: string;
  readonly leads?: readonly string[];
}

const ACTIONS: readonly Action[] = ['审议', '听取', '传达学习', '讨论', '研究'];
const OUTCOMES: readonly Outcome[] = [
  '原则同意',
  '原则通过',
  '同意',
  '通过',
  '不同意',
  '暂缓',
  '议定',
  '责成',
];
const LISTS = ['documents', 'reporters', 'responsible', 'decisions', 'leads'] as const;
const FIELDS: readonly string[] = ['action', 'outcome', 'issuedInNameOf', ...LISTS];

/** Reads `items:` of the front matter; faults are reported at their line, good fields are kept. */
export function readItemOverrides(
  field: Field | undefined,
  report: Report,
): ReadonlyMap<number, ItemOverrides> {
  const items = new Map<number, ItemOverrides>();
  if (field === undefined) return items;
  if (!(field.value instanceof Map)) {
    report(
      'front-matter/invalid-value',
      field.place,
      '“items”不是“议题序号: …”的形式',
      '写成“items:”，下一行缩进写“3:”，再下一行缩进写“outcome: 原则同意”',
    );
    return items;
  }
  for (const [key, item] of fieldsOf(field)) {
    if (!/^[1-9]\d{0,2}$/u.test(key) || !(item.value instanceof Map))
      report(
        'front-matter/invalid-value',
        item.key,
        `“items”下的“${key}”不是议题序号`,
        '写成议题在文件里的次序，从 1 数起，后面是要更正的字段',
      );
    else items.set(Number(key), readOne(key, item, report));
  }
  return items;
}

function fieldsOf({ value }: Field): readonly (readonly [string, Field])[] {
  return value instanceof Map
    ? [...value].filter((entry): entry is [string, Field] => typeof entry[0] === 'string')
    : [];
}

function readOne(order: string, item: Field, report: Report): ItemOverrides {
  const found: Record<string, unknown> = {};
  for (const [name, field] of fieldsOf(item)) {
    const value = readValue(name, field);
    if (value !== null) found[name] = value;
    else if (FIELDS.includes(name))
      report(
        'front-matter/invalid-value',
        field.place,
        `议题 ${order} 的“${name}”写得不对：“${shownValue(field.value)}”`,
        hintOf(name),
      );
    else
      report(
        'front-matter/unknown-field',
        field.key,
        `议题没有“${name}”这个字段`,
        `改成下列之一，或删去这一行：${FIELDS.join('、')}`,
      );
  }
  return found;
}

function readValue(name: string, { value }: Field): unknown {
  if (name === 'action') return ACTIONS.find((action) => action === value) ?? null;
  if (name === 'outcome') return OUTCOMES.find((outcome) => outcome === value) ?? null;
  if (name === 'issuedInNameOf') return textOf(value);
  if (!LISTS.some((list) => list === name)) return null;
  if (!Array.isArray(value)) return null;
  const texts = value.map((each: unknown) => (isField(each) ? textOf(each.value) : null));
  return texts.every((text) => text !== null) ? texts : null;
}

function isField(value: unknown): value is Field {
  return typeof value === 'object' && value !== null && 'value' in value;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function hintOf(name: string): string {
  if (name === 'action') return `写成下列之一：${ACTIONS.join('、')}`;
  if (name === 'outcome') return `写成下列之一：${OUTCOMES.join('、')}`;
  if (name === 'issuedInNameOf') return '写成单位名称，例如“issuedInNameOf: 市政府”';
  if (name === 'decisions')
    return '写成列表，每句照抄原文，例如“decisions: [会议原则同意该方案。]”；没有议定事项写“decisions: []”';
  return `写成列表，例如“${name}: [市教育局]”`;
}
