import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EMPTY_ARCHIVE } from '../../src/corpus/archive.ts';
import { buildCorpus } from '../../src/corpus/corpus.ts';
import { parseTopics } from '../../src/corpus/topics-file.ts';
import { topicHits, topicsOf } from '../../src/corpus/topics.ts';
import { matches } from '../../src/search/match.ts';
import { parseQuery } from '../../src/search/query.ts';
import { recordsOf } from '../../src/search/record.ts';
import { cityRegistry, minutesOfEveryForm, readMinutes } from '../views/city.ts';

const all = minutesOfEveryForm();

/** What a search for one word finds, as the truth of search has it. */
function foundBy(word: string): readonly string[] {
  const parsed = parseQuery(`"${word}"`, { shortest: 1 });
  if (parsed.kind === 'refused') return [];
  return all.flatMap((minutes) =>
    recordsOf(minutes)
      .filter((record) => record.kind === 'item' && matches(record, parsed.query))
      .map(({ meeting, anchor }) => `${meeting}#${anchor}`),
  );
}

describe('topicHits', () => {
  test('are the items that search finds for one of the words, for words cut from the texts', () => {
    const word = fc
      .tuple(
        fc.constantFrom(...all.filter(({ text }) => text.length > 9)),
        fc.nat(),
        fc.integer({ min: 2, max: 5 }),
      )
      .map(([{ text }, at, length]) => text.slice(at % (text.length - 6), (at % (text.length - 6)) + length))
      .filter((text) => /^[\p{Script=Han}\d]{2,}$/u.test(text));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 3 }), (words) => {
        const topics = [{ id: 't', name: '主题', about: null, words }];
        const hits = all.flatMap((minutes) =>
          topicHits(minutes, topics).map(({ item }) => `${minutes.id}#${minutes.items[item]?.anchor ?? ''}`),
        );
        expect(hits.toSorted()).toEqual([...new Set(words.flatMap(foundBy))].toSorted());
      }),
      { numRuns: 30 },
    );
  });

  test('never run over the end of a paragraph, and see through width and quotes', () => {
    const minutes = readMinutes(
      '## 一、审议《供水办法》\n\n会议研究了燃\n\n气工作。“智慧”城管要加强。ＡＩ 应用。\n',
    );
    const hitsOf = (...words: string[]): readonly string[] =>
      topicHits(minutes, [{ id: 't', name: '主题', about: null, words }]).map(({ topic }) => topic);
    expect(hitsOf('燃气')).toEqual([]);
    expect(hitsOf('智慧城管')).toEqual(['t']);
    expect(hitsOf('ai应用')).toEqual(['t']);
  });
});

describe('topicsOf', () => {
  const { topics } = parseTopics(
    '- { id: water, name: 水, words: [供水] }\n- { id: none, name: 无, words: [没有的词] }\n',
    't',
  );
  const minutes = [
    readMinutes('## 一、审议《供水办法》\n\n会议同意。\n', '2024/001'),
    readMinutes(
      '## 一、审议《供电办法》\n\n会议同意。\n\n## 二、听取供水汇报\n\n会议听取了汇报。\n',
      '2025/001',
    ),
  ];
  const corpus = buildCorpus(minutes, cityRegistry, { ...EMPTY_ARCHIVE, topics });

  test('keeps topics without items, and lists items newest meeting first', () => {
    const shown = [...topicsOf(corpus)].map(([id, { years, itemsIn }]) => [
      id,
      years.flatMap(itemsIn).map((ref) => `${ref.minutes.id}#${ref.item.anchor}`),
    ]);
    expect(shown).toEqual([
      ['water', ['2025/001#item-2', '2024/001#item-1']],
      ['none', []],
    ]);
  });

  test('asks for kept hits, where there are some, and for no text', () => {
    const kept = { ...corpus, topicHits: () => [{ topic: 'none', item: 0 }] };
    expect(topicsOf(kept).get('none')?.years).toEqual(['2025', '2024']);
    expect(topicsOf(kept).get('none')?.itemsIn('2024')).toHaveLength(1);
    expect(topicsOf(kept).get('water')?.years).toEqual([]);
  });
});

test('the topics of the repository are without fault', () => {
  const { topics, diagnostics } = parseTopics(
    readFileSync('content/topics.yaml', 'utf8'),
    'content/topics.yaml',
  );
  expect(diagnostics).toEqual([]);
  expect(topics.length).toBeGreaterThan(3);
});
