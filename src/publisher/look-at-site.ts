import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { joinStandings, readStanding, takeUnits, unitsIn, type UnitStanding } from './standing.ts';

/** So many files are looked at by a thread of its own, while the content is read here. */
const MANY = 5000;

/** A look at what stands in the folder of a site. */
export interface SiteLook {
  /** What stands there, see `readStanding`, once all of it was looked at. */
  readonly standing: Promise<ReadonlyMap<string, string>>;
  /** Takes part in the looking until nothing is left to look at: for whoever has nothing else to do. */
  readonly help: () => void;
}

/**
 * Begins to look at what stands in the folder of a site.
 *
 * @param files how many there are, about
 */
export function lookAtSite(target: string, files: number): SiteLook {
  if (files < MANY) {
    const standing = readStanding(target);
    return { standing: Promise.resolve(standing), help: () => undefined };
  }
  const work = { target, units: unitsIn(target), taken: new Int32Array(new SharedArrayBuffer(4)) };
  const worker = new Worker(new URL('./standing-worker.ts', import.meta.url), { workerData: work });
  const own: UnitStanding[] = [];
  const join = async (): Promise<ReadonlyMap<string, string>> => {
    const [looked]: readonly (readonly UnitStanding[])[] = await once(worker, 'message');
    return joinStandings([...(looked ?? []), ...own]);
  };
  return {
    standing: join(),
    help() {
      own.push(...takeUnits(work));
    },
  };
}
