import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assembleSite } from '../../src/cli/assemble-site.ts';
import type { BuildReport } from '../../src/cli/build-report.ts';
import { buildPart } from '../../src/cli/build-part.ts';
import { buildSite } from '../../src/cli/build-site.ts';
import { filesBelow } from '../../src/publisher/site-files.ts';
import { newCity, type City } from './city-edits.ts';
import { hashesOf, newWorkshop, NOW, type Place, type Workshop } from './place.ts';

let workshop: Workshop;
let city: City;
let whole: Place;
let bytes: Readonly<Record<string, string>>;

beforeAll(async () => {
  workshop = newWorkshop();
  city = newCity();
  // Publications, corrections, one that is withdrawn, one that is renamed.
  for (const at of [0, 0.1, 0.2, 0.05, 0.15, 0.25, 0.4, 0.75, 0.9]) city.edit(() => at);
  whole = workshop.newPlace();
  const report = await whole.build(city.repository.content, { clean: true });
  if (!report.written) throw new Error(report.findings);
  bytes = hashesOf(whole.out);
}, 240_000);

afterAll(() => {
  workshop.remove();
  city.repository.remove();
});

interface Machine {
  readonly contentDir: string;
  readonly cacheDir: string;
  readonly now: string;
}

/** Machines with nothing in common but the content, and a folder where the parts are brought. */
function newMachines(name: string) {
  const folder = join(workshop.folder, name);
  const partsDir = join(folder, 'parts');
  let machines = 0;
  const nextMachine = (): Machine => {
    machines++;
    const home = join(folder, `machine-${String(machines)}`);
    cpSync(join(whole.cache, 'bundle'), join(home, 'cache', 'bundle'), { recursive: true });
    // Git as a CI service fetches it.
    const clone = join(home, 'clone');
    expect(spawnSync('git', ['clone', '--quiet', city.repository.dir, clone]).status).toBe(0);
    return { contentDir: join(clone, 'content'), cacheDir: join(home, 'cache'), now: NOW };
  };
  const part = (number: number, of: number): Promise<BuildReport> =>
    buildPart({ ...nextMachine(), clean: false, partsDir, share: { number, of } });
  const out = join(folder, 'dist');
  const assemble = (machine = nextMachine()): Promise<BuildReport> =>
    assembleSite({ ...machine, partsDir, outDir: out });
  return { nextMachine, part, assemble, out, partsDir };
}

describe('a site that is made in parts', () => {
  test.for([1, 2, 3, 5])(
    'has the bytes of one build, and no page is made twice (%i parts)',
    { timeout: 240_000 },
    async (of) => {
      const { part, assemble, out } = newMachines(`of-${String(of)}`);
      let printed = 0;
      let made = 0;
      for (let number = 1; number <= of; number++) {
        const report = await part(number, of);
        expect(report).toMatchObject({ written: true });
        printed += report.changes.printed;
        made += report.changes.written;
      }
      const report = await assemble();
      expect(report).toMatchObject({ written: true, anew: null });
      expect(report.changes).toMatchObject({ printed: 0, written: Object.keys(bytes).length - made });
      expect(printed).toBe(filesBelow(out).filter((path) => path.endsWith('.html')).length);
      expect(hashesOf(out)).toEqual(bytes);
    },
  );

  test('heals what was damaged on the way', { timeout: 240_000 }, async () => {
    const { part, assemble, out, partsDir } = newMachines('damaged');
    await part(1, 2);
    await part(2, 2);
    const site = join(partsDir, '1-of-2', 'site');
    const [first = '', second = ''] = filesBelow(site).filter((path) => path.endsWith('index.html'));
    appendFileSync(join(site, first), '<p>多出来的</p>');
    rmSync(join(site, second));
    const report = await assemble();
    expect(report).toMatchObject({ written: true, changes: { printed: 2 } });
    expect(hashesOf(out)).toEqual(bytes);
  });

  test(
    'is not put together with a part missing, half made, or of another commit',
    { timeout: 240_000 },
    async () => {
      const { part, assemble, out, partsDir } = newMachines('misfit');
      await part(1, 2);
      await expect(assemble()).rejects.toThrow('缺第 2/2 片');
      mkdirSync(join(partsDir, '2-of-2', 'site'), { recursive: true });
      await expect(assemble()).rejects.toThrow('“2-of-2”不是完整的一片');
      await part(2, 2);
      renameSync(join(partsDir, '2-of-2'), join(partsDir, 'other'));
      cpSync(join(partsDir, 'other'), join(partsDir, '2-of-2'), { recursive: true });
      await expect(assemble()).rejects.toThrow('第 2/2 片有两份：“2-of-2”和“other”');
      rmSync(join(partsDir, 'other'), { recursive: true });
      const file = join(partsDir, '2-of-2', 'part.json');
      const good = readFileSync(file);
      writeFileSync(file, good.toString('utf8').replace('"number":2', '"number":1'));
      await expect(assemble()).rejects.toThrow('“2-of-2”不是完整的一片');
      writeFileSync(file, good);
      const before = await assemble().then(() => hashesOf(out));
      const commit = city.repository.commit('2024-08-01 09:00', '补记', { '../note.txt': '记\n' });
      await expect(assemble()).rejects.toThrow(`这里是 ${commit.slice(0, 10)}`);
      // The site stays as it was.
      expect(hashesOf(out)).toEqual(before);
      city.repository.git('2024-08-01 09:01', 'reset', '--quiet', '--hard', 'HEAD~1');
    },
  );

  test('is what the next build builds on', { timeout: 240_000 }, async () => {
    const { nextMachine, part, assemble, out } = newMachines('next');
    await part(1, 1);
    const machine = nextMachine();
    await assemble(machine);
    const next = await buildSite({ ...machine, outDir: out, preview: false, clean: false });
    expect(next).toMatchObject({ unchanged: true, changes: { kept: Object.keys(bytes).length } });
  });

  test(
    'may lie in the place of an older site, which stays while parts are missing',
    { timeout: 240_000 },
    async () => {
      const { part, assemble, out } = newMachines('older');
      mkdirSync(out, { recursive: true });
      writeFileSync(join(out, 'index.html'), 'old');
      await part(2, 2);
      await expect(assemble()).rejects.toThrow('缺第 1/2 片');
      expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('old');
      await part(1, 2);
      await assemble();
      expect(hashesOf(out)).toEqual(bytes);
    },
  );
});
