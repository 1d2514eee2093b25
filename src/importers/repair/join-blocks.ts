import { placeAt } from '../blocks.ts';
import { AROUND } from './change.ts';
import type { Block } from '../blocks.ts';
import type { Change, Edit, Repaired, StepName } from './change.ts';

/** Whether and how a block continues the one before it. */
export interface Joining {
  readonly join: boolean;
  readonly glue: '' | ' ';
  readonly doubt: boolean;
  readonly note: string;
}

/** Several source blocks read as one; `parts` are joined by the caller in one go. */
interface Growing {
  readonly first: Block;
  readonly texts: string[];
  readonly origins: Block['origins'][number][];
  length: number;
  last: Block;
}

/**
 * Joins each block to the one before it where `decide` says so. `decide` sees the block as it has
 * grown so far only through `Grown`, whose text is cut to its ends, so that joining stays linear.
 */
export function joinBlocks(
  blocks: readonly Block[],
  step: StepName,
  decide: (grown: Grown, next: Block) => Joining | null,
): Repaired {
  const result: Block[] = [];
  const changes: Change[] = [];
  let growing: Growing | null = null;
  let grown: Grown | null = null;
  for (const next of blocks) {
    const verdict: Joining | null = grown && growing ? decide(grown, next) : null;
    if (!growing || !grown || !verdict?.join) {
      if (verdict && growing) changes.push(change(step, growing, next, verdict, result.length, false));
      if (growing) result.push(finish(growing));
      growing = {
        first: next,
        texts: [next.text],
        origins: [...next.origins],
        length: next.text.length,
        last: next,
      };
      grown = grow(null, next, '');
      continue;
    }
    changes.push(change(step, growing, next, verdict, result.length, true));
    append(growing, next, verdict.glue);
    grown = grow(grown, next, verdict.glue);
  }
  if (growing) result.push(finish(growing));
  return { blocks: result, changes };
}

function change(
  step: StepName,
  { length, last }: Growing,
  next: Block,
  { doubt, note, glue }: Joining,
  block: number,
  joined: boolean,
): Change {
  const head = last.text.slice(-AROUND);
  const tail = next.text.slice(0, AROUND);
  const before = `…${head}⏎${tail}…`;
  const edit: Edit | null = joined ? { kind: 'join', block, at: length, glue, next } : null;
  return {
    step,
    place: placeAt(next, 0),
    before,
    after: joined ? `…${head}${glue}${tail}…` : before,
    doubt,
    note,
    edit,
  };
}

function append(growing: Growing, next: Block, glue: string): void {
  const start = growing.length + glue.length;
  growing.texts.push(glue, next.text);
  growing.origins.push(...next.origins.map(({ at, place }) => ({ at: at + start, place })));
  growing.length = start + next.text.length;
  growing.last = next;
}

function finish({ first, texts, origins }: Growing): Block {
  return { ...first, text: texts.join(''), origins };
}

/** What a joining step may know of the block that grows. */
export interface Grown {
  readonly first: Block;
  readonly last: Block;
  readonly length: number;
  /** The whole text while it is short; null once it is longer than a heading or title can be. */
  readonly short: string | null;
  /** Whether a sentence ended in it (。！？), the last character apart. */
  readonly sentences: boolean;
  readonly commas: boolean;
  /** How many brackets of 《（“ are open at its end. */
  readonly open: number;
}

const SHORT = 160;

function grow(grown: Grown | null, next: Block, glue: string): Grown {
  const { text } = next;
  const short = grown ? grown.short && grown.short + glue + text : text;
  return {
    first: grown?.first ?? next,
    last: next,
    length: (grown ? grown.length + glue.length : 0) + text.length,
    short: short !== null && short.length <= SHORT ? short : null,
    sentences:
      (grown?.sentences ?? false) ||
      (grown !== null && /[。！？]\s*$/.test(grown.last.text.slice(-3))) ||
      /[。！？](?=\s*\S)/.test(text),
    commas: (grown?.commas ?? false) || text.includes('，'),
    open: openBrackets(text, grown?.open ?? 0),
  };
}

/** Open brackets at the end of `text` when `open` were open before it; a stray closer closes nothing. */
function openBrackets(text: string, open: number): number {
  let count = open;
  for (const char of text) {
    if (char === '《' || char === '“' || char === '（' || char === '〔') count++;
    else if ((char === '》' || char === '”' || char === '）' || char === '〕') && count > 0) count--;
  }
  return count;
}
