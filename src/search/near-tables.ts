import { readingOf } from '../corpus/reading.ts';
import { encodePhrase } from './near-files.ts';

/** What a query that finds nothing may have meant, found at build time. */

/** How many phrases of a generation are kept, and how long one may be. */
const KEPT = 1500;
const LONGEST = 8;
const WORDS_AT_MOST = 3;

/** The phrases that the headings have most, a line for each. */
export function encodePhrases(headings: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const heading of headings) {
    for (const phrase of new Set(phrasesIn(heading))) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([one, ones], [other, others]) => others - ones || (one < other ? -1 : 1))
    .slice(0, KEPT)
    .map(([text, count]) => encodePhrase({ text, reading: readingOf(text), count }))
    .join('\n');
}

/** Opened when the first heading is cut: it loads a dictionary. */
let segmenter: Intl.Segmenter | null = null;

/** Words of a heading and neighbours put together, of two Chinese characters or more. */
function phrasesIn(heading: string): readonly string[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const cutter = segmenter;
  return heading.split(/[^\p{Script=Han}]+/u).flatMap((run) => {
    const words = Array.from(cutter.segment(run), ({ segment }) => segment);
    return words.flatMap((_, from) =>
      Array.from({ length: WORDS_AT_MOST }, (__, more) => words.slice(from, from + more + 1).join('')).filter(
        (phrase) => phrase.length >= 2 && phrase.length <= LONGEST,
      ),
    );
  });
}

/** The Chinese characters of the basic plane. */
const FIRST = 0x4e00;
const LAST = 0x9fff;

/**
 * Characters that are written in two ways (简繁): pairs of a traditional and a simplified one, one behind
 * the other. Where a simplified character stands for several, the one most often meant comes first.
 */
export async function encodeVariants(): Promise<string> {
  const { Converter } = await import('opencc-js');
  const toSimplified = Converter({ from: 't', to: 'cn' });
  const toTraditional = Converter({ from: 'cn', to: 't' });
  const first: string[] = [];
  const further: string[] = [];
  for (let code = FIRST; code <= LAST; code++) {
    const character = String.fromCharCode(code);
    const simplified = toSimplified(character);
    if (simplified === character || simplified.length !== 1) continue;
    (toTraditional(simplified) === character ? first : further).push(character + simplified);
  }
  return [...first, ...further].join('');
}
