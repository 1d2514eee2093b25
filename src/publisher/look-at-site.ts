import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { readStanding } from './standing.ts';

/** Of so many files a thread of its own looks at what stands, while the content is read here. */
const MANY = 5000;

/**
 * What stands in the folder of a site, see `readStanding`.
 *
 * @param files how many there are, about
 */
export async function lookAtSite(target: string, files: number): Promise<ReadonlyMap<string, string>> {
  if (files < MANY) return readStanding(target);
  const worker = new Worker(new URL('./standing-worker.ts', import.meta.url), { workerData: target });
  const [standing]: readonly ReadonlyMap<string, string>[] = await once(worker, 'message');
  return standing ?? new Map<string, string>();
}
