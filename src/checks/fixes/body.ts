import type { Lists } from '../../corpus/lists.ts';
import { glueOf, startsBlock } from '../../minutes/document.ts';
import { readsAlike } from './reads-alike.ts';
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
    const separated = mendRun(run, lists);
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

/**
 * One block a line, with a blank line between. Signs of Markdown that invisible characters or spaces
 * hold apart may mean something else without them: lines that would then read otherwise stay.
 */
function mendRun(run: Run, lists: Lists): readonly string[] {
  const blocks = blocksOf(run).map(({ text, names }) => (names ? text : withoutSpaces(text, lists)));
  const separated = blocks.flatMap((block, index) => (index === 0 ? [block] : ['', block]));
  return readsAlike(run.lines, separated) ? separated : run.lines;
}

/** Lines without a blank one between them. */
interface Run {
  readonly line: number;
  readonly lines: string[];
  /** How many blank lines stand before it. */
  readonly blanks: number;
  /** Of each line whether it belongs to a list of names. */
  readonly names: boolean[];
}

function runsOf({ lines, first, names }: BodyLines): readonly Run[] {
  const runs: Run[] = [];
  let blanks = 0;
  for (const [index, line] of lines.entries()) {
    const number = first + index;
    // White space alone parts paragraphs; a line that only looks empty doesn't.
    if (line.trim() === '') {
      blanks++;
      continue;
    }
    const run = runs.at(-1);
    if (run !== undefined && blanks === 0) {
      run.lines.push(line);
      run.names.push(names.has(number));
    } else {
      const unseen = run !== undefined && isUnseen(run) ? runs.pop() : undefined;
      const skipped = unseen === undefined ? 0 : unseen.blanks + unseen.lines.length;
      runs.push({ line: number, lines: [line], blanks: blanks + skipped, names: [names.has(number)] });
    }
    blanks = 0;
  }
  return runs.filter((run) => !isUnseen(run));
}

function isUnseen({ lines }: Run): boolean {
  return lines.every((line) => trim(line) === '');
}

const HEADING = /^#{1,6}(?:[ \t]|$)/u;
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff]/gu;

interface FixedBlock {
  readonly text: string;
  /** Whether it begins in a list of names. */
  readonly names: boolean;
}

/** Lines are joined where the parser joins them, and it sees the invisible characters. */
function blocksOf({ lines, names }: Run): readonly FixedBlock[] {
  const blocks: FixedBlock[] = [];
  let previous: string | null = null;
  for (const [index, line] of lines.entries()) {
    const text = trim(line);
    const raw = line.trim();
    const before = blocks.at(-1);
    if (HEADING.test(text) || before === undefined || previous === null || startsBlock(previous, raw))
      blocks.push({ text, names: names[index] === true });
    else blocks[blocks.length - 1] = { ...before, text: joinLines(before.text, visible(line)) };
    previous = HEADING.test(text) ? null : raw;
  }
  return blocks.filter(({ text }) => text !== '');
}

function joinLines(before: string, after: string): string {
  return before + (before === '' || after === '' ? '' : glueOf(before.slice(-1), after.charAt(0))) + after;
}

/** A line without its ends, unless it would then become a heading that it is not: then its start stays. */
function trim(line: string): string {
  const text = visible(line);
  return text.startsWith('#') && !/^[ \t]*#/u.test(line) ? (/^[^#]*/u.exec(line)?.[0] ?? '') + text : text;
}

function visible(line: string): string {
  return line.replaceAll(INVISIBLE, '').trim();
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
