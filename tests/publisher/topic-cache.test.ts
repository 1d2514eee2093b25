import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkPublication } from '../../src/checks/publication.ts';
import type { Corpus } from '../../src/corpus/model.ts';
import { topicsOf } from '../../src/corpus/topics.ts';
import { readContent } from '../../src/files/content.ts';
import { DocumentCache } from '../../src/publisher/document-cache.ts';
import { Reading } from '../../src/publisher/facets.ts';
import { lightCorpus } from '../../src/publisher/light-corpus.ts';
import { TopicCache } from '../../src/publisher/topic-cache.ts';
import { minutesText } from '../files/repository.ts';
import { newCity, type City } from './city-edits.ts';
import { newWorkshop, NOW, type Workshop } from './place.ts';

let workshop: Workshop;
let city: City;
beforeAll(() => {
  workshop = newWorkshop();
  city = newCity();
});
afterAll(() => {
  city.repository.remove();
  workshop.remove();
});

const shownIn = (corpus: Corpus | undefined): readonly string[] =>
  corpus === undefined
    ? ['refused']
    : [...topicsOf(corpus)].flatMap(([id, { years, itemsIn }]) =>
        years.flatMap(itemsIn).map(({ minutes, item }) => `${id}: ${minutes.id}#${item.anchor}`),
      );

/** The topics as a build finds them, how many texts it read for that, and whether they are right. */
async function readTopics(code = 'code'): Promise<readonly [shown: number, read: number, right: boolean]> {
  const folder = join(workshop.folder, 'documents');
  const files = await readContent(city.repository.content);
  const reading = new Reading();
  const documents = new DocumentCache(folder, code, files, reading);
  const topics = new TopicCache(folder, code);
  const light = checkPublication(files, NOW, {
    check: (file, context) => documents.check(file, context),
    corpusOf: (minutes, registry, archive) =>
      lightCorpus(minutes, registry, archive, { reading, topics, before: { kept: {}, derivations: {} } })
        .corpus,
  });
  const shown = shownIn(light.publication?.corpus);
  documents.save();
  topics.save();
  documents.close();
  const truth = shownIn(checkPublication(files, NOW).publication?.corpus);
  return [shown.length, topics.made, JSON.stringify(shown) === JSON.stringify(truth)];
}

test('only what changed is read again to find the items of topics', async () => {
  expect(await readTopics()).toEqual([3, 3, true]);
  expect(await readTopics()).toEqual([3, 0, true]);
  const text = minutesText('会议不再提这个词。', { number: 1 }).replaceAll('办法', '方案');
  city.repository.commit('2024-06-02 09:00', '改正\n\n更正说明: 与原件核对', { 'minutes/2023/001.md': text });
  expect(await readTopics()).toEqual([2, 1, true]);
  city.repository.commit('2024-06-02 09:01', '换词', {
    'topics.yaml': '- { id: one, name: 主题, words: [方案] }\n',
  });
  expect(await readTopics()).toEqual([1, 3, true]);
  expect(await readTopics('another version')).toEqual([1, 3, true]);
});
