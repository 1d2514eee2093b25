import { countIn, normalisedBlocks } from '../match.ts';
import type { Field } from '../query.ts';
import type { MeetingTexts } from '../text-file.ts';
import type { Backend } from './backend.ts';

/** Scans the texts of all meetings, which are loaded with the first query and normalised once. */
export function createTextBackend(load: () => Promise<readonly MeetingTexts[]>): Backend {
  let blocks: Promise<Readonly<Record<Field, readonly (readonly string[])[]>>> | null = null;
  const loadBlocks = async () => {
    const records = (await load()).flatMap((meeting) => meeting.records);
    return {
      text: records.map(({ text }) => normalisedBlocks(text)),
      heading: records.map(({ heading }) => normalisedBlocks(heading)),
    };
  };
  return {
    shortest: 1,
    async find({ field, text }, within) {
      blocks ??= loadBlocks();
      const { [field]: all } = await blocks;
      const records: number[] = [];
      const counts: number[] = [];
      for (const record of within ?? all.keys()) {
        const count = countIn(all[record] ?? [], text);
        if (count === 0) continue;
        records.push(record);
        counts.push(count);
      }
      return { records, counts };
    },
  };
}
