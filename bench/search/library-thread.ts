import { Worker } from 'node:worker_threads';
import type { LibraryResult, LibraryTask } from './library-worker.ts';

/** What a library may take before it counts as not reaching a size. */
export const LIMITS = { gigabytes: 6, minutes: 15 } as const;

/** Builds and asks the index of a library in a thread of its own; a text says why it did not come to an end. */
export function runLibrary(task: LibraryTask): Promise<LibraryResult | string> {
  return new Promise((resolve) => {
    const thread = new Worker(new URL('./library-worker.ts', import.meta.url), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: LIMITS.gigabytes * 1024 },
    });
    const timer = setTimeout(() => {
      resolve(`not built within ${String(LIMITS.minutes)} minutes`);
      void thread.terminate();
    }, LIMITS.minutes * 60_000);
    const end = (result: LibraryResult | string): void => {
      clearTimeout(timer);
      resolve(result);
    };
    thread.on('message', end);
    thread.on('error', (error) => {
      const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      end(
        isMemory
          ? `not built within ${String(LIMITS.gigabytes)} GB of memory`
          : `not built: ${error.message}`,
      );
    });
  });
}
