import { readDocument } from '../../minutes/document.ts';

const UNSEEN = /[\s\u200b-\u200d\u2060\ufeff]/gu;

/** Whether two bodies have the same blocks with the same visible characters. */
export function readsAlike(before: readonly string[], after: readonly string[]): boolean {
  return visibleBlocks(before) === visibleBlocks(after);
}

function visibleBlocks(lines: readonly string[]): string {
  // A front matter that is empty keeps the lines from being read as one.
  const { text, blocks } = readDocument(['---', '---', ...lines].join('\n'), '');
  return blocks
    .map(({ kind, depth, span }) => ({
      kind,
      depth,
      seen: text.slice(span.start, span.end).replaceAll(UNSEEN, ''),
    }))
    .filter(({ kind, seen }) => kind === 'withheld' || seen !== '')
    .map(({ kind, depth, seen }) => `${kind} ${String(depth)} ${seen}`)
    .join('\n');
}
