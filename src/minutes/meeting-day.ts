import type { IsoDate, Minutes } from './model.ts';

/** The day a meeting counts under: held, else compiled or issued, else the published day; null if none. */
export function dayOf({
  head: { held, compiled, issued, published },
}: Pick<Minutes, 'head'>): IsoDate | null {
  return held?.value ?? compiled?.value ?? issued?.value ?? published?.slice(0, 10) ?? null;
}
