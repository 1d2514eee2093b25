import type { Span } from '../minutes/places.ts';
import { DIGIT, GAP, GAP_CLASS, ODD_DIGIT, type NormalText } from './normal-text.ts';

/** A stretch of digits that may be one number: it begins and ends where a writer could have ended one. */
export interface NumberRun {
  /** Digits, with X where an ID number may have one. */
  readonly value: string;
  readonly span: Span;
  /** The lengths of its groups as written: 138 1234 5678 has 3, 4, 4. */
  readonly groups: readonly number[];
  /** The bits of all gaps within, see `GAP`. */
  readonly gaps: number;
}

/** Eleven digits or more, whatever stands between them; shorter numbers are found by words beside them. */
export const NUMBER_CUES: readonly string[] = [
  `${DIGIT}(?:${GAP_CLASS}*${DIGIT}){10}`,
  // Few texts have an odd digit, so that it is looked for first, and then what goes before it.
  `${ODD_DIGIT}(?:(?<=${DIGIT}${GAP_CLASS}*${ODD_DIGIT})|${GAP_CLASS}*(?:${DIGIT}|${ODD_DIGIT}))`,
];
const SHORTEST = 10;
const LONGEST = 23;
const CHAIN = /\d[\dXx]{9,}/g;

/**
 * All runs of 10 to 23 digits that begin and end at a gap or at the end of the digits. 2024 13812345678
 * holds the run 13812345678 as well as both together; 2024138 alone begins nowhere within. Digits in
 * the middle of a word of letters (a hash) and after a decimal point are none.
 */
export function numberRuns(normal: NormalText): readonly NumberRun[] {
  const runs: NumberRun[] = [];
  let passed = 0;
  for (const { 0: chain, index } of normal.text.matchAll(CHAIN)) {
    const bounds = [{ at: index, kinds: 0 }];
    while (passed < normal.gaps.length && (normal.gaps[passed]?.at ?? 0) <= index) passed++;
    for (let next = passed; next < normal.gaps.length; next++) {
      const gap = normal.gaps[next];
      if (gap === undefined || gap.at >= index + chain.length) break;
      if (gap.kinds !== 0) bounds.push({ at: gap.at, kinds: gap.kinds });
    }
    bounds.push({ at: index + chain.length, kinds: 0 });
    for (const run of runsOf(normal, bounds)) runs.push(run);
  }
  return runs;
}

interface Bound {
  readonly at: number;
  readonly kinds: number;
}

function runsOf(normal: NormalText, bounds: readonly Bound[]): readonly NumberRun[] {
  return bounds.flatMap(({ at: start }, first) => {
    const runs: NumberRun[] = [];
    const groups: number[] = [];
    let gaps = 0;
    for (let last = first + 1; last < bounds.length; last++) {
      const bound = bounds[last];
      const before = bounds[last - 1];
      if (bound === undefined || before === undefined || bound.at - start > LONGEST) break;
      if (last > first + 1) gaps |= before.kinds;
      groups.push(bound.at - before.at);
      if (bound.at - start < SHORTEST || isPartOfSpelled(groups, bounds, first, last)) continue;
      const span = { start, end: bound.at };
      if (!standsAlone(normal, span)) continue;
      runs.push({
        value: normal.text.slice(start, bound.at).toUpperCase(),
        span,
        groups: [...groups],
        gaps,
      });
    }
    return runs;
  });
}

/** Whether digits written one by one go on before or behind: 1 3 8 … is one number as far as it reaches. */
function isPartOfSpelled(
  groups: readonly number[],
  bounds: readonly Bound[],
  first: number,
  last: number,
): boolean {
  const sizeOf = (index: number): number => (bounds[index + 1]?.at ?? 0) - (bounds[index]?.at ?? 0);
  return (
    (isSpelled(groups.slice(0, 3)) && first > 0 && sizeOf(first - 1) === 1) ||
    (isSpelled(groups.slice(-3)) && last < bounds.length - 1 && sizeOf(last) === 1)
  );
}

function isSpelled(parts: readonly number[]): boolean {
  return parts.length === 3 && parts.every((size) => size === 1);
}

/** The name of the digest and the hexadecimal digits before a run: citations print 16 of them, data all 64. */
const WITHIN_DIGEST = /SHA-?256[^0-9A-Za-z]{0,4}([0-9a-f]{0,63})$/iu;

/** Letters may go before (tel138…) but not behind; what follows a decimal point is a fraction, and a digest no number. */
function standsAlone(normal: NormalText, { start, end }: Span): boolean {
  const { text } = normal;
  const digest = WITHIN_DIGEST.exec(text.slice(Math.max(0, start - 80), start));
  if (digest !== null && [16, 64].includes((digest[1]?.length ?? 0) + end - start)) return false;
  const before = text.slice(Math.max(0, start - 24), start);
  if (normal.gapsBetween(end, end) === 0 && /^[0-9A-Za-z]/.test(text.slice(end, end + 1))) return false;
  if (normal.gapsBetween(start, start) !== 0) return true;
  return !/\d\.$/.test(before) && !/\d[A-Za-z]+$|[A-Za-z]{9,}$|[0-9]$/.test(before);
}

/**
 * Whether digits apart by white space are likely one number that was split, not a row of a table:
 * split once, at a line end once more, or into equal groups, or as given. Other gaps don't occur between numbers.
 */
export function isOneNumber({ groups, gaps }: NumberRun, usual: readonly string[] = []): boolean {
  const parts = (gaps & GAP.line) === 0 ? 2 : 3;
  if ((gaps & (GAP.space | GAP.line)) === 0 || groups.length <= parts) return true;
  const [first = 0, ...rest] = groups;
  const even = rest.slice(0, -1).every((size) => size === first) && (rest.at(-1) ?? 0) <= first + 1;
  return even || usual.includes(groups.join('-'));
}
