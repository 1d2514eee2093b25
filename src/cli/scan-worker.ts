/** The thread that scans files while others are made: batches of them, then null, then it tells what it found. */
import { parentPort, workerData } from 'node:worker_threads';
import type { FoundLeak } from './scan-site.ts';
import { scanAll, type Scannable, type ScanOrder } from './site-scanner.ts';

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `SiteScanner` alone starts it
const order = workerData as ScanOrder;
const found: FoundLeak[] = [];
let last: Promise<void> = Promise.resolve();

parentPort?.on('message', (batch: readonly Scannable[] | null) => {
  last = last.then(async () => {
    if (batch !== null) found.push(...(await scanAll(batch, order)));
    else {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      parentPort?.postMessage(found);
      parentPort?.close();
    }
  });
});
