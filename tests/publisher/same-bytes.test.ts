import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newCity, type City } from './city-edits.ts';
import { hashesOf, newWorkshop, type Workshop } from './place.ts';

let workshop: Workshop;
beforeAll(() => {
  workshop = newWorkshop();
});
afterAll(() => {
  workshop.remove();
});

/** The same numbers for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

async function cleanBytes(city: City): Promise<Readonly<Record<string, string>>> {
  const place = workshop.newPlace();
  const report = await place.build(city.repository.content, { clean: true });
  expect(report.written).toBe(true);
  return hashesOf(place.out);
}

describe('a build that builds on the last one', () => {
  test.for([1, 2, 3])(
    'gives the bytes of a clean build after every edit of a history (%i)',
    { timeout: 300_000 },
    async (seed) => {
      const city = newCity();
      const random = randomOf(seed);
      const place = workshop.newPlace();
      const first = await place.build(city.repository.content);
      expect(first.findings).not.toMatch(/ 错误 /u);
      for (let round = 0; round < 4; round++) {
        const edits: string[] = [];
        for (let step = 0; step < 3; step++) {
          const edit = city.edit(random);
          edits.push(edit);
          const report = await place.build(city.repository.content);
          expect(report.written ? '' : `${edit}\n${report.findings}`).toBe('');
          // Only the registry stands on every page.
          expect([edit, report.anew !== null]).toEqual([edit, edit === 'change the registry']);
        }
        expect([edits, hashesOf(place.out)]).toEqual([edits, await cleanBytes(city)]);
      }
      city.repository.remove();
    },
  );

  test('writes what a correction reaches and nothing else', { timeout: 120_000 }, async () => {
    const city = newCity();
    for (const at of [0, 0.05, 0.15, 0.2]) city.edit(() => at);
    const place = workshop.newPlace();
    await place.build(city.repository.content);
    const before = hashesOf(place.out);
    const edit = city.edit(() => 0.35);
    expect(edit).toMatch(/^correct /u);
    const report = await place.build(city.repository.content);
    const after = hashesOf(place.out);
    const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
    expect(changed).toHaveLength(report.changes.written);
    const id = edit.replace('correct ', '');
    const meetings = changed.filter((path) => /^minutes\/\d{4}\/\d+\/index\.html$/u.test(path));
    // The first correction opens a column, which stands on every page; the second reaches one meeting.
    expect(meetings).toContain(`minutes/${id}/index.html`);
    const secondEdit = city.edit(() => 0.35);
    expect(secondEdit).toBe(edit);
    const second = await place.build(city.repository.content);
    const last = hashesOf(place.out);
    const reached = Object.keys(last).filter((path) => last[path] !== after[path]);
    expect(reached.filter((path) => /^minutes\/\d{4}\/\d+\/index\.html$/u.test(path))).toEqual([
      `minutes/${id}/index.html`,
    ]);
    expect(second.changes).toMatchObject({ parsed: 1 });
    const idle = await place.build(city.repository.content);
    expect(idle.changes).toMatchObject({ parsed: 0, printed: 0, written: 0, deleted: 0 });
    city.repository.remove();
  });
});
