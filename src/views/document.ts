import { issuesOf } from '../corpus/decisions.ts';
import type { Corpus } from '../corpus/model.ts';
import type { AgendaItem, Block, Minutes, Point } from '../minutes/model.ts';
import type { Span } from '../minutes/places.ts';
import { annotate, within, type Piece } from './annotate.ts';
import { groundQuotes, type GroundQuote } from './ground-quotes.ts';
import { labelOf } from '../minutes/item-label.ts';
import { registerItem } from '../minutes/register.ts';
import { itemView, type ItemView } from './item.ts';
import { marksOf, type Mark, type TextAnnotation } from './marks.ts';
import { issuedState, type IssuedState } from './outcome-links.ts';
import { roleOf, type BlockRole } from './roles.ts';

/** A line of the page: a paragraph, or the part of one that a point makes its own row. */
export interface RowView {
  /** `item-3-2` where a point begins. */
  readonly id: string | null;
  readonly pieces: readonly Piece<Mark>[];
}

/** Rows that are set alike: one line of running text, or points below each other. */
export interface RowGroupView {
  readonly kind: 'line' | 'points';
  readonly rows: readonly RowView[];
}

/** One block of the official text; its rows in order are its text. */
export interface BlockView {
  readonly role: BlockRole;
  /** What the reader sees in the place of a withheld passage (R2.5); null for text. */
  readonly notice: string | null;
  readonly groups: readonly RowGroupView[];
}

/** A run of blocks that belong together. */
export type PartView =
  | { readonly kind: 'text'; readonly blocks: readonly BlockView[] }
  | {
      readonly kind: 'attendance';
      readonly id: string;
      readonly counts: AttendanceCounts;
      readonly blocks: readonly BlockView[];
    }
  | {
      readonly kind: 'item';
      /** The id of the section; null when the item begins inside a block and is anchored there. */
      readonly id: string | null;
      /** The id of the heading. */
      readonly headingId: string;
      /** The name of the section when the text has no heading line. */
      readonly label: string;
      readonly heading: BlockView | null;
      /** The items that begin in these blocks: one, save where one paragraph holds several. */
      readonly items: readonly DocumentItemView[];
      readonly blocks: readonly BlockView[];
    };

/** What was read from an item, with the sentences that it rests on and what came of it. */
export interface DocumentItemView extends ItemView {
  readonly grounds: readonly GroundQuote[];
  /** One for each decision, in the same order. */
  readonly issued: readonly IssuedState[];
}

/** How many the lists name, as read. */
export interface AttendanceCounts {
  readonly present: number;
  readonly units: number;
  readonly observers: number;
  readonly represented: number;
}

/** The id of the first attendance part. */
export const ATTENDANCE_ANCHOR = 'attendance';

/** The official text as the page prints it: the whole text, once, in order (promise 1). */
export interface DocumentView {
  /** The lines above the text proper: title, number, issuer, date. Empty when the text has none. */
  readonly masthead: readonly BlockView[];
  readonly parts: readonly PartView[];
}

interface Owned {
  readonly owner: AgendaItem | 'attendance' | 'text';
  readonly block: Block;
}

/** Cuts the minutes into masthead and parts, parts into blocks, blocks into rows. */
export function documentOf(minutes: Minutes, corpus: Corpus): DocumentView {
  const marks = marksOf(minutes, corpus);
  const view = (block: Block): BlockView => ({
    role: roleOf(block, minutes),
    notice: block.kind === 'withheld' ? `此处按${block.basis}不予公开：${block.reason}` : null,
    groups: groupsOf(block, minutes, marks),
  });
  const mastheadLength = minutes.blocks.findIndex(
    (block) => !MASTHEAD_ROLES.has(roleOf(block, minutes)) || ownerOf(block, minutes) !== 'text',
  );
  const masthead = mastheadLength === -1 ? minutes.blocks : minutes.blocks.slice(0, mastheadLength);
  const owned = ownedBlocks(minutes.blocks.slice(masthead.length), minutes);
  return {
    masthead: masthead.map(view),
    parts: runsOf(owned).map(({ owner, blocks }, index, runs) => {
      const views = blocks.map(view);
      if (owner === 'text') return { kind: owner, blocks: views };
      if (owner !== 'attendance') return itemPart(owner, blocks, views, minutes, corpus);
      const earlier = runs.slice(0, index).filter((run) => run.owner === owner).length;
      const id = earlier === 0 ? ATTENDANCE_ANCHOR : `${ATTENDANCE_ANCHOR}-${String(earlier + 1)}`;
      return { kind: owner, id, counts: attendanceCounts(minutes), blocks: views };
    }),
  };
}

/** A withheld passage belongs where the text before it belongs. */
function ownedBlocks(blocks: readonly Block[], minutes: Minutes): readonly Owned[] {
  let owner: Owned['owner'] = 'text';
  return blocks.map((block) => {
    if (block.kind !== 'withheld') owner = ownerOf(block, minutes);
    return { owner, block };
  });
}

function itemPart(
  owner: AgendaItem,
  blocks: readonly Block[],
  views: readonly BlockView[],
  minutes: Minutes,
  corpus: Corpus,
): PartView {
  const start = blocks[0]?.span.start ?? 0;
  const end = blocks.at(-1)?.span.end ?? start;
  const items = minutes.items.filter((item) => item.span.start >= start && item.span.start < end);
  const heading = views[0]?.role === 'item-heading' ? views[0] : null;
  return {
    kind: 'item',
    id: owner.span.start === start ? owner.anchor : null,
    headingId: `${owner.anchor}-heading`,
    label: labelOf(owner),
    heading,
    items: items.map((item) => ({
      ...itemView(registerItem(item), corpus),
      grounds: groundQuotes(item, minutes),
      issued: issuesOf(item, minutes, corpus).map(issuedState),
    })),
    blocks: heading === null ? views : views.slice(1),
  };
}

function attendanceCounts({ attendance: { present, observers } }: Minutes): AttendanceCounts {
  return {
    present: present.length,
    units: observers.filter(({ represented }) => !represented).length,
    observers: observers.reduce((sum, { names }) => sum + names.length, 0),
    represented: observers.filter(({ represented }) => represented).length,
  };
}

const MASTHEAD_ROLES: ReadonlySet<BlockRole> = new Set<BlockRole>(['title', 'number', 'issuer', 'date']);

function ownerOf({ span }: Block, { items, attendance }: Minutes): Owned['owner'] {
  const item =
    items.find((candidate) => contains(candidate.span, span.start)) ??
    items.find((candidate) => contains(span, candidate.span.start));
  if (item !== undefined) return item;
  return attendance.span !== null && contains(attendance.span, span.start) ? 'attendance' : 'text';
}

function runsOf(
  owned: readonly Owned[],
): readonly { readonly owner: Owned['owner']; readonly blocks: readonly Block[] }[] {
  const runs: { owner: Owned['owner']; blocks: Block[] }[] = [];
  for (const { owner, block } of owned) {
    const run = runs.at(-1);
    if (run?.owner === owner) run.blocks.push(block);
    else runs.push({ owner, blocks: [block] });
  }
  return runs;
}

function groupsOf(block: Block, minutes: Minutes, marks: readonly TextAnnotation[]): readonly RowGroupView[] {
  const groups: { kind: RowGroupView['kind']; rows: RowView[] }[] = [];
  const add = (span: Span, point: Point | null): void => {
    const kind = point === null ? 'line' : 'points';
    const id = point !== null && point.anchor !== '' && point.span.start === span.start ? point.anchor : null;
    const pieces = annotate(minutes.text.slice(span.start, span.end), within(span, marks));
    const last = groups.at(-1);
    if (kind === 'points' && last?.kind === kind) last.rows.push({ id, pieces });
    else groups.push({ kind, rows: [{ id, pieces }] });
  };
  let at = block.span.start;
  for (const point of minutes.items.flatMap(({ points }) => points)) {
    const start = Math.max(point.span.start, at);
    const end = Math.min(point.span.end, block.span.end);
    if (start >= end) continue;
    if (start > at) add({ start: at, end: start }, null);
    add({ start, end }, point);
    at = end;
  }
  if (at < block.span.end) add({ start: at, end: block.span.end }, null);
  return groups;
}

function contains(span: Span, offset: number): boolean {
  return span.start <= offset && offset < span.end;
}
