import type { Span } from '../places.ts';

/**
 * The sentences of a span of a text, each with its end mark and the closing quotes and brackets
 * behind it. A line feed ends a sentence too, because sentences don't cross blocks.
 */
export function splitSentences(text: string, span: Span): Span[] {
  return split(text, span, '。！？\n');
}

/** The clauses of a span: what stands between any of ，。；：！？ and line feeds; marks included. */
export function splitClauses(text: string, span: Span): Span[] {
  return split(text, span, '，。；：！？\n,;:');
}

const CLOSERS = '”’）」』)';

function split(text: string, { start, end }: Span, marks: string): Span[] {
  const parts: Span[] = [];
  let from = start;
  for (let at = start; at < end; at++) {
    if (!marks.includes(text.charAt(at))) continue;
    while (at + 1 < end && CLOSERS.includes(text.charAt(at + 1))) at++;
    if (text.slice(from, at + 1).trim() !== '') parts.push(trimLineFeeds(text, { start: from, end: at + 1 }));
    from = at + 1;
  }
  if (text.slice(from, end).trim() !== '') parts.push(trimLineFeeds(text, { start: from, end }));
  return parts;
}

function trimLineFeeds(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && text.charAt(from) === '\n') from++;
  while (to > from && text.charAt(to - 1) === '\n') to--;
  return { start: from, end: to };
}

/** The end of the first sentence of a span, its mark included; the span's end when there is none. */
export function firstSentenceEnd(text: string, span: Span): number {
  return splitSentences(text, span)[0]?.end ?? span.end;
}
