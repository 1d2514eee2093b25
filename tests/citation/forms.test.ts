import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CITATION_FORMS } from '../../src/citation/forms.ts';
import {
  formatPlaces,
  parsePlaces,
  WHOLE,
  type CitationSource,
  type CitedPlace,
} from '../../src/citation/source.ts';

const HASH = '0123456789abcdef'.repeat(4);
const SOURCE: CitationSource = {
  id: '2024/003',
  author: '云岭市人民政府',
  title: '云岭市人民政府常务会议纪要',
  number: '第3号',
  session: '市政府第3次常务会议',
  held: '2024-03-18',
  dated: '2024-03-25',
  version: 3,
  url: 'https://www.example.invalid/minutes/2024/003/',
  hash: HASH,
};
const ITEM: CitedPlace = { anchor: 'item-1', name: '议题一', heading: '审议《云岭市公园管理办法》' };
const POINT: CitedPlace = { anchor: 'item-1-2', name: '议题一第（二）点', heading: null };
const { plain, gbt7714, markdown, bibtex, csl } = CITATION_FORMS;

describe('a citation', () => {
  test('in plain Chinese says what a reader needs to find the sentence again', () => {
    expect(plain.write(SOURCE, WHOLE, null)).toBe(
      '《云岭市人民政府常务会议纪要》（第3号），市政府第3次常务会议（2024年3月18日），2024年3月25日公开，第3版，https://www.example.invalid/minutes/2024/003/ （原文SHA-256 0123456789abcdef）',
    );
    expect(plain.write(SOURCE, ITEM, null)).toContain('，议题一“审议《云岭市公园管理办法》”，');
    expect(plain.write(SOURCE, POINT, null)).toContain('，议题一第（二）点，');
    expect(plain.write(SOURCE, POINT, null)).toContain('/minutes/2024/003/#item-1-2 ');
  });

  test('by GB/T 7714 has its parts in order, and a mark where nobody has looked yet', () => {
    expect(gbt7714.write(SOURCE, POINT, '2026-11-29')).toBe(
      '云岭市人民政府. 云岭市人民政府常务会议纪要（第3号）: 市政府第3次常务会议, 议题一第（二）点, 第3版[EB/OL]. (2024-03-25)[2026-11-29]. https://www.example.invalid/minutes/2024/003/#item-1-2. SHA-256 0123456789abcdef.',
    );
    expect(gbt7714.write(SOURCE, WHOLE, null)).toContain('(2024-03-25)[引用日期]. ');
  });

  test('in Markdown is a link', () => {
    expect(markdown.write({ ...SOURCE, title: '纪要[试行]' }, ITEM, null)).toBe(
      '[纪要\\[试行\\]（第3号）议题一](https://www.example.invalid/minutes/2024/003/#item-1)（市政府第3次常务会议（2024年3月18日），2024年3月25日公开，第3版，原文SHA-256 0123456789abcdef）',
    );
  });

  test('for BibTeX is one entry, whatever marks the text holds', () => {
    expect(bibtex.write(SOURCE, POINT, '2026-11-29')).toBe(`@misc{minutes-2024-003-item-1-2,
  author = {{云岭市人民政府}},
  title = {{云岭市人民政府常务会议纪要（第3号） 议题一第（二）点}},
  date = {2024-03-25},
  year = {2024},
  version = {3},
  url = {https://www.example.invalid/minutes/2024/003/#item-1-2},
  urldate = {2026-11-29},
  note = {市政府第3次常务会议，2024年3月18日，原文 SHA-256 ${HASH}},
  langid = {chinese},
}`);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('{', '}', '\\', '%', '#', '市', '&') }), (title) => {
        const entry = bibtex.write({ ...SOURCE, title }, WHOLE, null);
        let depth = 0;
        for (const mark of entry.replaceAll(/\\./gu, '')) {
          if (mark === '{') depth++;
          if (mark === '}') depth--;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
      }),
    );
  });

  test('as CSL-JSON holds the dates as numbers', () => {
    expect(JSON.parse(csl.write(SOURCE, POINT, '2026-11-29'))).toEqual([
      {
        id: 'minutes-2024-003-item-1-2',
        type: 'report',
        title: '云岭市人民政府常务会议纪要（第3号） 议题一第（二）点',
        genre: '会议纪要',
        author: [{ literal: '云岭市人民政府' }],
        number: '第3号',
        'event-title': '市政府第3次常务会议',
        'event-date': { 'date-parts': [[2024, 3, 18]] },
        issued: { 'date-parts': [[2024, 3, 25]] },
        accessed: { 'date-parts': [[2026, 11, 29]] },
        version: '3',
        URL: 'https://www.example.invalid/minutes/2024/003/#item-1-2',
        language: 'zh-CN',
        note: `市政府第3次常务会议，2024年3月18日，原文 SHA-256 ${HASH}`,
      },
    ]);
  });

  test('leaves out what the text and the archive do not say', () => {
    const bare = { ...SOURCE, number: null, session: null, held: null, dated: null, version: null };
    expect(plain.write(bare, WHOLE, null)).toBe(
      '《云岭市人民政府常务会议纪要》，https://www.example.invalid/minutes/2024/003/ （原文SHA-256 0123456789abcdef）',
    );
    for (const { write } of Object.values(CITATION_FORMS))
      expect(write(bare, WHOLE, null)).not.toMatch(/null|undefined|\(\)|（）|第版/u);
  });
});

test('the parts of minutes are read as they were written', () => {
  expect(parsePlaces(formatPlaces([ITEM, POINT]))).toEqual([ITEM, POINT]);
  expect(parsePlaces(formatPlaces([{ ...ITEM, heading: '两行\t标题\n在一起' }]))).toEqual([
    { ...ITEM, heading: '两行 标题 在一起' },
  ]);
  expect(parsePlaces(formatPlaces([]))).toEqual([]);
});
