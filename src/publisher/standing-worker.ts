import { parentPort, workerData } from 'node:worker_threads';
import { takeUnits, type UnitWork } from './standing.ts';

const work: UnitWork = workerData;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(takeUnits(work));
