/** How a text of nearly the same letters begins and ends. */
export interface NearMiss {
  readonly start: number;
  readonly end: number;
}

const HANZI = /^\p{Script=Han}$/u;
/** Words that may be put into a phrase without making it wrong: 稳中求进的工作总基调. */
const PARTICLES = '的之和与及等是为在了';

/**
 * Prepares the search for texts that differ from a phrase in one character: another one, one more,
 * one less, or two in each other's place. The character must be a hanzi; marks may differ from place
 * to place. Without `ends` the first and last character must be right: 科学发展 is no 科学发展观.
 *
 * One of the two halves of such a text is right, so that only the places of the halves are looked at.
 */
export function piecesOf(phrase: string, ends: boolean): readonly Piece[] {
  const middle = phrase.length >> 1;
  const test = (text: string, start: number, end: number): boolean =>
    start >= 0 && end <= text.length && isNearMiss(text.slice(start, end), phrase, ends);
  return [
    { text: phrase.slice(0, middle), at: 0 },
    { text: phrase.slice(middle), at: middle },
    { text: phrase.slice(middle + 1), at: middle + 1 },
  ]
    .filter(({ text }) => text.length >= 2)
    .map(({ text: piece, at }) => ({
      text: piece,
      find(text, found) {
        for (const change of [0, 1, -1]) {
          const start = at === 0 ? found : found - at - change;
          const end = start + phrase.length + change;
          if (test(text, start, end)) return { start, end };
        }
        return null;
      },
    }));
}

/** A piece of a phrase, and the test of a place where the piece stands. */
export interface Piece {
  readonly text: string;
  /** The near miss that has the piece at `found`; null when the text there is right or unlike. */
  find(text: string, found: number): NearMiss | null;
}

function isNearMiss(text: string, phrase: string, ends: boolean): boolean {
  if (text === phrase) return false;
  if (!ends && (text.at(0) !== phrase.at(0) || text.at(-1) !== phrase.at(-1))) return false;
  let from = 0;
  while (from < text.length && text.charAt(from) === phrase.charAt(from)) from++;
  let behind = 0;
  while (
    behind < Math.min(text.length, phrase.length) - from &&
    text.at(-1 - behind) === phrase.at(-1 - behind)
  )
    behind++;
  const instead = text.slice(from, text.length - behind);
  const right = phrase.slice(from, phrase.length - behind);
  if (instead.length === 1 && right.length === 1) return HANZI.test(instead) && HANZI.test(right);
  if (instead === '') return right.length === 1 && HANZI.test(right);
  if (right === '') return instead.length === 1 && HANZI.test(instead) && !PARTICLES.includes(instead);
  if (instead.length !== 2 || right.length !== 2) return false;
  return instead.charAt(0) === right.charAt(1) && instead.charAt(1) === right.charAt(0);
}
