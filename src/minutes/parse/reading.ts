import type { Fact } from '../model.ts';
import type { Span } from '../places.ts';
import { plainSign } from './signs.ts';

/**
 * The text as the recognisers read it: without white space, because real minutes carry spaces
 * inside dates, words and numbers, and with one form for signs that mean the same (`plainSign`). Line feeds between blocks stay. Spans found here are carried
 * back to the official text by `original`, so that no value is ever taken from this copy.
 */
export interface Reading {
  /** The text without white space; blocks still end in `\n`. */
  readonly text: string;
  /** The official text. */
  readonly official: string;
  /** A span of `text` as a span of `official`. */
  original(span: Span): Span;
  /** A span of `official` as a span of `text`. */
  compact(span: Span): Span;
}

const SPACE = /[^\S\n]|\u200b|\u200c|\u200d|\u2060|\ufeff|[\u0000-\u0009\u000b-\u001f]/u;

/** Makes the reading copy of an official text. */
export function readCompact(official: string): Reading {
  const offsets: number[] = [];
  const parts: string[] = [];
  for (let at = 0; at < official.length; at++) {
    const unit = official.charAt(at);
    const mayBeSpace = unit <= '\u3000' || unit === '\ufeff';
    if (mayBeSpace && SPACE.test(unit)) continue;
    parts.push(plainSign(official, at));
    offsets.push(at);
  }
  const text = parts.join('');
  return {
    text,
    official,
    original({ start, end }) {
      const from = offsets[start] ?? official.length;
      return { start: from, end: end > start ? (offsets[end - 1] ?? official.length - 1) + 1 : from };
    },
    compact({ start, end }) {
      return { start: firstAtLeast(offsets, start), end: firstAtLeast(offsets, end) };
    },
  };
}

function firstAtLeast(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A fact whose value is the official text over a span of the reading. */
export function factAt(reading: Reading, span: Span): Fact<string> {
  const original = reading.original(span);
  return {
    value: reading.official.slice(original.start, original.end),
    origin: { kind: 'text', span: original },
  };
}

/** A fact whose value was worked out from the text of a span of the reading (a date, say). */
export function factOf<T>(reading: Reading, value: T, span: Span): Fact<T> {
  return { value, origin: { kind: 'text', span: reading.original(span) } };
}
