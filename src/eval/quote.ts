import { bare } from './bare.ts';
import type { Difference } from './score.ts';

/** As many characters of the sentence as are shown before and after the value. */
const AROUND = 40;

/**
 * The sentence of the text that a difference rests on, white space removed and shortened: the first
 * with the value, from the item's heading on. Null when the text doesn't hold the value (a date in
 * ISO form) or holds it everywhere (an ordinal, a count).
 */
export function quoteSentence(text: string, { item, value }: Difference): string | null {
  const wanted = value.replace('/', '');
  if (wanted.length < 2) return null;
  const whole = bare(text) ?? '';
  const heading = item === null ? '' : (bare(item.slice(item.indexOf(' '))) ?? '');
  const inItem = whole.indexOf(wanted, Math.max(0, whole.indexOf(heading)));
  const at = inItem < 0 ? whole.indexOf(wanted) : inItem;
  if (at < 0) return null;
  const end = at + wanted.length;
  const before = Math.max(...['。', '；', '：'].map((mark) => whole.lastIndexOf(mark, at - 1))) + 1;
  const stop = whole.indexOf('。', end - 1);
  const after = stop < 0 ? whole.length : stop + 1;
  const from = Math.max(before, at - AROUND);
  const to = Math.min(after, end + AROUND);
  return `${from > before ? '…' : ''}${whole.slice(from, to)}${to < after ? '…' : ''}`;
}
