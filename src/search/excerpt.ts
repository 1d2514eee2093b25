import type { Span } from '../minutes/places.ts';

/** A stretch of the original text; hits are marked. */
export interface ExcerptPart {
  readonly text: string;
  readonly isHit: boolean;
}

/** A short form of a text around its hits, as printed there but for `…` where something is left out. */
export type Excerpt = readonly ExcerptPart[];

/** About how many UTF-16 units are shown before and behind a hit. */
const AROUND = 36;
/** How many stretches of the text an excerpt is made of. */
const STRETCHES = 3;
/** How far a stretch may grow or shrink to begin and end at punctuation. */
const SLACK = 12;

const BREAK = /[\s，。；：、！？,;:!?]/u;

/**
 * The excerpt of `text` around `hits` (in order, not overlapping): stretches around the places in
 * `first` (one for each word, say), then around the earliest hits, three in all or as many as `first`
 * needs. Hits in them are marked and whole; a stretch never crosses the line end that parts two
 * blocks. Without hits, the beginning of the text.
 */
export function excerptOf(text: string, hits: readonly Span[], first: readonly Span[] = []): Excerpt {
  const candidates = hits.length === 0 ? [beginning(text)] : [...first, ...hits];
  let stretches: readonly Span[] = [];
  for (const [index, hit] of candidates.entries()) {
    if (stretches.some(({ start, end }) => start <= hit.start && hit.end <= end)) continue;
    if (stretches.length >= STRETCHES && index >= first.length) break;
    stretches = joined([...stretches, wholeHits(around(text, hit), hits)]);
  }
  return stretches.flatMap((stretch, index) => partsOf(text, stretch, hits, index === stretches.length - 1));
}

function beginning(text: string): Span {
  const firstBreak = text.indexOf('\n');
  return { start: 0, end: Math.min(firstBreak === -1 ? text.length : firstBreak, AROUND) };
}

/** The stretch made longer where it would cut a hit. */
function wholeHits({ start, end }: Span, hits: readonly Span[]): Span {
  const cutAtStart = hits.find((hit) => hit.start < start && start < hit.end);
  const cutAtEnd = hits.find((hit) => hit.start < end && end < hit.end);
  return { start: cutAtStart?.start ?? start, end: cutAtEnd?.end ?? end };
}

/** In order, overlapping ones made one. Stretches of different blocks are at least a line end apart. */
function joined(stretches: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const stretch of [...stretches].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last !== undefined && stretch.start <= last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, stretch.end) };
    else result.push(stretch);
  }
  return result;
}

/** The excerpt as plain text. */
export function plainExcerpt(excerpt: Excerpt): string {
  return excerpt.map(({ text }) => text).join('');
}

/** Cuts a text into marked and unmarked parts; together they are the text. */
export function markHits(text: string, hits: readonly Span[]): Excerpt {
  return cut(text, { start: 0, end: text.length }, hits);
}

function around(text: string, { start, end }: Span): Span {
  const blockStart = text.lastIndexOf('\n', start - 1) + 1;
  const nextBreak = text.indexOf('\n', end);
  const blockEnd = nextBreak === -1 ? text.length : nextBreak;
  const from = Math.max(blockStart, start - AROUND);
  const to = Math.min(blockEnd, end + AROUND);
  return {
    start: from === blockStart ? from : beginAt(text, from, start),
    end: to === blockEnd ? to : endAt(text, to, end),
  };
}

/** A begin near `from`, behind punctuation if there is some before the hit. */
function beginAt(text: string, from: number, hitStart: number): number {
  for (let at = from; at < Math.min(from + SLACK, hitStart); at++) {
    if (BREAK.test(text.charAt(at - 1))) return at;
  }
  return isLowSurrogate(text, from) ? from - 1 : from;
}

/** An end near `to`, behind punctuation if there is some behind the hit. */
function endAt(text: string, to: number, hitEnd: number): number {
  for (let at = to; at > Math.max(to - SLACK, hitEnd); at--) {
    if (BREAK.test(text.charAt(at - 1))) return at;
  }
  return isLowSurrogate(text, to) ? to + 1 : to;
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

function partsOf(text: string, stretch: Span, hits: readonly Span[], isLast: boolean): Excerpt {
  const blockStart = stretch.start === 0 || text[stretch.start - 1] === '\n';
  const blockEnd = stretch.end === text.length || text[stretch.end] === '\n';
  const gap = { text: '…', isHit: false };
  return [
    ...(blockStart ? [] : [gap]),
    ...cut(text, stretch, hits),
    ...(blockEnd ? [] : [gap]),
    ...(isLast ? [] : [{ text: ' ', isHit: false }]),
  ];
}

function cut(text: string, { start, end }: Span, hits: readonly Span[]): Excerpt {
  const parts: ExcerptPart[] = [];
  let at = start;
  for (const hit of hits) {
    if (hit.end <= start || hit.start >= end) continue;
    const from = Math.max(hit.start, at);
    const to = Math.min(hit.end, end);
    if (from > at) parts.push({ text: text.slice(at, from), isHit: false });
    parts.push({ text: text.slice(from, to), isHit: true });
    at = to;
  }
  if (at < end) parts.push({ text: text.slice(at, end), isHit: false });
  return parts;
}
