import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newWorkshop, type Workshop } from '../publisher/place.ts';
import { beginTown, commandOf, histories, makeMistake, NAMES } from './commands.ts';
import { MISTAKES } from './mistakes.ts';
import { build, commitTown, openOffice, type Office } from './office.ts';
import { outcomeOf, PROMISES } from './promises.ts';
import { asked } from './search-promise.ts';
import { newTown, type Town } from './town.ts';

/**
 * Random histories of a town, and after each of them every promise. They run for a fixed time from a
 * fixed seed; `HISTORY_SEED` (or `random`) and `HISTORY_SECONDS` make them run on, by night, from another.
 */
const SEED =
  process.env['HISTORY_SEED'] === 'random'
    ? Math.floor(Math.random() * 2 ** 31)
    : Number(process.env['HISTORY_SEED'] ?? '20220709');
const SECONDS = Number(process.env['HISTORY_SECONDS'] ?? '60');

let workshop: Workshop;
const done = { histories: 0, acts: 0, pages: 0 };

beforeAll(() => {
  workshop = newWorkshop();
});
afterAll(() => {
  workshop.remove();
  const counts = { ...done, ...asked, promises: Object.keys(PROMISES).length, seed: SEED };
  console.log(JSON.stringify(counts));
});

/** Every promise that is broken at the end of a history, with what breaks it. */
async function brokenPromises(
  town: Town,
  office: Office,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const { repository, place, addresses, released, anchors } = office;
  const { now } = town;
  const clean = workshop.newPlace();
  await clean.build(repository.content, { clean: true, now });
  const outcome = outcomeOf({
    town,
    content: repository.content,
    dir: place.out,
    clean: clean.out,
    addresses,
    released,
    anchors,
  });
  done.pages += outcome.pages.size;
  const broken: Record<string, readonly string[]> = {};
  const again = await place.build(repository.content, { now });
  if (!again.unchanged) broken['a build without changes does nothing'] = [again.findings];
  for (const [promise, faultsOf] of Object.entries(PROMISES)) {
    const faults = await faultsOf(outcome);
    if (faults.length > 0) broken[promise] = faults;
  }
  return broken;
}

test('before anything is published every promise is kept', { timeout: 120_000 }, async () => {
  const [town, office] = [newTown(), openOffice(workshop)];
  commitTown(office, town, { subject: '开始', reason: null, kind: null });
  await build(office, town);
  expect(await brokenPromises(town, office)).toEqual({});
  office.repository.remove();
});

/** Everything that can happen, in an order in which it can. */
const LIFE =
  'publish / backfill / schedule / draft / changeRegistry / changeTopic / promote / addresses are entered / supplement / withhold / correct / redecide / takeBack / issue / dropItem / a correction is explained later / rename / correct / renameBack / withdraw / restore / withdraw / restoreChanged / archive / editWaiting / postpone / cancel / schedule / withdraw / time passes / a file is damaged / a mistake'.split(
    ' / ',
  );

test('after everything that can happen, every promise is kept', { timeout: 240_000 }, async () => {
  expect(new Set(LIFE)).toEqual(new Set(NAMES));
  const [town, office] = [newTown(), openOffice(workshop)];
  beginTown(town, office);
  for (const [seed, name] of LIFE.entries()) {
    const command = commandOf(name, [seed + 40, seed % 3 === 0]);
    expect([name, command.check(town)]).toEqual([name, true]);
    await command.run(town, office);
  }
  await build(office, town);
  expect(await brokenPromises(town, office)).toEqual({});
  office.repository.remove();
});

test('every mistake is refused and leaves the site as it was', { timeout: 240_000 }, async () => {
  const [town, office] = [newTown(), openOffice(workshop)];
  beginTown(town, office);
  for (const name of ['publish', 'supplement', 'withhold', 'rename'])
    await commandOf(name, [1, false]).run(town, office);
  const made: string[] = [];
  for (const name of Object.keys(MISTAKES))
    if (await makeMistake(town, office, name, () => 0)) made.push(name);
  expect(made).toEqual(Object.keys(MISTAKES));
  office.repository.remove();
});

test(
  'after any history of publishing, correcting, renaming, withdrawing and restoring, every promise is kept',
  { timeout: SECONDS * 1000 + 240_000 },
  async () => {
    const end = Date.now() + SECONDS * 1000;
    await fc.assert(
      fc.asyncProperty(histories(20), async (commands) => {
        // Also what a failure is shrunk by ends in time.
        if (Date.now() > end) return;
        const [town, office] = [newTown(), openOffice(workshop)];
        try {
          beginTown(town, office);
          await fc.asyncModelRun(() => ({ model: town, real: office }), commands);
          if (office.acts.length === 0) return;
          await build(office, town);
          expect({ history: office.acts, broken: await brokenPromises(town, office) }).toEqual({
            history: office.acts,
            broken: {},
          });
          done.histories++;
          done.acts += office.acts.length;
        } finally {
          office.repository.remove();
        }
      }),
      { seed: SEED, numRuns: 10_000 },
    );
  },
);
