import { availableParallelism } from 'node:os';

/** Who works on a build. */
export interface Threads {
  /** How many threads there may be, that of the build among them. */
  readonly count: number;
  /** For fewer documents than this no other is begun: it would take longer to begin than to make them. */
  readonly least: number;
  /** Whether the thread of the build takes from the same work, where there are others; else it waits for them. */
  readonly helps: boolean;
}

/** More would each hold a part of the content in memory, and wait for the one disk. */
const MOST = 4;
const LEAST = 200;

/** As many as the machine has cores. */
export function threadsOfMachine(): Threads {
  return { count: Math.min(availableParallelism(), MOST), least: LEAST, helps: true };
}

/** How many are to be begun beside that of the build, for so many documents. */
export function othersFor(documents: number, { count, least }: Pick<Threads, 'count' | 'least'>): number {
  return documents < least || documents === 0 ? 0 : Math.min(count, documents) - 1;
}
