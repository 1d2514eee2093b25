import type { Block } from '../blocks.ts';
import type { Change, Edit, Repaired } from './change.ts';

/** What names a change when the same source is imported again. */
export function changeKey({ step, place, before }: Pick<Change, 'step' | 'place' | 'before'>): string {
  return `${step}|${String(place.page ?? 0)}|${String(place.line)}|${before}`;
}

/**
 * Takes back the changes of one step that a clerk refused, and leaves the step's other changes: joined
 * blocks are apart again, removed characters stand again, dropped blocks too. The refused changes
 * stay in the list as decided: without edit and without doubt.
 */
export function takeBack(repaired: Repaired, refused: ReadonlySet<string>): Repaired {
  const back = repaired.changes.filter((change) => change.edit !== null && refused.has(changeKey(change)));
  if (back.length === 0) return repaired;
  const edits = Map.groupBy(
    back.flatMap(({ edit }) => edit ?? []),
    ({ block }) => block,
  );
  const blocks = repaired.blocks.flatMap((block, index) => restore(block, edits.get(index) ?? []));
  const behind = (edits.get(repaired.blocks.length) ?? []).flatMap((edit) =>
    edit.kind === 'drop' ? [edit.dropped] : [],
  );
  const changes = repaired.changes.map((change) =>
    back.includes(change)
      ? { ...change, after: change.before, edit: null, doubt: false, note: '按原样保留' }
      : change,
  );
  return { blocks: [...blocks, ...behind], changes };
}

function restore(block: Block, edits: readonly Edit[]): readonly Block[] {
  const dropped = edits.flatMap((edit) => (edit.kind === 'drop' ? [edit.dropped] : []));
  const removes = edits.filter((edit) => edit.kind === 'remove').sort((a, b) => b.at - a.at);
  const joins = edits.filter((edit) => edit.kind === 'join').sort((a, b) => b.at - a.at);
  let text = block.text;
  for (const { at, text: removed } of removes) text = text.slice(0, at) + removed + text.slice(at);
  const tails: Block[] = [];
  for (const { at, glue, next } of joins) {
    tails.unshift({ ...next, text: text.slice(at + glue.length), origins: next.origins });
    text = text.slice(0, at);
  }
  return [...dropped, { ...block, text }, ...tails];
}
