import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parcelOf, REST } from '../../src/publisher/parcel.ts';
import { siteCacheOf } from '../../src/publisher/site-folders.ts';
import { minutesText, newRepository, type Repository } from '../files/repository.ts';
import { hashesOf, newWorkshop, NOW, type Place, type Workshop } from './place.ts';

const YEARS = ['2021', '2022', '2023', '2024'];

/** All meetings were held in one year, so that none may have the number of another. */
const numberOf = (year: string, number: number): number => YEARS.indexOf(year) * 2 + number;

const body = (title: string, decision: string): string =>
  `会议听取了《云岭市${title}管理办法》起草情况的汇报。${decision}`;

let workshop: Workshop;
let repository: Repository;
let place: Place;

/** A city (虚构) of four years with two minutes each; the second of each year takes up the same document again. */
beforeAll(async () => {
  workshop = newWorkshop();
  repository = newRepository();
  for (const year of YEARS)
    for (const number of [1, 2])
      repository.commit('2024-03-20 09:00', '公开纪要', {
        [`minutes/${year}/00${String(number)}.md`]: minutesText(
          body(number === 1 ? `甲${year}` : '供水', '会议原则同意该《办法》，以市政府办名义印发。'),
          { number: numberOf(year, number) },
        ),
      });
  place = workshop.newPlace();
  const { written, findings } = await place.build(repository.content);
  if (!written) throw new Error(findings);
});
afterAll(() => {
  repository.remove();
  workshop.remove();
});

const correct = (year: string, text: string): void => {
  repository.commit(`2025-01-0${String(YEARS.indexOf(year) + 1)} 10:00`, '改正\n\n更正说明: 与原件核对', {
    [`minutes/${year}/001.md`]: minutesText(body(`甲${year}`, text), {
      number: numberOf(year, 1),
    }),
  });
};

const cleanBytes = async (now = NOW): Promise<ReturnType<typeof hashesOf>> => {
  const clean = workshop.newPlace();
  await clean.build(repository.content, { now });
  return hashesOf(clean.out);
};

describe('a build on the last one', () => {
  test('looks at no year but that of a correction', { timeout: 120_000 }, async () => {
    // The first correction of a site opens a column, which every page names.
    correct('2022', '会议原则同意该《办法》，会后修改完善。');
    await place.build(repository.content);
    correct('2023', '会议原则同意该《办法》，会后修改，以市政府办名义印发。');
    const { changes } = await place.build(repository.content);
    expect(changes).toMatchObject({ parsed: 1, yearsKept: YEARS.length - 1 });
    expect(hashesOf(place.out)).toEqual(await cleanBytes());
  });

  test('looks at no year but that of new minutes', { timeout: 120_000 }, async () => {
    repository.commit('2025-01-08 09:00', '公开纪要', {
      'minutes/2024/003.md': minutesText(body('乙', '会议决定暂缓。'), {
        number: 9,
        published: '2024-04-20 09:00',
      }),
    });
    const { changes } = await place.build(repository.content);
    expect(changes).toMatchObject({ parsed: 1, yearsKept: YEARS.length - 1 });
    expect(hashesOf(place.out)).toEqual(await cleanBytes());
  });

  test('finds for a topic what a correction has brought to it', { timeout: 120_000 }, async () => {
    const topics = '- { id: water, name: 供水, words: [二次供水] }\n';
    repository.commit('2025-01-09 09:00', '主题', { 'topics.yaml': topics });
    await place.build(repository.content);
    // What is known of the other minutes is taken from the last build then.
    correct('2023', '会议原则同意该《办法》，尽快报批。');
    await place.build(repository.content);
    const page = join(place.out, 'topics/water/2022/index.html');
    expect(existsSync(page)).toBe(false);
    correct('2022', '会议原则同意该《办法》，把二次供水写进去。');
    const { changes } = await place.build(repository.content);
    expect(changes.yearsKept).toBe(YEARS.length - 1);
    expect(readFileSync(page, 'utf8')).toContain('/minutes/2022/001/');
    expect(hashesOf(place.out)).toEqual(await cleanBytes());
  });

  test('looks at a year in which a file was touched, and mends it', { timeout: 120_000 }, async () => {
    const page = join(place.out, 'minutes/2021/001/index.html');
    const text = readFileSync(page, 'utf8');
    appendFileSync(page, 'x');
    const stray = join(place.out, 'minutes/2022/stray.html');
    writeFileSync(stray, 'x');
    mkdirSync(join(place.out, '1999'));
    writeFileSync(join(place.out, '1999', 'stray.txt'), 'x');
    const { changes } = await place.build(repository.content);
    expect(changes).toMatchObject({ yearsKept: YEARS.length - 2, written: 1, deleted: 2 });
    expect(readFileSync(page, 'utf8')).toBe(text);
    expect(hashesOf(place.out)).toEqual(await cleanBytes());
  });

  test('removes all of a year whose minutes are gone', { timeout: 120_000 }, async () => {
    const other = newRepository();
    for (const year of ['2022', '2023'])
      other.commit('2024-03-20 09:00', '公开纪要', {
        [`minutes/${year}/001.md`]: minutesText('会议议定了一件事。', {
          number: numberOf(year, 1),
        }),
      });
    const own = workshop.newPlace();
    await own.build(other.content);
    rmSync(join(other.content, 'minutes', '2022'), { recursive: true });
    await own.build(other.content);
    expect(Object.keys(hashesOf(own.out)).filter((path) => parcelOf(path) === '2022')).toEqual([]);
    other.remove();
  });

  test('begins anew when a parcel of its state is damaged', { timeout: 120_000 }, async () => {
    const parcels = join(siteCacheOf(place.cache, place.out), 'parcels');
    for (const name of readdirSync(parcels)) appendFileSync(join(parcels, name), 'x');
    correct('2024', '会议原则同意该《办法》，再作修改。');
    const { anew } = await place.build(repository.content);
    expect(anew).toBe('缓存损坏');
    expect(hashesOf(place.out)).toEqual(await cleanBytes());
  });
});

test.each([
  ['minutes/2022/013/index.html', '2022'],
  ['minutes/2022/index.html', '2022'],
  ['data/oparl/meetings/2022.json', '2022'],
  ['data/zip/2022.zip', '2022'],
  ['bureaus/yjj/2022/index.html', '2022'],
  ['bureaus/yjj/index.html', REST],
  ['documents/2022/index.html', REST],
  ['search/data/abc/text/2022/013-0.pack', 'search/data/abc/text/2022/'],
  ['search/data/abc/pairs/text-1.pack', 'search/data/abc/'],
  ['search/data/abc/records.pack', 'search/data/abc/'],
  ['search/data/search.json', REST],
  ['404.html', REST],
  ['index.html', REST],
])('the file %s belongs to the parcel “%s”', (path, parcel) => {
  expect(parcelOf(path)).toBe(parcel);
});
