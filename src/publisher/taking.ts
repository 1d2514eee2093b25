/** Counts how much of some work was taken, in memory that threads share. */
export function newCount(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(4));
}

/**
 * What of some work a thread takes: the next that no other has taken, until nothing is left. All threads have
 * the same list and the same count.
 */
export function* takeFrom<T>(work: readonly T[], taken: Int32Array): Iterable<T> {
  for (let at = Atomics.add(taken, 0, 1); at < work.length; at = Atomics.add(taken, 0, 1)) {
    const next = work[at];
    if (next !== undefined) yield next;
  }
}
