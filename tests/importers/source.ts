import { undo } from '../../src/importers/repair/undo.ts';
import { readLines } from '../../src/importers/readers/txt.ts';
import type { Block } from '../../src/importers/blocks.ts';
import type { Change, Repair } from '../../src/importers/repair/change.ts';

/** What a repair makes of a text: its blocks one to a line, and what it reports. */
export interface RepairedText {
  readonly text: string;
  readonly changes: readonly Change[];
}

/** Runs one repair over the lines of a text. */
export function repairText(repair: Repair, text: string): RepairedText {
  const { blocks, changes } = repair(readLines(text));
  return { text: textOf(blocks), changes };
}

/** The text a repair gives back when it is undone; equal to the lines of the source. */
export function undoneText(repair: Repair, text: string): string {
  return textOf(undo(repair(readLines(text))));
}

export function textOf(blocks: readonly Block[]): string {
  return blocks.map((block) => block.text).join('\n');
}

/** The lines of the source in which a clerk should look. */
export function doubtfulLines({ changes }: RepairedText): readonly number[] {
  return changes.filter(({ doubt }) => doubt).map(({ place }) => place.line);
}
