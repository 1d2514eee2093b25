import type { Facts, ItemFacts } from '../minutes/facts.ts';
import { alignItems } from './align.ts';
import { bare, bareSentence } from './bare.ts';

/** One field of a document or of one of its items: what is expected and what was read. */
export interface Comparison {
  /** `head.title`, `items.decision`, `attendance.observers` … */
  readonly field: string;
  /** Ordinal and beginning of the heading of the item; null for a field of the document. */
  readonly item: string | null;
  readonly gold: readonly string[];
  readonly got: readonly string[];
}

const HEAD_FIELDS = [
  'title',
  'issuer',
  'number',
  'meeting_name_or_ordinal',
  'meeting_date',
  'issue_date',
  'compiled_date',
  'venue',
  'disclosure',
  'compiled_by',
  'recorder',
] as const satisfies readonly (keyof Facts)[];

const LABEL_LENGTH = 18;

/**
 * Everything that counts in the score, as lists of comparable strings. A value that neither side
 * has is an empty list on both, so that empty fields don't raise the score. Items that weren't
 * found miss all their fields; items too many count once, under `items.found`.
 */
export function compareFacts(gold: Facts, got: Facts): readonly Comparison[] {
  return [...compareHead(gold, got), ...compareItems(gold.items, got.items), ...compareAttendance(gold, got)];
}

function compareHead(gold: Facts, got: Facts): readonly Comparison[] {
  const head = (field: string, read: (facts: Facts) => string | null): Comparison => ({
    field: `head.${field}`,
    item: null,
    gold: single(read(gold)),
    got: single(read(got)),
  });
  return [
    ...HEAD_FIELDS.map((field) => head(field, (facts) => bare(facts[field]))),
    head('chair', ({ chair }) => bare(chair?.name ?? null)),
    head('chair_title', ({ chair }) => bare(chair?.title ?? null)),
    head('distribution', ({ distribution }) => bareSentence(distribution.to)),
    head('distribution', ({ distribution }) => bareSentence(distribution.cc)),
  ];
}

function compareItems(gold: readonly ItemFacts[], got: readonly ItemFacts[]): readonly Comparison[] {
  const pairs = alignItems(gold, got);
  const found = new Set(pairs.map(([, read]) => read));
  const partner = new Map(pairs);
  return [
    {
      field: 'items.found',
      item: null,
      gold: gold.map(labelOf),
      got: [
        ...pairs.map(([expected]) => labelOf(expected)),
        ...got.filter((item) => !found.has(item)).map(labelOf),
      ],
    },
    ...gold.flatMap((item) => compareItem(item, partner.get(item) ?? null)),
  ];
}

function compareItem(gold: ItemFacts, got: ItemFacts | null): readonly Comparison[] {
  const item = labelOf(gold);
  const field = (name: string, read: (facts: ItemFacts) => readonly string[]): Comparison => ({
    field: `items.${name}`,
    item,
    gold: read(gold),
    got: got === null ? [] : read(got),
  });
  return [
    field('ordinal', ({ ordinal }) => single(bare(ordinal))),
    field('action', ({ action }) => single(action)),
    field('documents', ({ documents }) => several(documents)),
    field('reporting_bureaus', (facts) => several(facts.reporting_bureaus)),
    field('responsible_bureaus', (facts) => several(facts.responsible_bureaus)),
    field('decision', ({ decision }) => (decision ?? []).flatMap((value) => single(bareSentence(value)))),
    field('issued_in_name_of', (facts) => single(bare(facts.issued_in_name_of))),
    field('point_count', (facts) => countOf(facts.point_count)),
    field('inline_point_count', (facts) => countOf(facts.inline_point_count)),
  ];
}

function compareAttendance(gold: Facts, got: Facts): readonly Comparison[] {
  const attendance = (
    field: string,
    read: (facts: Facts['attendance']) => readonly string[],
  ): Comparison => ({
    field: `attendance.${field}`,
    item: null,
    gold: read(gold.attendance),
    got: read(got.attendance),
  });
  return [
    attendance('present', ({ present }) => several(present)),
    attendance('observers', ({ observers }) => observers.flatMap(observerPairs)),
    attendance('absent', ({ absent }) => several(absent.map(({ name }) => name))),
  ];
}

/** `组织/姓名` for every person; `组织/` for an organisation without names. */
function observerPairs({ org, names }: Facts['attendance']['observers'][number]): readonly string[] {
  const unit = bare(org) ?? '';
  return names.length === 0 ? [`${unit}/`] : names.map((name) => `${unit}/${bare(name) ?? ''}`);
}

function labelOf({ ordinal, heading, lead }: ItemFacts): string {
  return `${ordinal ?? ''} ${(heading ?? lead ?? '').slice(0, LABEL_LENGTH)}`;
}

function single(value: string | null): readonly string[] {
  return value === null ? [] : [value];
}

function several(values: readonly string[]): readonly string[] {
  return values.flatMap((value) => bare(value) || []);
}

function countOf(count: number): readonly string[] {
  return count === 0 ? [] : [String(count)];
}
