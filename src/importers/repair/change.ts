import type { Block, SourcePlace } from '../blocks.ts';

/** The names of the repairs, in the order they run; they stand in reports and options. */
export type StepName =
  | 'reader'
  | 'control-characters'
  | 'page-marks'
  | 'broken-names'
  | 'wrapped-lines'
  | 'line-edges'
  | 'page-breaks'
  | 'run-in-points'
  | 'label-spaces'
  | 'padded-names'
  | 'number-spaces'
  | 'mark-spaces'
  | 'word-spaces'
  | 'title-lines'
  | 'odd-characters';

/** What a change did, in the coordinates of the step's result, so that it can be undone. */
export type Edit =
  /** White space or control characters that stood at `at`. */
  | { readonly kind: 'remove'; readonly block: number; readonly at: number; readonly text: string }
  /** A block that began at `at`, behind `glue`; `next` is that block as it was. */
  | {
      readonly kind: 'join';
      readonly block: number;
      readonly at: number;
      readonly glue: string;
      readonly next: Block;
    }
  /** A page mark that stood before the block. */
  | { readonly kind: 'drop'; readonly block: number; readonly dropped: Block };

/** One thing a repair did, or (`edit` null) left as printed for a clerk to look at. */
export interface Change {
  readonly step: StepName;
  readonly place: SourcePlace;
  /** The text round the place before and after, ⏎ for the end of a block. */
  readonly before: string;
  readonly after: string;
  /** True where a clerk should look. */
  readonly doubt: boolean;
  /** Why, in Chinese, for the report. */
  readonly note: string;
  readonly edit: Edit | null;
}

export interface Repaired {
  readonly blocks: readonly Block[];
  readonly changes: readonly Change[];
}

/** A repair: pure, linear in the text, never touching a visible character but page marks. */
export type Repair = (blocks: readonly Block[]) => Repaired;

/** How many characters an excerpt shows on each side. */
export const AROUND = 10;

/** The text round `at`, cut to a few characters on both sides, control characters made visible. */
export function excerpt(text: string, at: number, length = 0): string {
  const start = Math.max(0, at - AROUND);
  const end = Math.min(text.length, at + length + AROUND);
  const cut = text.slice(start, end).replace(/[\u0000-\u001f\u007f]/g, '□');
  return (start > 0 ? '…' : '') + cut + (end < text.length ? '…' : '');
}
