import { parentPort, Worker, workerData } from 'node:worker_threads';
import { faultOf, raised, type ThreadFault } from './thread-fault.ts';

/** A kind of work that a thread can do. */
export interface ThreadWork<Order, Made> {
  /** The program of the thread, which calls `workFor` with this. */
  readonly file: URL;
  /** Does it, and tells what it makes. */
  readonly work: (order: Order, tell: (made: Made) => void) => void | Promise<void>;
}

/** What a thread says: what it has made, that it is done, or why it couldn't. */
type Said<Made> =
  | { readonly kind: 'made'; readonly made: Made }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly fault: ThreadFault };

/** A thread that works for a build. */
export interface Thread {
  /** Resolves when all it has made was taken; rejects with what stopped it. */
  readonly ended: Promise<void>;
  /** Ends it, whatever it does. */
  close(this: void): Promise<void>;
}

/**
 * Begins a thread.
 *
 * @param take what is done with each thing that it makes
 */
export function startThread<Order, Made>(
  { file }: ThreadWork<Order, Made>,
  order: Order,
  take: (made: Made) => void,
): Thread {
  const worker = new Worker(file, { workerData: order });
  const ended = new Promise<void>((resolve, reject) => {
    worker.on('message', (said: Said<Made>) => {
      if (said.kind === 'done') resolve();
      else if (said.kind === 'failed') reject(raised(said.fault));
      else
        try {
          take(said.made);
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      reject(new Error(`A thread ended before its work: ${file.pathname}`));
    });
  });
  // Whoever waits for it is told; nobody may when the build fails before.
  ended.catch(() => undefined);
  return {
    ended,
    close: async () => {
      await worker.terminate();
    },
  };
}

/** Does the work of a thread, and says how it ended. What it throws the build throws. */
export function workFor<Order, Made>({ work }: ThreadWork<Order, Made>): void {
  const say = (said: Said<Made>): void => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    parentPort?.postMessage(said);
  };
  const run = async (): Promise<void> => {
    const order: Order = workerData;
    await work(order, (made) => {
      say({ kind: 'made', made });
    });
  };
  run().then(
    () => {
      say({ kind: 'done' });
    },
    (error: unknown) => {
      say({ kind: 'failed', fault: faultOf(error) });
    },
  );
}
