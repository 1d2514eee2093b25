import { parentPort, workerData } from 'node:worker_threads';
import { readUnit } from './standing.ts';

/** The folder of the site, the folders in it, and how many of them have been taken, by all threads. */
const { target, units, taken }: { target: string; units: readonly string[]; taken: Int32Array } = workerData;

const looked: (readonly [unit: string, ReadonlyMap<string, string>])[] = [];
for (let at = Atomics.add(taken, 0, 1); at < units.length; at = Atomics.add(taken, 0, 1)) {
  const unit = units[at] ?? '';
  looked.push([unit, readUnit(target, unit)]);
}
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(looked);
