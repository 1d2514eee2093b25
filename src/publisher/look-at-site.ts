import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { joinStandings, readStanding, unitsIn } from './standing.ts';

/** So many files are looked at by threads of their own, while the content is read here. */
const MANY = 5000;
const THREADS = 2;

/**
 * What stands in the folder of a site, see `readStanding`.
 *
 * @param files how many there are, about
 */
export async function lookAtSite(target: string, files: number): Promise<ReadonlyMap<string, string>> {
  if (files < MANY) return readStanding(target);
  const workerData = { target, units: unitsIn(target), taken: new Int32Array(new SharedArrayBuffer(4)) };
  const looks = Array.from({ length: THREADS }, async () => {
    const worker = new Worker(new URL('./standing-worker.ts', import.meta.url), { workerData });
    const [looked]: readonly (readonly (readonly [string, ReadonlyMap<string, string>])[])[] = await once(
      worker,
      'message',
    );
    return looked ?? [];
  });
  return joinStandings((await Promise.all(looks)).flat());
}
