import type { Span } from '../places.ts';

/**
 * The outermost 《…》 of a span, brackets included. Nested 《》 and 〈〉 belong to the outer title;
 * a 《 that is never closed ends with its block and counts for nothing.
 */
export function findTitles(text: string, { start, end }: Span): Span[] {
  const titles: Span[] = [];
  let depth = 0;
  let open = start;
  for (let at = start; at < end; at++) {
    const sign = text.charAt(at);
    if (sign === '《') {
      if (depth === 0) open = at;
      depth++;
    } else if (sign === '》' && depth > 0) {
      depth--;
      if (depth === 0) titles.push({ start: open, end: at + 1 });
    } else if (sign === '\n') depth = 0;
  }
  return titles;
}

/** The text with every title of 《》 blanked out to spaces of the same length. */
export function blankTitles(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of findTitles(text, { start: 0, end: text.length })) {
    parts.push(text.slice(at, start), ' '.repeat(end - start));
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}
