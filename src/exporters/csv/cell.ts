/** What a cell may hold; null is an empty cell. */
export type Value = string | number | null | readonly string[];

/** What stands between the parts of a cell that holds several. */
export const SEPARATOR = '；';

/** What a spreadsheet takes for the beginning of a formula (OWASP, CSV Injection), in both widths. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/u;

export interface Cell {
  /** As it stands in the file, quoted where it has to be. */
  readonly text: string;
  /** Whether an apostrophe was put before the value. */
  readonly guarded: boolean;
}

/**
 * A cell of RFC 4180. A text that a spreadsheet would run as a formula gets an apostrophe in front,
 * which the row tells in its last column: nothing is altered silently, and who takes the apostrophe
 * away there has the text back. Numbers are never guarded.
 */
export function cellOf(value: Value): Cell {
  if (value === null) return { text: '', guarded: false };
  if (typeof value === 'number') return { text: String(value), guarded: false };
  const text = typeof value === 'string' ? value : value.join(SEPARATOR);
  const guarded = FORMULA.test(text);
  return { text: quoted(guarded ? `'${text}` : text), guarded };
}

function quoted(text: string): string {
  return /[",\r\n]/u.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
