import { z } from 'zod';
import type { Diagnostic } from '../minutes/diagnostics.ts';
import type { IsoDate } from '../minutes/model.ts';
import { indexLines, UNKNOWN_PLACE, type Place } from '../minutes/places.ts';

/** What was published of one set of minutes. */
export interface LedgerEntry {
  /** The day it was entered. */
  readonly since: IsoDate;
  /** How many versions it had. */
  readonly versions: number;
  /** The number of points of each item: `[3, 0]` stands for item-1, item-1-1 to item-1-3 and item-2. */
  readonly points: readonly number[];
}

/** Every address of minutes that was published, by id: none of them may vanish (R1.9). */
export type Ledger = ReadonlyMap<string, LedgerEntry>;

/**
 * The paths of the other pages that were published, as their addresses have them: `minutes/2022/`. They are
 * lists above all, and come and go with what they list.
 */
export type LedgerLists = readonly string[];

/** As much of minutes as has an address. */
interface Numbered {
  readonly id: string;
  readonly items: readonly { readonly points: readonly unknown[] }[];
  readonly pointCounts?: readonly number[];
}

const ABOUT =
  '已发布地址的台账：由 npm run release 写入，不要手改；撤回、改址写在 tombstones.yaml、redirects.yaml';

const SCHEMA = z.strictObject({
  about: z.string(),
  minutes: z.record(
    z.string().regex(/^\d{4}\/[a-z0-9-]+$/u),
    z.strictObject({
      since: z.string().regex(/^\d{4}-\d{2}-\d{2}$/u),
      versions: z.number().int().min(1),
      points: z.array(z.number().int().min(0)),
    }),
  ),
  lists: z.array(z.string().regex(/^(?:[a-z0-9-]+\/)+$/u)).default([]),
});

/**
 * Reads `content/ledger.json`. A file of the wrong form is one `ledger/invalid`, and the ledger is then
 * empty. `placeOf` gives the line of an entry. Never throws.
 */
export function parseLedger(
  json: string,
  path: string,
): {
  readonly ledger: Ledger;
  readonly lists: LedgerLists;
  readonly diagnostics: readonly Diagnostic[];
  readonly placeOf: (id: string) => Place;
} {
  const lines = indexLines(json);
  const placeOf = (id: string): Place => {
    const start = json.indexOf(`"${id}"`);
    return start < 0 ? UNKNOWN_PLACE : lines.place({ start, end: start + id.length + 2 });
  };
  const parsed = SCHEMA.safeParse(maybeJson(json));
  if (parsed.success) {
    const { minutes, lists } = parsed.data;
    return { ledger: new Map(Object.entries(minutes)), lists, diagnostics: [], placeOf };
  }
  const fault: Diagnostic = {
    code: 'ledger/invalid',
    message: `台账“${path}”被改坏了`,
    hint: '用 git 取回上一次提交的台账，再运行 npm run release；合并时有冲突的，两边的行都留下',
    path,
    place: lines.place({ start: 0, end: 1 }),
  };
  return { ledger: new Map(), lists: [], diagnostics: [fault], placeOf };
}

function maybeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The file of a ledger: a line an entry, newest address first, so that a new one is one new line. */
export function formatLedger(ledger: Ledger, lists: LedgerLists): string {
  const rows = [...ledger]
    .toSorted(([one], [other]) => (one < other ? 1 : -1))
    .map(([id, { since, versions, points }]) => {
      const entry = `{ "since": "${since}", "versions": ${String(versions)}, "points": [${points.join(', ')}] }`;
      return `    "${id}": ${entry}`;
    });
  const minutes = rows.length === 0 ? '{}' : `{\n${rows.join(',\n')}\n  }`;
  const paths = lists.map((path) => `    ${JSON.stringify(path)}`);
  const others = paths.length === 0 ? '[]' : `[\n${paths.join(',\n')}\n  ]`;
  return `{\n  "about": ${JSON.stringify(ABOUT)},\n  "minutes": ${minutes},\n  "lists": ${others}\n}\n`;
}

/** The file of a ledger without entries. */
export const EMPTY_LEDGER_FILE = formatLedger(new Map(), []);

/** The ledger with what is published now. What it holds already stays, so that it only ever grows. */
export function enterMinutes(
  ledger: Ledger,
  minutes: readonly Numbered[],
  versionsOf: (id: string) => number | null,
  today: IsoDate,
): Ledger {
  const entered = new Map(ledger);
  for (const each of minutes) {
    const known = ledger.get(each.id);
    const points = pointsOf(each);
    const length = Math.max(points.length, known?.points.length ?? 0);
    entered.set(each.id, {
      since: known?.since ?? today,
      versions: Math.max(known?.versions ?? 1, versionsOf(each.id) ?? 1),
      points: Array.from({ length }, (_, at) => Math.max(points[at] ?? 0, known?.points[at] ?? 0)),
    });
  }
  return entered;
}

/** The lists with those that are published now, in the order of their paths; none is ever dropped. */
export function enterLists(lists: LedgerLists, paths: Iterable<string>): LedgerLists {
  return [...new Set([...lists, ...paths])].toSorted();
}

/** The anchors of an entry: `item-1`, `item-1-1` … */
export function anchorsOf({ points }: Pick<LedgerEntry, 'points'>): readonly string[] {
  return points.flatMap((count, at) => {
    const item = `item-${String(at + 1)}`;
    return [item, ...Array.from({ length: count }, (_, point) => `${item}-${String(point + 1)}`)];
  });
}

/** The number of points of each item of the minutes. */
export function pointsOf(minutes: Pick<Numbered, 'items' | 'pointCounts'>): readonly number[] {
  return minutes.pointCounts ?? minutes.items.map(({ points }) => points.length);
}
