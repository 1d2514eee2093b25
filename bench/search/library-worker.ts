import { readFileSync, writeFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { LIBRARIES } from './libraries.ts';

/** What a thread that builds and asks the index of a library is given. */
export interface LibraryTask {
  readonly name: string;
  /** Files: the texts as JSON, and where the index is to be written. */
  readonly texts: string;
  readonly index: string;
  readonly queries: readonly string[];
}

export interface LibraryResult {
  readonly seconds: number;
  /** The numbers of the texts that each query finds. */
  readonly found: readonly (readonly number[])[];
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the other thread hands over
const { name, texts, index, queries } = workerData as LibraryTask;
const library = LIBRARIES.find((each) => each.name === name);
if (library !== undefined) {
  const content: readonly string[] = JSON.parse(readFileSync(texts, 'utf8'));
  const start = performance.now();
  const json = library.build(content);
  const seconds = (performance.now() - start) / 1000;
  writeFileSync(index, json);
  const search = library.open(json);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's has no such argument
  parentPort?.postMessage({ seconds, found: queries.map(search) } satisfies LibraryResult);
}
