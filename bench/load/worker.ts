import { parentPort, workerData } from 'node:worker_threads';
import { createRandom } from '../city/random.ts';
import type { Visit } from './plan.ts';
import { tally, type Tally } from './tally.ts';
import { Visitor } from './visitor.ts';

/** So many people at once, each making one visit after the other until the time is over. */
export interface Crowd {
  readonly url: string;
  readonly visits: readonly Visit[];
  readonly people: number;
  readonly seconds: number;
  /** Milliseconds between two pages; 0 asks as fast as answers come. */
  readonly pause: number;
  readonly seed: string;
}

/** Somebody new comes after every second visit; the others come back with what they have. */
async function crowd({ url, visits, people, seconds, pause, seed }: Crowd): Promise<Tally> {
  const end = performance.now() + seconds * 1000;
  const total = tally();
  await Promise.all(
    Array.from({ length: people }, async (_, number) => {
      const random = createRandom(`${seed}/${String(number)}`);
      // Not all in the same instant, where they are people.
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, random.whole(0, pause)));
      while (performance.now() < end) {
        const visitor = new Visitor(url);
        const visit = random.pick(visits);
        total.add(await visitor.visit(visit, pause));
        if (performance.now() < end) total.add(await visitor.visit(visit, pause));
        visitor.leave();
      }
    }),
  );
  return total.result();
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the other side of this file gives
const order = workerData as Crowd;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(await crowd(order));
