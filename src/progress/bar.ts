/** How far a part of the work has come. */
export interface PartOfWork {
  readonly name: string;
  readonly done: number;
  /** Null where nobody knows how many steps it has. */
  readonly total: number | null;
  /** Milliseconds since it began. */
  readonly elapsed: number;
}

const CELLS = 20;
/** Before this, one slow step would say more of the rest than all that are to come. */
const FIRST_GUESS = 1000;

/**
 * One line of a terminal: name, bar, count and what is left of the time, as far as they are known:
 * `页面 ██████████░░░░░░░░░░ 5,000/10,000 还需 40 秒`. Never wider than `columns`, where a Chinese
 * character takes two: the bar goes first, then the rest of the time.
 */
export function barOf(part: PartOfWork, columns: number): string {
  const { name, done, total, elapsed } = part;
  if (total === null) {
    const count = done === 0 ? [] : [countOf(done)];
    return fitting([[name, ...count, `已用 ${spanOf(elapsed)}`], [name]], columns);
  }
  const filled = total === 0 ? CELLS : Math.floor((Math.min(done, total) / total) * CELLS);
  const bar = '█'.repeat(filled) + '░'.repeat(CELLS - filled);
  const count = `${countOf(done)}/${countOf(total)}`;
  const rest = restOf({ done, total, elapsed });
  const time = rest === null ? [] : [`还需 ${spanOf(rest)}`];
  return fitting([[name, bar, count, ...time], [name, count, ...time], [name, count], [name]], columns);
}

/**
 * Milliseconds until the end, if every step takes as long as those so far took; null while too little is
 * done to tell.
 */
export function restOf({
  done,
  total,
  elapsed,
}: Readonly<Record<'done' | 'total' | 'elapsed', number>>): number | null {
  if (done === 0 || elapsed < FIRST_GUESS) return null;
  return Math.max(0, ((total - done) * elapsed) / done);
}

/** `8 秒`, `3 分 20 秒`, `2 小时 5 分`: rounded up to what matters. */
export function spanOf(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < 60) return `${String(seconds)} 秒`;
  if (seconds < 3600) return `${String(Math.floor(seconds / 60))} 分 ${String(seconds % 60)} 秒`;
  const minutes = Math.ceil(seconds / 60);
  return `${String(Math.floor(minutes / 60))} 小时 ${String(minutes % 60)} 分`;
}

/** The first of the lines that fits; the last one cut where none does. */
function fitting(lines: readonly (readonly string[])[], columns: number): string {
  const all = lines.map((words) => words.join(' '));
  return all.find((line) => widthOf(line) <= columns) ?? cut(all.at(-1) ?? '', columns);
}

function cut(line: string, columns: number): string {
  let shown = '';
  for (const character of line) {
    if (widthOf(shown + character) > columns) break;
    shown += character;
  }
  return shown;
}

/** Columns of a terminal: East Asian characters take two. */
export function widthOf(line: string): number {
  return Array.from(line).reduce((sum, character) => sum + (/[\u2e80-\uffef]/u.test(character) ? 2 : 1), 0);
}

function countOf(count: number): string {
  return count.toLocaleString('en');
}
