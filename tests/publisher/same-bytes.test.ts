import { spawnSync } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newCity, type City } from './city-edits.ts';
import { hashesOf, newWorkshop, type Workshop } from './place.ts';

const CLI = join(import.meta.dirname, '..', '..', 'src', 'cli');

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

  test('gives them after members of a portal came, changed and went', { timeout: 300_000 }, async () => {
    const city = newCity();
    city.edit(() => 0);
    const place = workshop.newPlace();
    await place.build(city.repository.content);
    for (const members of [1, 2, 0]) {
      expect(city.takeMembers()).toBe(`take ${String(members)} members`);
      const report = await place.build(city.repository.content);
      expect([members, report.anew, report.changes.parsed]).toEqual([members, null, 0]);
      const hashes = hashesOf(place.out);
      expect('portal/feed.xml' in hashes).toBe(members > 0);
      expect(hashes).toEqual(await cleanBytes(city));
    }
    city.repository.remove();
  });

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

describe('time zone and folder', () => {
  test(
    'change no byte: built from the beginning, on the last build, and in parts',
    { timeout: 300_000 },
    () => {
      const city = newCity();
      for (const at of [0, 0.1, 0.35, 0.05, 0.75]) city.edit(() => at);
      const shared = join(workshop.folder, 'compiled');
      /** A copy of the repository in a folder of its own, where commands run under a time zone. */
      const newHome = (name: string, zone: string) => {
        const home = join(workshop.folder, name);
        const cache = join(home, 'cache');
        const git = (...options: readonly string[]): void => {
          expect(spawnSync('git', options).status).toBe(0);
        };
        git('clone', '--quiet', city.repository.dir, join(home, 'clone'));
        if (existsSync(shared)) cpSync(shared, join(cache, 'bundle'), { recursive: true });
        return {
          out: join(home, 'out'),
          pull: () => {
            git('-C', join(home, 'clone'), 'pull', '--quiet');
          },
          run: (command: 'build' | 'assemble', ...options: readonly string[]): void => {
            const { status, stdout, stderr } = spawnSync(
              process.execPath,
              [join(CLI, `${command}.ts`), ...options],
              {
                encoding: 'utf8',
                env: {
                  ...process.env,
                  TZ: zone,
                  CONTENT_DIR: join(home, 'clone', 'content'),
                  OUT_DIR: join(home, 'out'),
                  PARTS_DIR: join(home, 'parts'),
                  CACHE_DIR: cache,
                },
              },
            );
            expect([status, status === 0 ? '' : stdout + stderr]).toEqual([0, '']);
            if (!existsSync(shared)) cpSync(join(cache, 'bundle'), shared, { recursive: true });
          },
        };
      };
      const delta = newHome('delta', 'America/Los_Angeles');
      delta.run('build');
      for (const at of [0.35, 0]) city.edit(() => at);
      delta.pull();
      delta.run('build');
      const clean = newHome(join('another', 'deeper', 'clean'), 'Asia/Shanghai');
      clean.run('build', '--clean');
      const parts = newHome('parts of it', 'Pacific/Kiritimati');
      parts.run('build', '--shard', '2/2');
      parts.run('build', '--shard', '1/2');
      parts.run('assemble');
      const bytes = hashesOf(clean.out);
      expect(Object.keys(bytes)).toContain('SHA256SUMS');
      expect(hashesOf(delta.out)).toEqual(bytes);
      expect(hashesOf(parts.out)).toEqual(bytes);
      city.repository.remove();
    },
  );
});
