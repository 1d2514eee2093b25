import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise } from '../../src/search/normalise.ts';
import { parseQuery, type Query, type Term } from '../../src/search/query.ts';

function read(input: string, shortest: 1 | 2 = 2): string {
  const parsed = parseQuery(input, { shortest });
  return parsed.kind === 'refused' ? parsed.message : written(parsed.query);
}

function written({ words, excluded }: Query): string {
  return [...words.map(writtenTerm), ...excluded.map((term) => `-${writtenTerm(term)}`)].join(' | ');
}

function writtenTerm({ field, text }: Term): string {
  return field === 'heading' ? `标题:${text}` : text;
}

describe('parseQuery', () => {
  test.each([
    ['燃气安全', '燃气安全'],
    ['燃气 安全', '燃气 | 安全'],
    ['燃气\u3000安全\t规划', '燃气 | 安全 | 规划'],
    ['燃气 燃气 “燃气”', '燃气'],
    ['燃气 -管网', '燃气 | -管网'],
    ['－管网', '-管网'],
    ['"燃气 安全"', '燃气安全'],
    ['“-5 ℃” 供暖', '-5°c | 供暖'],
    ['标题：规划 燃气', '标题:规划 | 燃气'],
    ['-标题:"城市 更新"', '-标题:城市更新'],
    ['PM2.5', 'pm2.5'],
    ['３＋３', '3+3'],
  ])('reads %j as %j', (input, expected) => {
    expect(read(input)).toBe(expected);
  });

  test('takes operators in quotation marks literally', () => {
    expect(parseQuery('"标题：规划"', { shortest: 2 })).toEqual({
      kind: 'query',
      query: { words: [{ field: 'text', text: '标题:规划', typed: '标题：规划' }], excluded: [] },
    });
  });

  test('takes a quotation mark inside a word as text, so that copied passages are found', () => {
    expect(read('推动的“关键小事”落实')).toBe('推动的关键小事落实');
    expect(read('“关键小事”落实')).toBe('关键小事落实');
    expect(read('“关键')).toBe('关键');
  });

  test('joins single characters with their neighbours', () => {
    expect(read('2022 年 7 月 2 日')).toBe('2022年7月2日');
    expect(read('( 一 ) 围绕')).toBe('(一)围绕');
    expect(read('安全生产 15 条 措施')).toBe('安全生产 | 15条措施');
  });

  test('never joins over an operator', () => {
    expect(read('镇 -街道')).toBe('“镇”只有一个字，请写成两个字以上的词');
    expect(read('镇 街 -道路')).toBe('镇街 | -道路');
  });

  test('refuses words that a bigram index cannot serve, in the words of the reader', () => {
    expect(read('气')).toBe('“气”只有一个字，请写成两个字以上的词');
    expect(read('燃气 -"气"')).toBe('“气”只有一个字，请写成两个字以上的词');
    expect(read('“”')).toBe('没有可以检索的字，请输入两个字以上的词');
  });

  test('serves single characters where the whole text is at hand', () => {
    expect(read('气', 1)).toBe('气');
    expect(read('燃气 -"气"', 1)).toBe('燃气 | -气');
  });

  test('reads nothing as a query for everything', () => {
    expect(parseQuery('  ', { shortest: 2 })).toEqual({ kind: 'query', query: { words: [], excluded: [] } });
  });

  test('gives every term in normalised form, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('燃气2 -－"“”标题:：Ａ。\u3000𠮷')) }),
        (input) => {
          const parsed = parseQuery(input, { shortest: 1 });
          if (parsed.kind === 'refused') return;
          for (const { text } of [...parsed.query.words, ...parsed.query.excluded]) {
            expect(text).not.toBe('');
            expect(text).toBe(normalise(text));
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('finds any passage without white space that does not begin with an operator by itself', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('燃气安全2-“”（）A')), minLength: 2 }),
        (passage) => {
          fc.pre(normalise(passage).length >= 2 && !/^[-"“”]/u.test(passage));
          expect(read(passage)).toBe(normalise(passage));
        },
      ),
    );
  });
});
