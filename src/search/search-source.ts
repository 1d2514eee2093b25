import { createHash } from 'node:crypto';
import type { Corpus } from '../corpus/model.ts';
import { dayOf } from '../minutes/meeting-day.ts';
import { readingOf } from '../corpus/reading.ts';
import type { Minutes } from '../minutes/model.ts';
import type { MeetingVersion } from './generation-plan.ts';
import { bureauNames, type BureauName } from './names.ts';
import { recordsOf, type SearchRecord } from './record.ts';

/** What search is built from. Records are asked for only where a generation has to be made. */
export interface SearchSource {
  readonly meetings: readonly SourceMeeting[];
  readonly names: readonly BureauName[];
  recordsOf(this: void, id: string): readonly SearchRecord[];
}

export interface SourceMeeting extends MeetingVersion {
  /** Of its text, in UTF-16 units. */
  readonly length: number;
}

/** The source of a corpus in memory. Minutes without any text are left out: there is nothing to find. */
export function corpusSource({ minutes, byId, registry }: Corpus): SearchSource {
  return {
    meetings: minutes.flatMap((each) => {
      const records = recordsOf(each);
      return records.length === 0 ? [] : [{ ...versionOf(each, records), length: each.text.length }];
    }),
    names: bureauNames(registry, readingOf),
    recordsOf: (id) => {
      const found = byId.get(id);
      return found === undefined ? [] : recordsOf(found);
    },
  };
}

/** What of a meeting the generations go by. */
export function versionOf(minutes: Minutes, records: readonly SearchRecord[]): MeetingVersion {
  const withheld = minutes.blocks.filter(({ kind }) => kind === 'withheld');
  const hidden = { withheld, redaction: minutes.head.redaction };
  return {
    id: minutes.id,
    day: dayOf(minutes),
    digest: digestOf(JSON.stringify([records, hidden])),
    withheld: digestOf(JSON.stringify(hidden)),
  };
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
