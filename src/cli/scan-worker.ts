/** The thread that scans files while others are made: of each batch it tells what it found. */
import { parentPort, workerData } from 'node:worker_threads';
import { scanAll, type Scannable, type ScanOrder } from './site-scanner.ts';

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `SiteScanner` alone starts it
const order = workerData as ScanOrder;
let last: Promise<void> = Promise.resolve();

parentPort?.on('message', (batch: readonly Scannable[]) => {
  last = last.then(async () => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    parentPort?.postMessage(await scanAll(batch, order));
  });
});
