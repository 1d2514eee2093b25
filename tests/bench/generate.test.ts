import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { generateCity, type CityOptions } from '../../bench/city/city.ts';
import { FICTION_NOTE } from '../../bench/city/foot.ts';
import { inventPerson } from '../../bench/city/person.ts';
import { inventRoad } from '../../bench/city/place.ts';
import { createRandom } from '../../bench/city/random.ts';
import { namesRealPlace, REAL_PLACES } from '../../bench/city/real-place.ts';
import type { ItemTruth, MeetingTruth } from '../../bench/city/truth.ts';
import { checkCollection } from '../../src/checks/collection.ts';
import { parseRegistry } from '../../src/corpus/registry.ts';
import { severityOf } from '../../src/minutes/diagnostics.ts';
import type { AgendaItem, Minutes } from '../../src/minutes/model.ts';
import { parseMinutes } from '../../src/minutes/parse.ts';
import { parseSite } from '../../src/site.ts';

const files = [...generateCity({ meetings: 200, seed: 7 })];
const minutesFiles = files.flatMap(({ path, source, truth }) =>
  truth === null ? [] : [{ path, source, truth }],
);
const registrySource = files.find(({ path }) => path === 'bureaus.yaml')?.source ?? '';
const registry = parseRegistry(registrySource, 'bureaus.yaml');
const read = minutesFiles.map(({ path, source, truth }) => ({
  truth,
  minutes: parseMinutes(source, `content/${path}`, registry.registry.lexicon).minutes,
}));

/** Every item of every document beside what it says; documents with a wrong number of items give none. */
const items = read.flatMap(({ truth, minutes }) =>
  minutes.items.length === truth.items.length
    ? truth.items.map((itemTruth, index) => ({
        id: truth.id,
        truth: itemTruth,
        item: itemAt(minutes, index),
      }))
    : [],
);

function itemAt({ items: all }: Minutes, index: number): AgendaItem {
  const item = all[index];
  if (item === undefined) throw new Error('No such item');
  return item;
}

/** The items where what was read isn't what is said, as `id: wanted / read`. */
function differences(
  known: (truth: ItemTruth) => unknown,
  found: (item: AgendaItem) => unknown,
): readonly string[] {
  return items.flatMap(({ id, truth, item }) => {
    const [wanted, got] = [JSON.stringify(known(truth)), JSON.stringify(found(item))];
    return wanted === got ? [] : [`${id} item ${String(truth.order)}: ${wanted} / ${got}`];
  });
}

/** The same for whole documents. */
function headDifferences(
  known: (truth: MeetingTruth) => unknown,
  found: (minutes: Minutes) => unknown,
): readonly string[] {
  return read.flatMap(({ truth, minutes }) => {
    const [wanted, got] = [JSON.stringify(known(truth)), JSON.stringify(found(minutes))];
    return wanted === got ? [] : [`${truth.id}: ${wanted} / ${got}`];
  });
}

function sourcesOf(options: CityOptions): readonly string[] {
  return Array.from(generateCity(options), ({ path, source }) => `${path}\n${source}`);
}

describe('a generated city', () => {
  test('is the same byte for byte for the same seed', () => {
    expect(sourcesOf({ meetings: 12, seed: 3 })).toEqual(sourcesOf({ meetings: 12, seed: 3 }));
  });

  test('is another one for another seed', () => {
    const [one, other] = [sourcesOf({ meetings: 12, seed: 3 }), sourcesOf({ meetings: 12, seed: 4 })];
    expect(one.filter((source) => source.startsWith('minutes/') && other.includes(source))).toEqual([]);
  });

  test('has as many minutes as asked for, each under its own address and year', () => {
    expect(minutesFiles).toHaveLength(200);
    expect(new Set(minutesFiles.map(({ path }) => path)).size).toBe(200);
    for (const { path, truth } of minutesFiles) {
      expect(path).toBe(`minutes/${truth.id}.md`);
      expect(truth.held.slice(0, 4)).toBe(truth.id.slice(0, 4));
    }
  });

  test('spreads its meetings over the years asked for, on working days', () => {
    const held = Array.from(
      generateCity({ meetings: 30, seed: 1, from: 2020, to: 2021 }),
      ({ truth }) => truth?.held ?? '',
    );
    const days = held.filter((day) => day !== '');
    expect(new Set(days.map((day) => day.slice(0, 4)))).toEqual(new Set(['2020', '2021']));
    expect(
      days.map((day) => new Date(day).getUTCDay()).filter((weekday) => weekday === 0 || weekday === 6),
    ).toEqual([]);
    expect(days).toEqual(days.toSorted());
  });

  test('dates every document in order and nothing after October 2026', () => {
    for (const { held, compiled, issued, published } of minutesFiles.map(({ truth }) => truth)) {
      expect([held, compiled, issued, published.slice(0, 10)]).toEqual(
        [held, compiled, issued, published.slice(0, 10)].toSorted(),
      );
      expect(published < '2026-11-01').toBe(true);
    }
  });

  test('numbers minutes anew each year and sessions anew when the term changes, once', () => {
    const truths = minutesFiles.map(({ truth }) => truth);
    const terms = truths.map(({ term }) => term);
    expect(new Set(terms).size).toBe(2);
    expect(terms).toEqual(terms.toSorted((one, other) => one - other));
    for (const [index, truth] of truths.entries()) {
      const before = truths[index - 1];
      const sameYear = before?.id.slice(0, 4) === truth.id.slice(0, 4);
      expect(truth.number).toBeGreaterThan(sameYear ? (before?.number ?? 0) : 0);
      expect(truth.session).toBe(before?.term === truth.term ? before.session + 1 : 1);
    }
  });

  test('says in every document that it is fiction', () => {
    for (const { source } of minutesFiles) expect(source.trimEnd().endsWith(FICTION_NOTE)).toBe(true);
  });

  test('comes with a registry and a demo site that are valid', () => {
    expect(registry.diagnostics).toEqual([]);
    expect(registry.registry.bureaus.length).toBeGreaterThanOrEqual(60);
    const site = parseSite(files.find(({ path }) => path === 'site.yaml')?.source ?? '', 'site.yaml');
    expect(site.diagnostics).toEqual([]);
    expect(site.site?.mode).toBe('demo');
    expect(site.site?.name).toContain('虚构');
  });
});

describe('its texts', () => {
  const texts = read.map(({ minutes }) => minutes.text);

  test('are about as long as real ones', () => {
    const lengths = texts.map((text) => text.replaceAll(/\s/gu, '').length);
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    expect(mean).toBeGreaterThan(4600);
    expect(mean).toBeLessThan(5200);
    expect(Math.min(...lengths)).toBeGreaterThan(1500);
    expect(Math.max(...lengths)).toBeLessThan(9000);
  });

  test('use about as many characters as real ones', () => {
    expect(new Set(texts.join('')).size).toBeGreaterThan(2300);
  });

  test('hold about ten items each, never fewer than five or more than fourteen', () => {
    const counts = minutesFiles.map(({ truth }) => truth.items.length);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(5);
    expect(Math.max(...counts)).toBeLessThanOrEqual(14);
    expect(counts.reduce((sum, count) => sum + count, 0) / counts.length).toBeCloseTo(10, 0);
  });

  test('leave no mark of how they were made', () => {
    expect(texts.filter((text) => /[\ue000-\uf8ff{}]|undefined|NaN/u.test(text))).toEqual([]);
  });

  test('name no prefecture of China', () => {
    const named = [...REAL_PLACES].flatMap((place) =>
      texts
        .filter((text) =>
          [`${place}市`, `${place}州`, `${place}盟`, `${place}地区`].some((name) => text.includes(name)),
        )
        .map(() => place),
    );
    expect(named).toEqual([]);
  });

  test('invent no person or road that bears the name of a prefecture', () => {
    const random = createRandom('names');
    const names = Array.from({ length: 20_000 }, () => [inventPerson(random), inventRoad(random)]).flat();
    expect(names.filter(namesRealPlace)).toEqual([]);
  });

  test('come back to the same matters year after year', () => {
    const years = new Map<string, Set<string>>();
    for (const { truth } of minutesFiles)
      for (const { heading } of truth.items) {
        const year = /《.*?(\d{4})年/u.exec(heading ?? '')?.[1];
        const matter = heading?.replaceAll(/\d{4}/gu, '') ?? '';
        if (year !== undefined) years.set(matter, (years.get(matter) ?? new Set()).add(year));
      }
    const threads = [...years.values()].filter(({ size }) => size >= 6);
    expect(threads.length).toBeGreaterThanOrEqual(20);
  });

  test('are of every layout and outcome', () => {
    const layouts = new Set(minutesFiles.map(({ truth }) => truth.layout.style));
    expect(layouts).toEqual(new Set(['heading', 'own-line', 'run-in', 'bare-ordinal', 'none']));
    const outcomes = new Set(minutesFiles.flatMap(({ truth }) => truth.items.map(({ outcome }) => outcome)));
    expect(outcomes).toEqual(
      new Set([null, '原则同意', '原则通过', '同意', '通过', '不同意', '暂缓', '议定', '责成']),
    );
    expect(minutesFiles.some(({ truth }) => truth.layout.halfWidthPunctuation)).toBe(true);
    expect(minutesFiles.some(({ truth }) => truth.layout.fullWidthDigits)).toBe(true);
  });
});

describe('the parser reads from it', () => {
  test('the number of items', () => {
    expect(
      headDifferences(
        (truth) => truth.items.length,
        (minutes) => minutes.items.length,
      ),
    ).toEqual([]);
  });

  test('the day of the meeting and the days of compiling and issuing', () => {
    expect(
      headDifferences(
        ({ held, compiled, issued }) => [held, compiled, issued],
        ({ head }) => [head.held?.value, head.compiled?.value, head.issued?.value],
      ),
    ).toEqual([]);
  });

  test('who chaired and who was there', () => {
    expect(
      headDifferences(
        ({ chair, present }) => ({ chair, present }),
        ({ head, attendance }) => ({
          chair: head.chair?.value,
          present: attendance.present.map(({ name }) => name),
        }),
      ),
    ).toEqual([]);
  });

  test('headings and how they stand', () => {
    expect(
      differences(
        ({ heading, style }) => [heading, style],
        ({ heading, headingStyle }) => [heading?.value ?? null, headingStyle],
      ),
    ).toEqual([]);
  });

  test('the document before the meeting', () => {
    expect(
      differences(
        ({ document }) => (document === null ? [] : [document]),
        ({ documents }) => documents.map(({ value }) => value),
      ),
    ).toEqual([]);
  });

  test('the reporters', () => {
    expect(
      differences(
        ({ reporters }) => reporters,
        (item) => item.reporters.map(({ text }) => text),
      ),
    ).toEqual([]);
  });

  test('the outcome', () => {
    expect(
      differences(
        ({ outcome }) => outcome,
        ({ decisions }) => decisions[0]?.outcome ?? null,
      ),
    ).toEqual([]);
  });

  test('in whose name it is issued', () => {
    expect(differences(({ issuedInNameOf }) => issuedInNameOf, issuerOf)).toEqual([]);
  });

  test('how many points there are', () => {
    expect(
      differences(
        (truth) => [truth.points, truth.inlinePoints],
        (item) => [item.points.length, item.inlinePoints.length],
      ),
    ).toEqual([]);
  });

  test('nearly every body told to act, and nearly nobody else', () => {
    const wrong = differences(
      ({ responsible }) => responsible,
      (item) => item.responsible.map(({ text }) => text),
    );
    expect(wrong.length / items.length).toBeLessThan(0.03);
  });
});

function issuerOf({ decisions }: AgendaItem): string | null {
  return decisions.flatMap(({ issuedInNameOf }) => issuedInNameOf?.text ?? [])[0] ?? null;
}

describe('the checks', () => {
  test('find no error in it', () => {
    const collection = {
      minutes: minutesFiles.map(({ path, source, truth }) => ({ path, source, id: truth.id })),
      registry: { path: 'bureaus.yaml', source: registrySource },
      diagnostics: [],
    };
    const { diagnostics } = checkCollection(collection, '2026-11-23 09:00');
    const errors = diagnostics.filter(({ code }) => severityOf(code) === 'error');
    expect(errors.map(({ code, message, path }) => `${path} ${code} ${message}`)).toEqual([]);
  });
});

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiyao-city-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, ['bench/generate.ts', ...args], {
      cwd: join(import.meta.dirname, '..', '..'),
      encoding: 'utf8',
    });

  test('writes the files and, when asked, what they say', () => {
    const out = join(folder, 'city');
    const { status, stdout } = run('--meetings', '3', '--seed', '5', '--out', out, '--truth');
    expect([status, stdout]).toEqual([0, `在“${out}”写了 3 份虚构的纪要、机构名录和站点配置\n`]);
    const written = [...generateCity({ meetings: 3, seed: 5 })];
    for (const { path, source } of written) expect(readFileSync(join(out, path), 'utf8')).toBe(source);
    const truths: unknown = JSON.parse(readFileSync(join(out, 'truth.json'), 'utf8'));
    expect(truths).toEqual(written.flatMap(({ truth }) => truth ?? []));
  });

  test('writes nothing into a folder that holds something', () => {
    const { status, stderr } = run('--meetings', '3', '--out', join(folder, 'city'));
    expect(status).toBe(2);
    expect(stderr).toContain('里已经有文件');
  });

  test('says what is wrong with its options', () => {
    expect(run('--meetings', '0', '--out', folder).stderr).toBe(
      '--meetings 不能是“0”；写 1 到 1000000 之间的整数\n',
    );
    expect(run('--meetings', '3').stderr).toContain('缺少 --meetings 或 --out');
  });
});
