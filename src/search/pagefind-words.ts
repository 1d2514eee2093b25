import { normalisedBlocks } from './match.ts';
import type { Field, Term } from './query.ts';

/**
 * The words of the index: every two neighbouring UTF-16 units of a normalised block, written as eight
 * hexadecimal digits, so that neither the indexer nor a browser's word segmentation can take them for
 * anything but words. A phrase of neighbouring pairs is then exactly a substring of the block.
 */

/** Stands for the end of a block, so that no phrase runs over it. No hexadecimal digit, so no pair. */
const END = 'zzzz';

/** Headings are indexed a second time under words of their own, for `标题:`. */
const PREFIXES: Readonly<Record<Field, string>> = { text: '', heading: 'h' };

/** The index words of a text, one list for each block that has any. */
export function indexWords(text: string, field: Field): readonly (readonly string[])[] {
  return normalisedBlocks(text).map((block) =>
    [...pairs(block), hex(block.length - 1, block) + END].map((pair) => PREFIXES[field] + pair),
  );
}

/** The phrase query that finds exactly the records which contain the term; needs two units at least. */
export function phraseOf({ text, field }: Term): string {
  if (text.length < 2) throw new Error(`A bigram index can't look up "${text}"`);
  return `"${pairs(text)
    .map((pair) => PREFIXES[field] + pair)
    .join(' ')}"`;
}

/** What Pagefind calls the page of a record, and gives back with a hit. */
export function pageId(record: number): string {
  return record.toString(36);
}

/** The record whose page has this id. */
export function recordOfPage(id: string): number {
  return Number.parseInt(id, 36);
}

function pairs(text: string): readonly string[] {
  return Array.from({ length: text.length - 1 }, (_, at) => hex(at, text) + hex(at + 1, text));
}

function hex(at: number, text: string): string {
  return text.charCodeAt(at).toString(16).padStart(4, '0');
}
