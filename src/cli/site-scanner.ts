import { once } from 'node:events';
import { setImmediate, setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Diagnostic } from '../minutes/diagnostics.ts';
import type { FileScan } from '../publisher/site-files.ts';
import { findingsOf, scanBytes, scanFile, type FoundLeak, type SiteScan } from './scan-site.ts';

/** A file to be scanned; with its bytes where only they are new. */
export type Scannable = readonly [file: string, bytes: Uint8Array | null];

/** What the thread that scans is told when it begins. */
export interface ScanOrder {
  readonly folder: string;
  readonly scan: SiteScan;
}

/** So many files are scanned here; for more a thread of its own scans while others are made. */
const FEW = 100;
/** So many are sent to it at a time, and so many times before it has told of the first. */
const BATCH = 50;
const AHEAD = 2;
/** So many are scanned here before anything else gets its turn; and in milliseconds, how long one waits for more. */
const AT_ONCE = 10;
const PAUSE = 20;

/**
 * Scans the files of a site for what must not go out while they are made (R5.5). What the thread hasn't come to is
 * scanned by whoever has nothing else to do.
 */
export class SiteScanner implements FileScan {
  readonly #order: ScanOrder;
  readonly #waiting: Scannable[] = [];
  readonly #found: FoundLeak[] = [];
  #worker: Worker | null = null;
  #failure: Error | null = null;
  /** Batches that the thread hasn't told of. */
  #sent = 0;

  constructor(order: ScanOrder) {
    this.#order = order;
  }

  file(path: string): void {
    this.#add([path, null]);
  }

  part(path: string, bytes: Uint8Array): void {
    this.#add([path, bytes]);
  }

  /** Scans what waits, until something else has come to its end, however that is. */
  async help(until: Promise<unknown>): Promise<void> {
    const end = new AbortController();
    const over = until.then(
      () => {
        end.abort();
      },
      () => {
        end.abort();
      },
    );
    while (!end.signal.aborted)
      if (this.#waiting.length === 0) await Promise.race([over, wait(PAUSE)]);
      else await this.#scanSome();
  }

  /** What was found in all of them, as `scanFiles` tells it. */
  async finish(): Promise<readonly Diagnostic[]> {
    while (this.#waiting.length > 0) await this.#scanSome();
    while (this.#sent > 0) {
      if (this.#failure !== null) throw this.#failure;
      if (this.#worker !== null) await once(this.#worker, 'message');
    }
    return findingsOf(this.#found);
  }

  /** Ends the thread, whatever it does. */
  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  async #scanSome(): Promise<void> {
    this.#found.push(...(await scanAll(this.#waiting.splice(-AT_ONCE), this.#order)));
    await setImmediate();
  }

  #add(each: Scannable): void {
    this.#waiting.push(each);
    if (this.#worker === null && this.#waiting.length > FEW) this.#start();
    this.#send();
  }

  #start(): void {
    const worker = new Worker(new URL('./scan-worker.ts', import.meta.url), {
      workerData: this.#order,
      resourceLimits: { maxYoungGenerationSizeMb: 96 },
    });
    worker.on('message', (found: readonly FoundLeak[]) => {
      this.#found.push(...found);
      this.#sent--;
      this.#send();
    });
    worker.on('error', (error) => {
      this.#failure = error instanceof Error ? error : new Error(String(error));
    });
    this.#worker = worker;
  }

  #send(): void {
    while (this.#worker !== null && this.#sent < AHEAD && this.#waiting.length >= BATCH) {
      this.#sent++;
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      this.#worker.postMessage(this.#waiting.splice(-BATCH));
    }
  }
}

/** Scans files, one after the other. */
export async function scanAll(
  files: readonly Scannable[],
  { folder, scan }: ScanOrder,
): Promise<readonly FoundLeak[]> {
  const found: FoundLeak[] = [];
  for (const [file, bytes] of files)
    found.push(...(await (bytes === null ? scanFile(folder, file, scan) : scanBytes(file, bytes, scan))));
  return found;
}
