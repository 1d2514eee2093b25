import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateCity } from '../../bench/city/city.ts';
import { checkPublication } from '../../src/checks/publication.ts';
import { monthIn } from '../../src/corpus/long-years.ts';
import type { BureauRecord, BureauRoles, Corpus } from '../../src/corpus/model.ts';
import { readContent } from '../../src/files/content.ts';
import { statedOf } from '../../src/minutes/stated.ts';
import { DocumentCache } from '../../src/publisher/document-cache.ts';
import { Reading } from '../../src/publisher/facets.ts';
import { lightCorpus, type CorpusWork, type LightCorpus } from '../../src/publisher/light-corpus.ts';
import { TopicCache } from '../../src/publisher/topic-cache.ts';
import { newWorkshop, NOW, type Workshop } from './place.ts';

let workshop: Workshop;
let content: string;
beforeAll(() => {
  workshop = newWorkshop();
  content = join(workshop.folder, 'content');
  for (const { path, source } of generateCity({ meetings: 40, seed: '3', from: 2024, to: 2025 })) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), source);
  }
});
afterAll(() => {
  workshop.remove();
});

const MONTHS = ['00', ...Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'))];

function wordsOf({ reports, responsible, issues, observes }: BureauRoles): readonly string[] {
  return [
    ...reports.map(({ minutes, anchor }) => `reports ${minutes.id}#${anchor}`),
    ...responsible.map(({ minutes, anchor, lead }) => `${lead ? 'leads' : 'acts'} ${minutes.id}#${anchor}`),
    ...issues.map(({ minutes, item, decision }) => `issues ${minutes.id}#${item.anchor} ${decision.outcome}`),
    ...observes.map(({ minutes }) => `observes ${minutes.id}`),
  ];
}

function countsOf(record: BureauRecord, year: string): readonly number[] {
  const { reports, responsible, leads, issues, observes } = record.countsIn(year);
  return [reports, responsible, leads, issues, observes];
}

/** Everything that every bureau does in every month and year. */
const told = (corpus: Corpus): unknown =>
  [...corpus.byBureau].map(([id, record]) => [
    id,
    record.years.map((year) => [
      year,
      countsOf(record, year),
      wordsOf(record.inYear(year)),
      MONTHS.map((month) => wordsOf(record.inMonth(year, month))),
    ]),
  ]);

async function openCorpus(
  before: CorpusWork['before'] = { kept: {}, derivations: {} },
): Promise<LightCorpus> {
  const folder = join(workshop.folder, 'documents');
  const files = await readContent(content);
  const reading = new Reading();
  const documents = new DocumentCache(folder, 'code', files, reading);
  const topics = new TopicCache(folder, 'code');
  let light: LightCorpus | null = null;
  checkPublication(files, NOW, {
    check: (file, context) => documents.check(file, context),
    corpusOf: (minutes, registry, archive) => {
      light = lightCorpus(minutes, registry, archive, { reading, topics, before });
      return light.corpus;
    },
  });
  documents.save();
  if (light === null) throw new Error('The content was refused');
  return light;
}

test('what bureaus do is the same where it is read of kept lines, in every month and every year', async () => {
  const truth = told(checkPublication(await readContent(content), NOW).publication?.corpus ?? never());
  const first = await openCorpus();
  expect(told(first.corpus)).toEqual(truth);
  expect(told((await openCorpus({ kept: first.kept.all, derivations: {} })).corpus)).toEqual(truth);
});

test('a meeting less changes what bureaus do in its own month alone', async () => {
  const digestsOf = ({ digests }: LightCorpus): readonly string[] =>
    MONTHS.map((month) => digests.of([`month-roles 2025 ${month}`]));
  const first = await openCorpus();
  const before = digestsOf(first);
  const minutes = first.corpus.byYear.get('2025')?.[3] ?? never();
  const month = monthIn('2025', statedOf(minutes).day);
  rmSync(join(content, minutes.path.slice(minutes.path.lastIndexOf('minutes/'))));
  const now = digestsOf(await openCorpus());
  expect(MONTHS.filter((_, at) => now[at] !== before[at])).toEqual([month]);
});

function never(): never {
  throw new Error('There is nothing');
}
