import { parentPort, workerData } from 'node:worker_threads';
import { readStanding } from './standing.ts';

/** The folder of the site. */
const target: string = workerData;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(readStanding(target));
