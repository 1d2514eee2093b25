import type { IsoDate } from '../minutes/model.ts';

/** The order of results: newest first, those without a day last, meetings of one day by id, the higher first. */
export function compareMeetings(one: MeetingKey, other: MeetingKey): number {
  return descending(one.day ?? '', other.day ?? '') || descending(one.id, other.id);
}

/** What the order of meetings rests on. */
export interface MeetingKey {
  readonly id: string;
  readonly day: IsoDate | null;
}

/** By code unit, so that the order is the same on every machine. */
function descending(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? 1 : -1;
}
