import { writeOrdered, type TableOrderText } from './table-order.ts';
import type { ThreadWork } from './thread.ts';

/** Writes tables while pages are made; tells the hash of each. */
export const TABLE_THREAD: ThreadWork<readonly TableOrderText[], readonly [path: string, sha256: string]> = {
  file: new URL('./table-worker.ts', import.meta.url),
  work(orders, tell) {
    for (const order of orders) tell([order.path, writeOrdered(order)]);
  },
};
