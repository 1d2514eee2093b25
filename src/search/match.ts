import type { Span } from '../minutes/places.ts';
import { normalise, normaliseWithOffsets } from './normalise.ts';
import type { Query, Term } from './query.ts';

/** What of a record is looked at: blocks are joined by `\n`, as in `Minutes.text`. */
export interface Searchable {
  readonly heading: string;
  readonly text: string;
}

/**
 * The truth of search (promise 2), which every backend is held against: the record has a block that
 * contains the word after normalisation. A hit never runs over the end of a block, just as grep goes by
 * lines: otherwise a heading ending in 工作 and a paragraph beginning with 会议 would answer 工作会议.
 */
export function matches(record: Searchable, query: Query): boolean {
  return (
    query.words.every((word) => containsTerm(record, word)) &&
    !query.excluded.some((word) => containsTerm(record, word))
  );
}

/** Whether the term stands in the part of the record that its field names. */
export function containsTerm(record: Searchable, term: Term): boolean {
  return countTerm(record, term) > 0;
}

/** At how many places the term stands in the part of the record that its field names; places may overlap. */
export function countTerm({ heading, text }: Searchable, { field, text: word }: Term): number {
  return countIn(normalisedBlocks(field === 'heading' ? heading : text), word);
}

/** At how many places of normalised blocks a normalised word stands. */
export function countIn(blocks: readonly string[], word: string): number {
  let count = 0;
  for (const block of blocks) {
    for (let at = block.indexOf(word); at !== -1; at = block.indexOf(word, at + 1)) count++;
  }
  return count;
}

/** The blocks of a text as they are searched, empty ones left out. */
export function normalisedBlocks(text: string): readonly string[] {
  return blocksOf(text)
    .map(normalise)
    .filter((block) => block !== '');
}

/** The blocks of a text: what stands between its line ends. */
export function blocksOf(text: string): readonly string[] {
  return text.split('\n');
}

/**
 * Every place of `text` where one of the words stands, in the original offsets: whole characters, in
 * order, overlapping and touching hits made one. A word limited to headings counts everywhere, for
 * the heading is part of what is shown.
 */
export function findHits(text: string, words: readonly Pick<Term, 'text'>[]): readonly Span[] {
  const hits: Span[] = [];
  let blockStart = 0;
  for (const block of blocksOf(text)) {
    const { text: folded, starts, ends } = normaliseWithOffsets(block);
    for (const { text: word } of words) {
      for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + 1)) {
        const start = starts[at] ?? 0;
        const end = ends[at + word.length - 1] ?? start;
        hits.push({ start: blockStart + start, end: blockStart + end });
      }
    }
    blockStart += block.length + 1;
  }
  return merged(hits);
}

function merged(hits: readonly Span[]): readonly Span[] {
  const ordered = [...hits].sort((a, b) => a.start - b.start || a.end - b.end);
  const result: Span[] = [];
  for (const hit of ordered) {
    const last = result.at(-1);
    if (last !== undefined && hit.start <= last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, hit.end) };
    else result.push(hit);
  }
  return result;
}
