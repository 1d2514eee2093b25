import { availableParallelism, totalmem } from 'node:os';

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
/** What a thread takes of the memory of a machine where the minutes are ten thousand, in bytes. */
const OF_EACH = 1.5e9;

/** As many as the machine has cores, and memory for. */
export function threadsOfMachine(): Threads {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Infinity);
  const count = Math.min(availableParallelism(), MOST, Math.max(1, Math.floor(memory / OF_EACH)));
  return { count, least: LEAST, helps: true };
}

/** How many are to be begun beside that of the build, for so many documents. */
export function othersFor(documents: number, { count, least }: Pick<Threads, 'count' | 'least'>): number {
  return documents < least || documents === 0 ? 0 : Math.min(count, documents) - 1;
}
