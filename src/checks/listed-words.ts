import type { WordFinder, WordMatch } from '../corpus/word-finder.ts';
import type { Subject } from './rule.ts';

/** What a list says of a word it looks for. */
interface Listed {
  readonly except: readonly string[];
}

/**
 * Where a listed word stands in the reading: not within a local term (§8.16), not within one of the
 * longer words that the list excepts.
 */
export function findListed<T extends Listed>(
  finder: WordFinder<T>,
  { reading, lists }: Subject,
): readonly WordMatch<T>[] {
  const matches = finder.find(reading.text);
  if (matches.length === 0) return [];
  const terms = lists.terms.find(reading.text);
  return matches.filter(
    (match) =>
      !terms.some((term) => overlaps(term, match)) &&
      !match.value.except.some((longer) => isPartOf(reading.text, match, longer)),
  );
}

/** Whether a range of the text lies within an occurrence of a longer word. */
export function isPartOf(text: string, { start, end }: Range, longer: string): boolean {
  const word = text.slice(start, end);
  for (let at = longer.indexOf(word); at >= 0; at = longer.indexOf(word, at + 1)) {
    if (start >= at && text.startsWith(longer, start - at)) return true;
  }
  return false;
}

/** Whether two ranges share a character. */
export function overlaps(one: Range, other: Range): boolean {
  return one.start < other.end && other.start < one.end;
}

interface Range {
  readonly start: number;
  readonly end: number;
}
