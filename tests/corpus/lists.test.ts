import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIST_FILES } from '../../src/corpus/lists-file.ts';
import { EMPTY_LISTS, parseLists } from '../../src/corpus/lists.ts';
import { buildFinder } from '../../src/corpus/word-finder.ts';

function parse(name: string, source: string) {
  return parseLists([{ path: `content/lists/${name}`, source }]);
}

describe('the lists', () => {
  test('of this repository are in order, one file for each name', () => {
    const names = readdirSync('content/lists');
    const files = names.map((name) => ({
      path: `content/lists/${name}`,
      source: readFileSync(`content/lists/${name}`, 'utf8'),
    }));
    expect(parseLists(files).diagnostics).toEqual([]);
    expect(names.toSorted()).toEqual(Object.keys(LIST_FILES).toSorted());
  });

  test('are empty where there is no file, or one of comments alone', () => {
    expect(parseLists([])).toMatchObject({
      lists: { phrases: [], leaders: [], spaced: [] },
      diagnostics: [],
    });
    expect(parse('leaders.yaml', '# 领导名单\n\n')).toMatchObject({
      lists: { leaders: [] },
      diagnostics: [],
    });
  });

  test('read a phrase alone and one with its exceptions', () => {
    const { lists } = parse(
      'phrases.yaml',
      'phrases:\n  - 甲乙丙\n  - { text: 丁戊己, ends: true, except: [丁戊] }\n',
    );
    expect(lists.phrases).toEqual([
      { text: '甲乙丙', ends: false, except: [] },
      { text: '丁戊己', ends: true, except: ['丁戊'] },
    ]);
  });

  test.each([
    ['words.yaml', 'mistaken:\n  - { wrong: 秸杆, rigth: 秸秆 }\n'],
    ['words.yaml', 'mistaken: 秸杆\n'],
    ['words.yaml', 'mistake:\n  - { wrong: 秸杆, right: 秸秆 }\n'],
    ['leaders.yaml', 'leaders:\n  - { name: 林远山, from: "2024年" }\n'],
    ['phrases.yaml', 'phrases:\n  - 甲\n'],
    ['forbidden.yaml', 'forbidden:\n  - {\n'],
  ])('report the place of a fault in %s: %s', (name, source) => {
    const { lists, diagnostics } = parse(name, source);
    expect(diagnostics.length).toBeGreaterThan(0);
    for (const { code, place } of diagnostics) {
      expect(code).toBe('lists/invalid');
      expect(place.kind).toBe('source');
    }
    expect(lists.mistaken.find('秸杆')).toEqual([]);
  });

  test('that are empty find nothing', () => {
    expect(EMPTY_LISTS.phraseFinder.find('习近平')).toEqual([]);
  });
});

describe('a word finder', () => {
  test('finds exactly what looking for each word by itself finds', () => {
    const letters = fc.constantFrom('甲', '乙', '丙');
    const words = fc.uniqueArray(fc.string({ unit: letters, minLength: 2, maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(words, fc.string({ unit: letters, maxLength: 40 }), (list, text) => {
        const found = buildFinder(list.map((word) => [word, word] as const)).find(text);
        const expected = list.flatMap((word) =>
          Array.from(text, (_, at) => at)
            .filter((at) => text.startsWith(word, at))
            .map((start) => ({ start, end: start + word.length, value: word })),
        );
        const key = ({ start, value }: { start: number; value: string }): string => `${start} ${value}`;
        expect(found.map(key).toSorted()).toEqual(expected.map(key).toSorted());
      }),
    );
  });
});
