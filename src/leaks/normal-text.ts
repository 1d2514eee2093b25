import type { Span } from '../minutes/places.ts';

/** What was taken away before a character of the normal text, or how it was written: a set of bits. */
export const GAP = {
  /** An invisible character, or a change between plain and other forms of digits. */
  hidden: 1,
  dash: 2,
  space: 4,
  line: 8,
} as const;

/**
 * A text as detectors read it (R5.5, §5.2 “normalise first”): digits and letters of every width in
 * plain form, without white space, dashes and invisible characters. Every offset leads back.
 */
export interface NormalText {
  readonly source: string;
  readonly text: string;
  /** Offsets of `text` before which something was taken away or changed, ascending, with what. */
  readonly gaps: readonly Gap[];
  /** The span of the source that a span of `text` was made of. */
  sourceSpan(span: Span): Span;
  /** The bits of all gaps before the characters `start` to `end`, both included. */
  gapsBetween(start: number, end: number): number;
  /** Whether a character begins a line, or the text. */
  beginsLine(at: number): boolean;
  /** Whether a line, or the text, ends before the character at `at`. */
  endsLine(at: number): boolean;
}

export interface Gap {
  readonly at: number;
  /** Where the character at `at` stands in the source. */
  readonly from: number;
  readonly kinds: number;
}

/** Between two texts that must not be read as one: nothing reaches over it. */
export const HARD_BREAK = '\u0000';

const SPACES = String.raw`\s\u00a0\u115f\u1160\u3164\uffa0\u2800`;
const DASHES = String.raw`\-_\u2010-\u2015\u2043\u2212\u2500\u2501\ufe58\ufe63\uff0d\uff3f`;
const INVISIBLE = String.raw`\u00ad\u034f\u061c\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff`;
/** Characters that NFKC turns into one digit, letter or sign that detectors look for. */
const OTHER_FORMS = String.raw`[\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089\u2460-\u2468\u24ea\uff0a\uff0b\uff0e\uff10-\uff19\uff20-\uff3a\uff41-\uff5a]|\ud835[\udc00-\udfff]|\ud83e[\udff0-\udff9]`;

/** A character that may stand between the parts of a number or word without parting them, as a class. */
export const GAP_CLASS = `[${SPACES}${DASHES}${INVISIBLE}]`;
/** A digit, plain or wide. */
export const DIGIT = String.raw`[0-9\uff10-\uff19]`;
/** A digit in a form that only drawn text has: raised, lowered, ringed, bold. */
export const ODD_DIGIT = String.raw`(?:[\u00b2\u00b3\u00b9\u2070-\u2089\u2460-\u2468\u24ea]|\ud835[\udfce-\udfff]|\ud83e[\udff0-\udff9])`;

const ODD = new RegExp(`(?:${GAP_CLASS}|${OTHER_FORMS})+`, 'g');
const LINE = /[\n\r\u2028\u2029]/;
const SPACE = new RegExp(`[${SPACES}]`);
const DASH = new RegExp(`[${DASHES}]`);
const REMOVED = new RegExp(GAP_CLASS);

/** Normalises a text. Takes time in proportion to its length. */
export function normaliseText(source: string): NormalText {
  const parts: string[] = [];
  const gaps: Gap[] = [];
  let length = 0;
  let copied = 0;
  const open = (from: number, kinds: number): void => {
    const last = gaps.at(-1);
    if (last?.at === length) gaps[gaps.length - 1] = { at: length, from, kinds: last.kinds | kinds };
    else gaps.push({ at: length, from, kinds });
  };
  const keep = (text: string): void => {
    parts.push(text);
    length += text.length;
  };
  open(0, 0);
  for (const { 0: run, index } of source.matchAll(ODD)) {
    keep(source.slice(copied, index));
    let at = index;
    for (const character of run) {
      const kinds = kindsOf(character);
      if (kinds === 0) {
        // Each form of its own: `from` leads to the character itself, for it may be two units long.
        open(at, isPlainWidth(character) && at > index ? 0 : GAP.hidden);
        keep(character.normalize('NFKC'));
      } else open(at + character.length, kinds);
      at += character.length;
    }
    copied = at;
    open(copied, kindsOf(run.at(-1) ?? '') === 0 ? GAP.hidden : 0);
  }
  keep(source.slice(copied));
  return reader(source, parts.join(''), gaps);
}

function kindsOf(character: string): number {
  if (!REMOVED.test(character)) return 0;
  if (LINE.test(character)) return GAP.line;
  if (DASH.test(character)) return GAP.dash;
  return SPACE.test(character) ? GAP.space : GAP.hidden;
}

/** The wide forms run on with each other as plain digits do; raised or ringed ones don't. */
function isPlainWidth(character: string): boolean {
  return character >= '\uff0a' && character <= '\uff5a';
}

function reader(source: string, text: string, gaps: readonly Gap[]): NormalText {
  const originOf = (at: number): number => {
    const gap = gaps[lastAtMost(gaps, at)];
    return gap === undefined ? at : gap.from + at - gap.at;
  };
  const kindsAt = (at: number): number => {
    const gap = gaps[lastAtMost(gaps, at)];
    return gap?.at === at ? gap.kinds : 0;
  };
  const isBreak = (at: number): boolean => (kindsAt(at) & GAP.line) !== 0 || text[at - 1] === HARD_BREAK;
  return {
    source,
    text,
    gaps,
    sourceSpan: ({ start, end }) => {
      const last = originOf(end - 1);
      const width = (source.codePointAt(last) ?? 0) > 0xffff ? 2 : 1;
      return { start: originOf(start), end: Math.min(source.length, last + width) };
    },
    gapsBetween(start, end) {
      let kinds = 0;
      for (let index = lastAtMost(gaps, start); index < gaps.length; index++) {
        const gap = gaps[index];
        if (gap === undefined || gap.at > end) break;
        if (gap.at >= start) kinds |= gap.kinds;
      }
      return kinds;
    },
    beginsLine: (at) => at === 0 || isBreak(at),
    endsLine: (at) => at >= text.length || text[at] === HARD_BREAK || isBreak(at),
  };
}

/** The index of the last gap at or before an offset. */
function lastAtMost(gaps: readonly Gap[], at: number): number {
  let low = 0;
  let high = gaps.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((gaps[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
