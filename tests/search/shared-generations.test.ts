import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { buildSearch } from '../../src/search/index-builder.ts';
import { makeGenerations } from '../../src/search/make-generation.ts';
import { joinCaches } from '../../src/search/sealed-cache.ts';
import { filesIn } from './files-in.ts';
import { inventRecords } from './invented.ts';
import { sourceOf } from './source.ts';

const folder = mkdtempSync(join(tmpdir(), 'jiyao-shared-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const SOURCE = sourceOf(inventRecords(24, 7));
const OPTIONS = { index: 'pairs', limits: { sealed: 8, newest: 4, fresh: 4 } } as const;

/** The generations as several machines make them, each in a folder of its own. */
async function makeShares(name: string, of: number): Promise<readonly string[]> {
  const folders = Array.from({ length: of }, (_, number) => join(folder, `${name}-${String(number)}`));
  for (const [number, each] of folders.entries())
    await makeGenerations(SOURCE, each, (at) => at % of === number, OPTIONS);
  return folders;
}

test.for([1, 2, 5])('generations made on %i machines are those of one build, byte by byte', async (of) => {
  const alone = join(folder, `alone-${String(of)}`);
  const whole = await buildSearch(SOURCE, alone, OPTIONS);
  expect(whole.generations).toBeGreaterThan(2);
  const cache = join(folder, `joined-${String(of)}`);
  joinCaches(await makeShares(`of-${String(of)}`, of), cache);
  const together = join(folder, `together-${String(of)}`);
  const report = await buildSearch(SOURCE, together, { ...OPTIONS, cache });
  expect(report.made).toBe(0);
  expect(filesIn(together)).toEqual(filesIn(alone));
});

test('a damaged generation makes all of them be made anew, to the same bytes', async () => {
  const alone = join(folder, 'alone');
  await buildSearch(SOURCE, alone, OPTIONS);
  const shares = await makeShares('damaged', 2);
  const paths = Object.keys(filesIn(shares[0] ?? ''));
  const first = paths.find((path) => !path.endsWith('state.json')) ?? '';
  appendFileSync(join(shares[0] ?? '', first), 'x');
  const cache = join(folder, 'joined');
  joinCaches(shares, cache);
  const together = join(folder, 'together');
  const report = await buildSearch(SOURCE, together, { ...OPTIONS, cache });
  expect(report.made).toBe(report.generations);
  expect(filesIn(together)).toEqual(filesIn(alone));
});
