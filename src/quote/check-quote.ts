import { normalise } from '../search/normalise.ts';
import type { ChangedSentence } from './changed-sentence.ts';

/** Where a sentence stands. */
export interface QuotePlace {
  /** Below the site's base, with anchor. */
  readonly path: string;
  readonly title: string;
}

/** What became of one sentence that somebody quoted. */
export type QuoteAnswer =
  | {
      readonly kind: 'verbatim';
      readonly sentence: string;
      readonly places: readonly QuotePlace[];
      readonly total: number;
    }
  | { readonly kind: 'changed'; readonly sentence: string; readonly change: ChangedSentence }
  | { readonly kind: 'unknown'; readonly sentence: string }
  | { readonly kind: 'short'; readonly sentence: string };

/** Finds the places in which a text stands, in the form of `normalise`. */
export type FindPlaces = (
  text: string,
) => Promise<{ readonly places: readonly QuotePlace[]; readonly total: number }>;

/** Shorter ones stand everywhere and say nothing: 会议同意。 */
const SHORTEST = 6;

/**
 * Holds a quotation against the current texts and, sentence by sentence where they don't have it,
 * against what was changed since. White space, width and quotation marks don't count, as in search.
 */
export async function checkQuote(
  quotation: string,
  changes: readonly ChangedSentence[],
  find: FindPlaces,
): Promise<readonly QuoteAnswer[]> {
  const answers: QuoteAnswer[] = [];
  for (const sentence of sentencesOf(quotation)) answers.push(await answerFor(sentence, changes, find));
  return answers;
}

async function answerFor(
  sentence: string,
  changes: readonly ChangedSentence[],
  find: FindPlaces,
): Promise<QuoteAnswer> {
  const text = bare(sentence);
  if (text.length < SHORTEST) return { kind: 'short', sentence };
  const found = await find(text);
  if (found.total > 0) return { kind: 'verbatim', sentence, ...found };
  const change = changes.find(({ before }) => normalise(before).includes(text));
  return change === undefined ? { kind: 'unknown', sentence } : { kind: 'changed', sentence, change };
}

/** The sentences of a quotation, each with the mark it ends in; marks of the quoting text are left out. */
export function sentencesOf(quotation: string): readonly string[] {
  return (quotation.match(/[^。！？；\n]+[。！？；]*[”’」』）]*/gu) ?? [])
    .map((sentence) => sentence.replace(/^[\s“”"'‘’「『…—>-]+|[\s…]+$/gu, ''))
    .filter((sentence) => bare(sentence) !== '');
}

/** Without the mark at the end: who quotes half a sentence ends it in a mark of their own. */
function bare(sentence: string): string {
  return normalise(sentence).replace(/[,.;:!?、]+$/u, '');
}
