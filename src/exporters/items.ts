import type { Registry } from '../corpus/model.ts';
import type { AgendaItem, IsoDate, Minutes, Outcome } from '../minutes/model.ts';
import { headingOf, outcomeOf, plainTextOf } from '../minutes/plain-text.ts';
import { itemUrl } from '../urls.ts';
import type { TableExport } from './export.ts';
import { namesOf } from './mentions.ts';

/** One agenda item as `data/items.json` gives it. */
export interface ItemRow {
  /** Unique in the site: `2022/013#item-3`. */
  readonly id: string;
  /** Address below the host, base path included. */
  readonly url: string;
  readonly meeting: string;
  /** From 1 within the meeting. */
  readonly order: number;
  readonly heading: string;
  /** The item's whole official text, blocks apart by `\n`. */
  readonly text: string;
  readonly held: IsoDate | null;
  /** Registered bureaus by their short name, others as printed; each once. */
  readonly reporters: readonly string[];
  readonly responsible: readonly string[];
  /** The outcome of the first deciding sentence; null when nothing was decided. */
  readonly outcome: Outcome | null;
}

/** `data/items.json`: all agenda items, newest meeting first, within a meeting in text order. */
export const itemsTable: TableExport = {
  kind: 'table',
  path: 'data/items.json',
  head: '[\n',
  rows: (minutes, { registry }) => itemRows(minutes, registry).map((row) => JSON.stringify(row)),
  separator: ',\n',
  foot: '\n]\n',
};

/** The agenda items of one meeting, in text order. */
export function itemRows(minutes: Minutes, registry: Registry): readonly ItemRow[] {
  return minutes.items.map((item) => rowOf(minutes, item, registry));
}

function rowOf(minutes: Minutes, item: AgendaItem, registry: Registry): ItemRow {
  return {
    id: `${minutes.id}#${item.anchor}`,
    url: itemUrl(minutes.id, item.anchor),
    meeting: minutes.id,
    order: item.order,
    heading: headingOf(item),
    text: plainTextOf(minutes, [item.span]),
    held: minutes.head.held?.value ?? null,
    reporters: namesOf(item.reporters, registry),
    responsible: namesOf(item.responsible, registry),
    outcome: outcomeOf(item),
  };
}
