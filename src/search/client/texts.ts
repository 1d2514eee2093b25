import type { IsoDate } from '../../minutes/model.ts';
import { countTerm } from '../match.ts';
import type { Term } from '../query.ts';
import type { MeetingTexts, RecordText } from '../text-file.ts';
import type { Hits } from './backend.ts';

/** What is shown of a record, and of the meeting it belongs to. */
export interface ShownText {
  readonly title: string;
  readonly held: IsoDate | null;
  readonly text: RecordText;
}

/** The texts of one generation, loaded as they are needed. */
export interface Texts {
  ofRecord(this: void, record: number): Promise<ShownText>;
  /** About how many bytes have yet to be loaded for these records. */
  cost(this: void, records: readonly number[]): number;
  /** The records of the given ones in which the term stands. */
  find(this: void, term: Term, records: readonly number[]): Promise<Hits>;
}

/** Where the text of a record is. */
export interface TextPlace {
  readonly path: string;
  /** Among the records of the file. */
  readonly index: number;
}

/** How many texts are loaded at a time. */
export const AT_A_TIME = 16;

/** `load` gives the texts at a path and remembers them; a file has about `bytes`. */
export function createTexts(
  placeOf: (record: number) => TextPlace,
  bytes: number,
  load: (path: string) => Promise<MeetingTexts>,
): Texts {
  const loaded = new Set<string>();
  const ofRecord = async (record: number): Promise<ShownText> => {
    const { path, index } = placeOf(record);
    const { title, held, records } = await load(path);
    loaded.add(path);
    const text = records[index];
    if (text === undefined) throw new Error(`${path} holds no record ${String(index)}`);
    return { title, held, text };
  };
  return {
    ofRecord,
    cost(records) {
      const paths = new Set(records.map((record) => placeOf(record).path));
      return bytes * [...paths].filter((path) => !loaded.has(path)).length;
    },
    async find(term, records) {
      const found: number[] = [];
      const counts: number[] = [];
      for (let at = 0; at < records.length; at += AT_A_TIME) {
        const batch = records.slice(at, at + AT_A_TIME);
        const texts = await Promise.all(batch.map(ofRecord));
        for (const [index, { text }] of texts.entries()) {
          const count = countTerm(text, term);
          if (count === 0) continue;
          found.push(batch[index] ?? 0);
          counts.push(count);
        }
      }
      return { records: found, counts };
    },
  };
}
