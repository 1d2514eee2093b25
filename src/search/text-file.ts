import type { IsoDate } from '../minutes/model.ts';
import type { RecordKind, SearchRecord } from './record.ts';

/** The texts of one meeting's records, in their order: what excerpts and verification need. */
export interface MeetingTexts {
  readonly title: string;
  readonly held: IsoDate | null;
  readonly records: readonly RecordText[];
}

export interface RecordText {
  readonly kind: RecordKind;
  readonly heading: string;
  readonly text: string;
}

/** One text for each meeting, in the order of the records. */
export function meetingTexts(records: readonly SearchRecord[]): ReadonlyMap<string, MeetingTexts> {
  return new Map(
    [...Map.groupBy(records, ({ meeting }) => meeting)].map(([meeting, ofMeeting]) => [
      meeting,
      {
        title: ofMeeting[0]?.title ?? '',
        held: ofMeeting[0]?.held ?? null,
        records: ofMeeting.map(({ kind, heading, text }) => ({ kind, heading, text })),
      },
    ]),
  );
}

/** The path of a meeting's text file below its generation. */
export function textPath(meeting: string): string {
  return `text/${meeting}.pack`;
}
