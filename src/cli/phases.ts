import type { Progress } from '../progress/progress.ts';

/** Tells how far a build has come, and notes the time that each part of it took. */
export class Phases implements Progress {
  readonly #progress: Progress;
  readonly #all = new Map<string, number>();
  #current: { readonly name: string; readonly since: number } | null = null;

  constructor(progress: Progress) {
    this.#progress = progress;
  }

  readonly begin = (name: string, total: number | null): void => {
    this.#end();
    this.#current = { name, since: performance.now() };
    this.#progress.begin(name, total);
  };

  readonly step = (): void => {
    this.#progress.step();
  };

  /** Milliseconds by name, in the order of the first of each name; until now. */
  get all(): readonly (readonly [name: string, milliseconds: number])[] {
    this.#end();
    return [...this.#all];
  }

  #end(): void {
    if (this.#current === null) return;
    const { name, since } = this.#current;
    this.#all.set(name, (this.#all.get(name) ?? 0) + performance.now() - since);
    this.#current = null;
  }
}
