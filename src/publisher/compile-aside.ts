import { openBundle } from './bundle.ts';
import { startThread, type Thread, type ThreadWork } from './thread.ts';

/** The bundle that a thread is to have ready, see `openBundle`. */
interface CompileOrder {
  readonly cacheDir: string;
  readonly version: string;
}

/** The pages, compiled in a thread of its own where they aren't, while something else is done. */
export class CompilingAside {
  readonly #order: CompileOrder;
  #thread: Thread | null = null;

  constructor(order: CompileOrder) {
    this.#order = order;
  }

  begin(): void {
    this.#thread ??= startThread(COMPILING_THREAD, this.#order, () => undefined);
  }

  /** Resolves when nothing is being compiled. Rejects when the pages don't compile. */
  async finish(): Promise<void> {
    await this.#thread?.ended;
    // Its compiler would hold some hundred megabytes as long as it lives.
    await this.#thread?.close();
  }
}

export const COMPILING_THREAD: ThreadWork<CompileOrder, never> = {
  file: new URL('./bundle-worker.ts', import.meta.url),
  work: async ({ cacheDir, version }) => {
    await openBundle(cacheDir, version);
  },
};
