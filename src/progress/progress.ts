/** Somebody who is told how far a long piece of work has come. */
export interface Progress {
  /**
   * A part of the work begins; it ends the one before.
   *
   * @param total how many steps it has; null where nobody knows
   */
  begin(this: void, name: string, total: number | null): void;
  /** One more step of the part is done. */
  step(this: void): void;
}

/** Tells nobody. */
export const QUIET: Progress = { begin: () => undefined, step: () => undefined };
