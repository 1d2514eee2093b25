import type { BureauId, IsoDate } from '../minutes/model.ts';
import { ROLES, type RecordKind, type Role, type SearchRecord } from './record.ts';

/** What is shown of records of one meeting, in their order, and what every hit is verified against. */
export interface MeetingTexts {
  readonly title: string;
  readonly held: IsoDate | null;
  readonly records: readonly RecordText[];
}

export interface RecordText {
  readonly kind: RecordKind;
  readonly heading: string;
  readonly text: string;
  readonly action?: string;
  readonly outcome?: string;
  /** Of items: by id, or as printed. Roles without bureaus are left out. */
  readonly bureaus?: Readonly<Partial<Record<Role, readonly BureauId[]>>>;
}

/** The path of the texts of all meetings of a generation in one file, in their order. */
export const TEXTS_PATH = 'texts.pack';

/** The path of a part of a meeting's texts below its generation. */
export function textPath(meeting: string, part: number): string {
  return `${textPrefix(meeting)}${String(part)}.pack`;
}

/** What the paths of all parts of a meeting's texts begin with. */
export function textPrefix(meeting: string): string {
  return `text/${meeting}-`;
}

/** The whole texts of each meeting, in the order of the records. */
export function meetingTexts(records: readonly SearchRecord[]): readonly MeetingTexts[] {
  return [...Map.groupBy(records, ({ meeting }) => meeting).values()].map(textsOf);
}

/** The parts of all meetings' texts by path. */
export function partTexts(records: readonly SearchRecord[]): ReadonlyMap<string, MeetingTexts> {
  const parts = partNumbers(records);
  const byPath = Map.groupBy(records.entries(), ([index, { meeting }]) =>
    textPath(meeting, parts[index] ?? 0),
  );
  return new Map([...byPath].map(([path, own]) => [path, textsOf(own.map(([, record]) => record))]));
}

/** How much text a part has before the next one begins, in UTF-16 units. */
const PART = 1600;
/** With more records than this the texts of a meeting are one part, so that files don't become too many. */
const DIVIDED = 30_000;

/**
 * The part of its meeting that each record is in, from 0. A result needs one part to be shown, so parts are
 * small; attendance and foot, which are long and seldom looked for, are a part of their own.
 */
export function partNumbers(
  records: readonly Pick<SearchRecord, 'meeting' | 'kind' | 'text'>[],
): readonly number[] {
  if (records.length > DIVIDED) return records.map(() => 0);
  let part = 0;
  let length = 0;
  return records.map(({ meeting, kind, text }, index) => {
    const before = records[index - 1];
    const isFull = length >= PART || (kind === 'attendance' && length > 0);
    if (before?.meeting !== meeting) [part, length] = [0, 0];
    else if (isFull) [part, length] = [part + 1, 0];
    length += text.length;
    return part;
  });
}

function textsOf(records: readonly SearchRecord[]): MeetingTexts {
  return { title: records[0]?.title ?? '', held: records[0]?.held ?? null, records: records.map(textOf) };
}

function textOf({ kind, heading, text, action, outcome, bureaus }: SearchRecord): RecordText {
  const named = ROLES.filter((role) => role !== 'observes' && bureaus[role].length > 0);
  return {
    kind,
    heading,
    text,
    ...(action === null ? {} : { action }),
    ...(outcome === null ? {} : { outcome }),
    ...(named.length === 0
      ? {}
      : { bureaus: Object.fromEntries(named.map((role) => [role, bureaus[role]])) }),
  };
}
