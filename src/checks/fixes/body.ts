import type { Lists } from '../../corpus/lists.ts';
import { glueOf, startsBlock } from '../../minutes/document.ts';
import { compactText } from '../compact-text.ts';
import { EXTRACTION_SPACE } from '../extraction-spaces.ts';
import { isProse } from '../prose.ts';
import type { Hunk } from './hunk.ts';

/** The body of a file, line by line; `first` is the number of its first line. */
export interface BodyLines {
  readonly lines: readonly string[];
  readonly first: number;
  /** Numbers of lines that belong to lists of names, where spaces may set names apart. */
  readonly names: ReadonlySet<number>;
}

/**
 * The body with one block a line and one blank line between blocks, without white space at the ends of
 * lines, without invisible characters, and without the spaces that copying leaves. What the reader
 * sees doesn't change but for those spaces.
 */
export function fixBody(
  body: BodyLines,
  lists: Lists,
): { readonly lines: readonly string[]; readonly hunks: readonly Hunk[] } {
  const lines: string[] = [];
  const hunks: Hunk[] = [];
  for (const run of runsOf(body)) {
    const after = blocksOf(run.lines).map((block) => (run.names ? block : withoutSpaces(block, lists)));
    const separated = after.flatMap((block, index) => (index === 0 ? [block] : ['', block]));
    const gap = lines.length > 0 || body.first > 1;
    if (gap && run.blanks !== 1)
      hunks.push({
        line: run.line - run.blanks,
        before: Array.from({ length: run.blanks }, () => ''),
        after: [''],
      });
    if (separated.join('\n') !== run.lines.join('\n'))
      hunks.push({ line: run.line, before: run.lines, after: separated });
    lines.push(...(gap ? [''] : []), ...separated);
  }
  return { lines, hunks };
}

/** Lines without a blank one between them. */
interface Run {
  readonly line: number;
  readonly lines: string[];
  /** How many blank lines stand before it. */
  readonly blanks: number;
  readonly names: boolean;
}

function runsOf({ lines, first, names }: BodyLines): readonly Run[] {
  const runs: Run[] = [];
  let blanks = 0;
  for (const [index, line] of lines.entries()) {
    const number = first + index;
    if (trim(line) === '') {
      blanks++;
      continue;
    }
    const run = runs.at(-1);
    if (run !== undefined && blanks === 0) run.lines.push(line);
    else runs.push({ line: number, lines: [line], blanks, names: names.has(number) });
    blanks = 0;
  }
  return runs;
}

const HEADING = /^#{1,6}(?:[ \t]|$)/u;
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff]/gu;

function blocksOf(lines: readonly string[]): readonly string[] {
  const blocks: string[] = [];
  let previous: string | null = null;
  for (const line of lines) {
    const text = trim(line);
    if (HEADING.test(text)) {
      blocks.push(text);
      previous = null;
    } else if (previous === null || startsBlock(previous, text)) {
      blocks.push(text);
      previous = text;
    } else {
      const joined: string = blocks.pop() ?? '';
      blocks.push(joined + glueOf(joined.slice(-1), text.charAt(0)) + text);
      previous = text;
    }
  }
  return blocks;
}

/** A line without its ends, unless it would then become a heading that it is not. */
function trim(line: string): string {
  const text = line.replaceAll(INVISIBLE, '').trim();
  return text.startsWith('#') && !/^[ \t]*#/u.test(line) ? line.trimEnd() : text;
}

function withoutSpaces(block: string, lists: Lists): string {
  const mark = /^#{2,6}[ \t]+/u.exec(block)?.[0] ?? '';
  const text = block.slice(mark.length);
  if (mark === '' && (HEADING.test(block) || !isProse(block))) return block;
  return mark + joinPhrases(text, lists).replaceAll(EXTRACTION_SPACE, '');
}

function joinPhrases(text: string, lists: Lists): string {
  const copy = compactText(text);
  const compact = copy.text;
  let joined = text;
  for (const { start, end } of lists.phraseFinder.find(compact).toReversed()) {
    const span = copy.original({ start, end });
    const phrase = compact.slice(start, end);
    if (
      span.end - span.start > phrase.length &&
      joined.slice(span.start, span.end).replaceAll(/\s/gu, '') === phrase
    )
      joined = joined.slice(0, span.start) + phrase + joined.slice(span.end);
  }
  return joined;
}
