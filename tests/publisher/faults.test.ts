import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commitChange } from '../../src/publisher/commit.ts';
import { filesBelow } from '../../src/publisher/site-files.ts';
import { newCity, type City } from './city-edits.ts';
import { hashesOf, newWorkshop, type Place, type Workshop } from './place.ts';

let workshop: Workshop;
let city: City;
let place: Place;
let content = '';
let whole: Readonly<Record<string, string>> = {};

beforeAll(() => {
  workshop = newWorkshop();
  city = newCity();
  content = city.repository.content;
});
afterAll(() => {
  city.repository.remove();
  workshop.remove();
});
beforeEach(async () => {
  place = workshop.newPlace();
  await place.build(content);
  whole = hashesOf(place.out);
});

const inCache = (name: RegExp): string => {
  const found = filesBelow(place.cache).find((path) => name.test(path));
  if (found === undefined) throw new Error(`No file like ${String(name)} in the cache`);
  return join(place.cache, found);
};
const spoil = (file: string): void => {
  const bytes = readFileSync(file);
  for (let at = 50; at < bytes.length; at += 100) bytes.writeUInt8(bytes.readUInt8(at) ^ 0xff, at);
  writeFileSync(file, bytes);
};

describe('a build mends', () => {
  test.for([
    ['a page that somebody changed', 'index.html', (file: string) => appendFileSync(file, '<!-- -->')],
    ['a page of the same length', '404.html', (file: string) => spoil(file)],
    ['a page that is gone', 'minutes/index.html', (file: string) => rmSync(file)],
    [
      'a page that became a folder',
      'bureaus/index.html',
      (file: string) => {
        rmSync(file);
        mkdirSync(file);
      },
    ],
    [
      'a file that nobody has built',
      'foreign/x.html',
      (file: string) => {
        mkdirSync(join(file, '..'));
        writeFileSync(file, 'x');
      },
    ],
    ['a search file', 'search/data/search.json', (file: string) => writeFileSync(file, '{}')],
    ['the data', 'data/items.json', (file: string) => writeFileSync(file, '[]')],
    ['the list of hashes', 'SHA256SUMS', (file: string) => rmSync(file)],
  ] as const)('%s', async ([, path, harm]) => {
    harm(join(place.out, path));
    const report = await place.build(content);
    expect(hashesOf(place.out)).toEqual(whole);
    expect(report.anew).toBeNull();
  });

  test.for([
    ['the record of the last build', /sites\/\w+\/state\.json$/u, '上次建站的记录损坏'],
    ['the log of documents', /documents\.log$/u, null],
    ['the parts of documents', /parts\/\d+\.pack$/u, null],
    ['the compiled pages', /server\/entry\.mjs$/u, null],
  ] as const)('%s, when it is damaged', async ([, name, said]) => {
    spoil(inCache(name));
    const report = await place.build(content);
    expect(report.anew).toBe(said);
    expect(hashesOf(place.out)).toEqual(whole);
    rmSync(place.out, { recursive: true });
    await place.build(content);
    expect(hashesOf(place.out)).toEqual(whole);
  });

  test('damaged parts, when they are needed', async () => {
    spoil(inCache(/parts\/\d+\.pack$/u));
    rmSync(place.out, { recursive: true });
    const report = await place.build(content);
    expect(report.anew).toBe('缓存损坏');
    expect(hashesOf(place.out)).toEqual(whole);
  });

  test('a site that was built elsewhere, without a word about it', async () => {
    const other = workshop.newPlace();
    mkdirSync(other.out);
    writeFileSync(join(other.out, 'left-over.html'), '');
    const report = await other.build(content);
    expect(report.anew).toBe('没有上次建站的记录');
    expect(hashesOf(other.out)).toEqual(whole);
  });
});

describe('a build that was killed', () => {
  test('before its change was written down leaves the old site, and nothing of it stays', async () => {
    mkdirSync(`${place.out}.building-1/minutes`, { recursive: true });
    writeFileSync(`${place.out}.building-1/index.html`, 'half');
    expect(hashesOf(place.out)).toEqual(whole);
    await place.build(content);
    expect(hashesOf(place.out)).toEqual(whole);
    expect(readdirSync(workshop.folder).filter((name) => name.includes('.building-'))).toEqual([]);
  });

  test('while its change was brought is finished by the next one', async () => {
    const state = inCache(/sites\/\w+\/state\.json$/u);
    const folder = join(state, '..');
    const staged = `${place.out}.building-1`;
    mkdirSync(staged);
    writeFileSync(join(staged, 'index.html'), 'new');
    // As if the machine had stopped after the change was written down: the old files have not moved.
    const change = {
      target: place.out,
      staged,
      moved: ['index.html', 'missing.html'],
      deleted: ['404.html'],
    };
    commitChange(folder, change);
    expect(readFileSync(join(place.out, 'index.html'), 'utf8')).toBe('new');
    await place.build(content);
    expect(hashesOf(place.out)).toEqual(whole);
  });

  test('is never seen half brought where no file of the site stands, for its folder comes as a whole', async () => {
    rmSync(place.out, { recursive: true });
    mkdirSync(place.out);
    writeFileSync(join(place.out, 'index.html'), '旧');
    const old = statSync(place.out).ino;
    await place.build(content);
    const fresh = statSync(place.out).ino;
    expect(fresh).not.toBe(old);
    expect(hashesOf(place.out)).toEqual(whole);
    rmSync(join(place.out, 'index.html'));
    await place.build(content);
    expect(statSync(place.out).ino).toBe(fresh);
    expect(hashesOf(place.out)).toEqual(whole);
  });

  test('between the two renames of a whole site gives the old one back', async () => {
    renameSync(place.out, `${place.out}.old-1`);
    const report = await place.build(content);
    expect(report.changes.written).toBe(0);
    expect(hashesOf(place.out)).toEqual(whole);
  });

  test('leaves a lock that the next one takes over', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(`${place.out}.lock`, String(pid));
    await place.build(content);
    expect(readdirSync(workshop.folder).filter((name) => name.endsWith('.lock'))).toEqual([]);
  });
});

test('two builds of one site at once: the second says so in one line and touches nothing', async () => {
  writeFileSync(`${place.out}.lock`, String(process.ppid));
  await expect(place.build(content)).rejects.toThrow(/^另一个建站正在写/u);
  expect(hashesOf(place.out)).toEqual(whole);
  rmSync(`${place.out}.lock`);
});
