import { once } from 'node:events';
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
const FEW = 400;
/** So many are sent to it at a time. */
const BATCH = 50;

/** Scans the files of a site for what must not go out while they are made (R5.5). */
export class SiteScanner implements FileScan {
  readonly #order: ScanOrder;
  readonly #waiting: Scannable[] = [];
  #worker: Worker | null = null;
  #result: Promise<readonly FoundLeak[]> | null = null;

  constructor(order: ScanOrder) {
    this.#order = order;
  }

  file(path: string): void {
    this.#add([path, null]);
  }

  part(path: string, bytes: Uint8Array): void {
    this.#add([path, bytes]);
  }

  /** What was found in all of them, as `scanFiles` tells it. */
  async finish(): Promise<readonly Diagnostic[]> {
    if (this.#worker === null) return findingsOf(await scanAll(this.#waiting, this.#order));
    this.#send();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    this.#worker.postMessage(null);
    return findingsOf((await this.#result) ?? []);
  }

  /** Ends the thread, whatever it does. */
  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  #add(each: Scannable): void {
    this.#waiting.push(each);
    if (this.#worker === null && this.#waiting.length > FEW) this.#start();
    if (this.#worker !== null && this.#waiting.length >= BATCH) this.#send();
  }

  #start(): void {
    this.#worker = new Worker(new URL('./scan-worker.ts', import.meta.url), {
      workerData: this.#order,
      resourceLimits: { maxYoungGenerationSizeMb: 96 },
    });
    this.#result = once(this.#worker, 'message').then(([found]: readonly FoundLeak[][]) => found ?? []);
    // Whoever waits for the result is told; nobody may wait any more when a build has failed.
    this.#result.catch(() => undefined);
  }

  #send(): void {
    this.#worker?.postMessage(this.#waiting.splice(0));
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
