import { placeAt } from '../blocks.ts';
import { AROUND, excerpt } from './change.ts';
import type { Block } from '../blocks.ts';
import type { Change, Edit, Repaired, StepName } from './change.ts';

/** What to do with a run of white space or control characters. */
export interface Removal {
  readonly remove: boolean;
  readonly doubt: boolean;
  readonly note: string;
}

/** Decides on a run `[start, end)` of the block's text; null passes over it in silence. */
export type Decide = (block: Block, start: number, end: number, index: number) => Removal | null;

/** Runs `decide` over every match of `pattern` (which must be global) in every block. */
export function removeRuns(
  blocks: readonly Block[],
  step: StepName,
  pattern: RegExp,
  decide: Decide,
): Repaired {
  const changes: Change[] = [];
  const repaired = blocks.map((block, index) => removeFrom(block, index, step, pattern, decide, changes));
  return { blocks: repaired, changes };
}

function removeFrom(
  block: Block,
  index: number,
  step: StepName,
  pattern: RegExp,
  decide: Decide,
  changes: Change[],
): Block {
  const { text } = block;
  const removed: { start: number; end: number }[] = [];
  let kept = '';
  let last = 0;
  for (const match of text.matchAll(pattern)) {
    const start = match.index;
    const end = start + match[0].length;
    const verdict = decide(block, start, end, index);
    if (!verdict) continue;
    const before = excerpt(text, start, end - start);
    const place = placeAt(block, start);
    if (!verdict.remove) {
      changes.push({
        step,
        place,
        before,
        after: before,
        doubt: verdict.doubt,
        note: verdict.note,
        edit: null,
      });
      continue;
    }
    kept += text.slice(last, start);
    const edit: Edit = { kind: 'remove', block: index, at: kept.length, text: text.slice(start, end) };
    const after = excerpt(
      text.slice(Math.max(0, start - AROUND - 1), start) + text.slice(end, end + AROUND + 1),
      Math.min(start, AROUND + 1),
    );
    changes.push({ step, place, before, after, doubt: verdict.doubt, note: verdict.note, edit });
    removed.push({ start, end });
    last = end;
  }
  if (removed.length === 0) return block;
  return { ...block, text: kept + text.slice(last), origins: moveOrigins(block, removed) };
}

function moveOrigins(block: Block, removed: readonly { start: number; end: number }[]): Block['origins'] {
  let shift = 0;
  let next = 0;
  return block.origins.map((origin) => {
    for (let run = removed[next]; run && run.end <= origin.at; run = removed[++next]) {
      shift += run.end - run.start;
    }
    const run = removed[next];
    const inside = run && run.start < origin.at ? origin.at - run.start : 0;
    return { ...origin, at: origin.at - shift - inside };
  });
}
