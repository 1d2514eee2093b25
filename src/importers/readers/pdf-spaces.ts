import type { TextRun } from './pdf-lines.ts';

/** A space between two characters of one em or wider, as a share of the em. */
const REAL_SPACE = 0.18;
/** A gap as wide as this between two runs is a space even where the PDF has no character. */
const GAP = 0.5;
const COLUMN_GAP = 0.6;

/**
 * The text of the runs of one line, from left to right. A PDF has no spaces but gaps: the library
 * reads every gap of a tenth of a character as a space, so a line that was stretched to the margin
 * comes with a space behind each character. Such spaces go; a gap as wide as a real space, and
 * those of columns, become one space.
 */
export function textOfRuns(runs: readonly TextRun[]): string {
  const stretched = isStretched(runs);
  let text = '';
  let end = Number.NEGATIVE_INFINITY;
  for (const run of runs) {
    const own = withoutThinSpaces(run, stretched);
    const gap = text === '' ? 0 : run.x - end;
    if (gap > 0 && isSpace(text, own, gap / run.size, stretched)) text += ' ';
    text += own;
    end = Math.max(end, run.x + run.width);
  }
  return text;
}

function isSpace(left: string, right: string, gap: number, stretched: boolean): boolean {
  if (/\s$/.test(left) || /^\s/.test(right)) return false;
  if (isWide(left.at(-1)) && isWide(right.at(0))) return gap > (stretched ? GAP : REAL_SPACE);
  return gap > (isWide(left.at(-1)) || isWide(right.at(0)) ? GAP : 0.2);
}

function withoutThinSpaces(run: TextRun, stretched: boolean): string {
  const spaces = run.text.match(WIDE_SPACE)?.length ?? 0;
  if (spaces === 0) return run.text;
  const each = (run.width - naturalWidth(run)) / spaces / run.size;
  return stretched || each < REAL_SPACE ? run.text.replace(WIDE_SPACE, '') : run.text;
}

const WIDE_SPACE = /(?<=[^\x00-\u10ff])[ \u00a0]+(?=[^\x00-\u10ff])/g;

/** Spaces at every third character or more, all of them narrow: the line was stretched. */
function isStretched(runs: readonly TextRun[]): boolean {
  const text = runs.map((run) => run.text);
  const wide = text.join('').match(/[^\x00-\u10ff]/g)?.length ?? 0;
  const gaps = runs.slice(1).map((run, index) => {
    const before = runs[index];
    return before ? (run.x - before.x - before.width) / run.size : 0;
  });
  if (gaps.some((gap) => gap > COLUMN_GAP)) return false;
  const between = gaps.filter((gap) => gap > 0.1).length;
  const inside = runs
    .map((run) => ({ run, count: run.text.match(WIDE_SPACE)?.length ?? 0 }))
    .filter(({ count }) => count > 0);
  const columns = inside.some(
    ({ run, count }) => (run.width - naturalWidth(run)) / count / run.size > COLUMN_GAP,
  );
  const spaces = between + inside.reduce((sum, { count }) => sum + count, 0);
  return !columns && spaces >= 3 && spaces >= wide * 0.25;
}

/** The width of a run's characters without any gap: one em for wide ones, half for Latin. */
function naturalWidth({ text, size }: TextRun): number {
  let width = 0;
  for (const char of text) {
    if (isWide(char)) width += size;
    else if (char !== ' ') width += size * 0.52;
  }
  return width;
}

function isWide(char: string | undefined): boolean {
  return char !== undefined && char.charCodeAt(0) > 0x10ff;
}
