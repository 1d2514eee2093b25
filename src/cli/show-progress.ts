import { barOf } from '../progress/bar.ts';
import { QUIET, type Progress } from '../progress/progress.ts';

/** Where a bar is drawn. */
export interface BarScreen {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(this: BarScreen, text: string): unknown;
}

/** What is over sooner shows no bar. */
const LEAST = 2000;
/** More often than this nobody reads it. */
const BETWEEN = 100;
/** Back to the first column, and everything behind it erased. */
const ERASE = '\r\u001B[K';

/** A bar that goes when the work is done. */
export interface ShownProgress extends Progress {
  /** Erases the bar, before anything else is written. */
  readonly end: () => void;
}

/** Where nothing may be shown. */
export const NO_BAR: ShownProgress = { ...QUIET, end: () => undefined };

/**
 * A bar in the last line of the terminal, once the work has lasted two seconds; nothing where nobody looks:
 * in CI, or where the output isn't a terminal.
 */
export function showProgress(
  screen: BarScreen,
  environment: Readonly<Record<string, string | undefined>>,
  clock: () => number = () => performance.now(),
): ShownProgress {
  const { CI = '' } = environment;
  if (screen.isTTY !== true || (CI !== '' && CI !== 'false')) return NO_BAR;
  const started = clock();
  let part = { name: '', done: 0, total: null as number | null, since: started };
  let drawn: number | null = null;
  const draw = (): void => {
    const now = clock();
    if (now - started < LEAST || (drawn !== null && now - drawn < BETWEEN)) return;
    drawn = now;
    // A terminal without a size says 0. The last column stays free: some break the line after it.
    screen.write(ERASE + barOf({ ...part, elapsed: now - part.since }, (screen.columns || 80) - 1));
  };
  return {
    begin(name, total) {
      part = { name, done: 0, total, since: clock() };
      draw();
    },
    step() {
      part.done++;
      draw();
    },
    end() {
      if (drawn !== null) screen.write(ERASE);
      drawn = null;
    },
  };
}
