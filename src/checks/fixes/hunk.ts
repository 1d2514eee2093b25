/** Lines of a source that a fix replaced. Both sides are whole lines without their ends. */
export interface Hunk {
  /** The first of the old lines, from 1; where nothing was, the line before which the new ones stand. */
  readonly line: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}
