import type { Diagnostic } from '../minutes/diagnostics.ts';
import { readFrontMatter } from '../minutes/front-matter.ts';
import type { Minutes } from '../minutes/model.ts';
import type { MinutesSource } from './minutes-file.ts';
import type { Place, Span } from '../minutes/places.ts';
import { cutBody, mayWithhold } from '../minutes/withheld.ts';

/** Shorter clauses are phrases that any minutes hold. */
const SHORTEST = 10;
const CLAUSE_END = /[。；！？\n]/u;

/** Sentences that are withheld somewhere, without white space: in the open they must stand nowhere. */
export type WithheldSentences = ReadonlySet<string>;

/** The sentences of all withheld passages that are long enough to be known again. */
export function withheldSentences(
  files: readonly Pick<MinutesSource, 'source' | 'isMarked'>[],
): WithheldSentences {
  const marked = files.filter((file) => file.isMarked ?? mayWithhold(file.source));
  return new Set(
    marked.flatMap(({ source }) => {
      const { parts } = cutBody(source, readFrontMatter(source, '').bodyStart);
      return parts.flatMap(({ kind, span }) =>
        kind === 'withheld' ? sentencesOf(source.slice(span.start, span.end)) : [],
      );
    }),
  );
}

function sentencesOf(passage: string): readonly string[] {
  return passage
    .split(/\r\n|\n|\r/u)
    .map((line) => line.replace(/^\s*#{1,6}\s/u, ''))
    .join('')
    .split(CLAUSE_END)
    .map((sentence) => sentence.replaceAll(/\s|\\(?=[!-/:-@[-`{-~])/gu, ''))
    .filter((sentence) => sentence.length >= SHORTEST);
}

/**
 * R2.5: a sentence that is withheld in one place and stands in the open in another, of the same
 * minutes or of others, is published after all. White space doesn't count. One finding for each
 * sentence in a document; it never quotes it.
 */
export function checkWithheld(
  { path, text }: Pick<Minutes, 'path' | 'text'>,
  sentences: WithheldSentences,
  place: (span: Span) => Place,
): readonly Diagnostic[] {
  return sentenceSpans(text, sentences).map((span) => ({
    code: 'withheld/repeated',
    message: `这里有一句话（${String(span.end - span.start)} 个字）在别处标为不予公开`,
    hint: '这一句也不公开的，把它所在的一段也围起来；可以公开的，移出不予公开的段落',
    path,
    place: place(span),
  }));
}

/** Where withheld sentences stand in a text, each place once; white space in between doesn't count. */
export function sentenceSpans(text: string, sentences: WithheldSentences): readonly Span[] {
  if (sentences.size === 0) return [];
  const { compact, origins } = compactOf(text);
  return [...sentences].flatMap((sentence) => {
    const spans: Span[] = [];
    for (let at = compact.indexOf(sentence); at !== -1; at = compact.indexOf(sentence, at + sentence.length))
      spans.push({ start: origins[at] ?? 0, end: (origins[at + sentence.length - 1] ?? 0) + 1 });
    return spans;
  });
}

function compactOf(text: string): { readonly compact: string; readonly origins: readonly number[] } {
  const origins: number[] = [];
  let compact = '';
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at);
    if (/\s/u.test(unit)) continue;
    compact += unit;
    origins.push(at);
  }
  return { compact, origins };
}

/** Whether a passage is withheld behind one offset of the text and before another. */
export function hasWithheldBetween({ blocks }: Pick<Minutes, 'blocks'>, from: number, to: number): boolean {
  return blocks.some(({ kind, span }) => kind === 'withheld' && from <= span.start && span.start < to);
}
