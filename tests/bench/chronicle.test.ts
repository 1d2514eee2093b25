import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tellCity, type Chapter } from '../../bench/city/chronicle.ts';
import { FICTION_NOTE } from '../../bench/city/foot.ts';
import { writeRepository } from '../../bench/city/repository.ts';
import { checkPublication } from '../../src/checks/publication.ts';
import type { Corpus } from '../../src/corpus/model.ts';
import { readContent } from '../../src/files/content.ts';
import { severityOf } from '../../src/minutes/diagnostics.ts';

const HOLIDAYS = readFileSync(join(import.meta.dirname, '..', '..', 'content', 'holidays.yaml'), 'utf8');
const OPTIONS = { meetings: 60, seed: '云泽', from: 2022, to: 2026 };
const NOW = '2026-11-23 09:00';
const chapters = tellCity(OPTIONS, HOLIDAYS);

describe('the chronicle of a city', () => {
  test('is the same byte for byte for the same seed, and another for another', () => {
    expect(tellCity(OPTIONS, HOLIDAYS)).toEqual(chapters);
    expect(tellCity({ ...OPTIONS, seed: '另一座' }, HOLIDAYS)).not.toEqual(chapters);
  });

  test('goes forward in time, on working days, and never beyond October 2026', () => {
    const minutes = chapters.map(({ minute }) => minute);
    expect(minutes).toEqual(minutes.toSorted());
    expect(minutes.filter((minute) => !/^20\d\d-\d\d-\d\d \d\d:\d\d$/u.test(minute))).toEqual([]);
    expect(minutes.filter((minute) => minute > NOW)).toEqual([]);
  });

  test('says in every text it ever publishes that it is fiction', () => {
    const texts = chapters.flatMap(({ files }) =>
      Object.entries(files).flatMap(([path, source]) =>
        path.startsWith('minutes/') && source !== null ? [source] : [],
      ),
    );
    expect(texts.length).toBeGreaterThan(60);
    expect(texts.filter((text) => !text.trimEnd().endsWith(FICTION_NOTE))).toEqual([]);
  });
});

describe('its content folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiyao-chronicle-'));
  let corpus: Corpus;
  let errors: readonly string[];
  let hasGit = false;
  beforeAll(async () => {
    hasGit = writeRepository(folder, chapters);
    const checked = checkPublication(await readContent(join(folder, 'content')), NOW);
    errors = checked.diagnostics
      .filter(({ code }) => severityOf(code) === 'error')
      .map(({ code, path, message }) => `${path} ${code} ${message}`);
    if (checked.publication !== null) corpus = checked.publication.corpus;
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('may be published as it is', () => {
    expect([hasGit, errors]).toEqual([true, []]);
    expect(corpus.minutes).toHaveLength(59);
    expect([...corpus.byYear.keys()]).toEqual(['2026', '2025', '2024', '2023', '2022']);
  });

  test('holds corrections, a supplement, a passage taken back, a move, a withdrawal', () => {
    const happened = corpus.archive.changed.flatMap(({ events }) =>
      events.map((event) => (event.what === 'text' ? event.kind : event.what)),
    );
    expect(new Set(happened)).toEqual(new Set(['更正', '补充', '撤回', 'moved']));
    expect(happened.length).toBeGreaterThanOrEqual(8);
    expect(corpus.archive.tombstones.map(({ kind }) => kind)).toEqual(['撤回']);
    expect(corpus.archive.redirects).toHaveLength(1);
  });

  test('holds two documents with a withheld passage, of one of which the passage was once open', () => {
    const withheld = corpus.minutes.filter(({ blocks }) => blocks.some(({ kind }) => kind === 'withheld'));
    expect(withheld).toHaveLength(2);
    const changed = withheld.filter(({ id }) => (corpus.archive.histories?.get(id)?.current ?? 1) > 1);
    expect(changed).toHaveLength(1);
    expect(corpus.archive.histories?.get(changed[0]?.id ?? '')?.earlier.map(({ text }) => text)).toEqual([
      null,
    ]);
  });

  test('says of some numbers why they are not public, of each kind', () => {
    const stated = [...corpus.archive.coverage.minutes.values()].flatMap(({ absences }) => absences);
    expect(new Set(stated.map(({ status }) => status))).toEqual(
      new Set(['不予公开', '依申请公开', '未收录']),
    );
  });

  test('holds documents that were issued, with and without number and address, and interpretations', () => {
    const { issued, interpretations } = corpus.archive.links;
    expect(issued.length).toBeGreaterThan(40);
    expect(new Set(issued.map(({ number }) => number !== null))).toEqual(new Set([true, false]));
    expect(new Set(issued.map(({ link }) => link !== null))).toEqual(new Set([true, false]));
    expect(interpretations.length).toBeGreaterThan(10);
    expect(interpretations.filter(({ explains }) => explains.length !== 1)).toEqual([]);
    const numbers = issued.flatMap(({ number }) => number ?? []);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test('comes back to each of its topics in several years', () => {
    const { topics } = corpus.archive;
    expect(topics.length).toBeGreaterThanOrEqual(8);
    const rare = topics.filter(({ words }) => {
      const meetings = corpus.minutes.filter(({ text }) => words.some((word) => text.includes(word)));
      return new Set(meetings.map(({ id }) => id.slice(0, 4))).size < 3;
    });
    expect(rare.map(({ name }) => name)).toEqual([]);
  });

  test('has the same commits each time', () => {
    const head = (): string =>
      spawnSync('git', ['rev-parse', 'main'], { cwd: folder, encoding: 'utf8' }).stdout.trim();
    const first = head();
    rmSync(folder, { recursive: true });
    const again: readonly Chapter[] = tellCity(OPTIONS, HOLIDAYS);
    mkdirSync(folder);
    writeRepository(folder, again);
    expect(head()).toBe(first);
    expect(first).toMatch(/^[0-9a-f]{40}$/u);
  });
});
