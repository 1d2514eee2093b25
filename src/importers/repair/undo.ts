import type { Block } from '../blocks.ts';
import type { Edit, Repaired } from './change.ts';

/** Takes back what a step did: gives the blocks it was given, up to the places of white space. */
export function undo({ blocks, changes }: Repaired): readonly Block[] {
  const edits = new Map<number, Edit[]>();
  for (const { edit } of changes) {
    if (!edit) continue;
    const own = edits.get(edit.block);
    if (own) own.push(edit);
    else edits.set(edit.block, [edit]);
  }
  const result: Block[] = [];
  for (let index = 0; index <= blocks.length; index++) {
    const own = edits.get(index) ?? [];
    for (const edit of own) if (edit.kind === 'drop') result.push(edit.dropped);
    const block = blocks[index];
    if (block) result.push(...undoBlock(block, own));
  }
  return result;
}

function undoBlock(block: Block, edits: readonly Edit[]): readonly Block[] {
  const joins = edits.filter((edit) => edit.kind === 'join');
  if (joins.length > 0) {
    const [first] = joins;
    const end = first?.at ?? 0;
    const origins = block.origins.filter(({ at }) => at < Math.max(1, end));
    return [{ ...block, text: block.text.slice(0, end), origins }, ...joins.map(({ next }) => next)];
  }
  let text = '';
  let last = 0;
  const inserts: { at: number; length: number }[] = [];
  for (const edit of edits) {
    if (edit.kind !== 'remove') continue;
    text += block.text.slice(last, edit.at) + edit.text;
    last = edit.at;
    inserts.push({ at: edit.at, length: edit.text.length });
  }
  text += block.text.slice(last);
  const origins = block.origins.map(({ at, place }) => ({
    at: at + inserts.reduce((sum, insert) => (insert.at <= at && at > 0 ? sum + insert.length : sum), 0),
    place,
  }));
  return [{ ...block, text, origins }];
}
