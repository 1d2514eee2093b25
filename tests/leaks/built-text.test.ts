import { describe, expect, test } from 'vitest';
import { builtText } from '../../src/leaks/built-text.ts';
import { findLeaks } from '../../src/leaks/find-leaks.ts';

const codesIn = (source: string, form: Parameters<typeof builtText>[1]): readonly string[] =>
  findLeaks(builtText(source, form)).map(({ code }) => code);

describe('a built page', () => {
  test.each([
    ['in a paragraph', '<p>手机13812345678</p>'],
    ['split by marks', '<p>手机138<span class="a">1234</span><mark>5678</mark></p>'],
    ['split by a line break', '<p>手机1381234<br>5678</p>'],
    ['in an attribute', '<meta name="Description" content="手机13812345678">'],
    ['in a link', '<a href="tel:13812345678">电话</a>'],
    ['as entities', '<p>&#49;&#x33;812345678</p>'],
  ])('gives away a number %s', (_, html) => {
    expect(codesIn(html, 'markup')).toEqual(['leak/mobile']);
  });

  test('keeps cells and entries apart', () => {
    expect(codesIn('<td>1380</td><td>1234</td><td>567</td><li>1</li>', 'markup')).toEqual([]);
  });

  test('gives away a mark that stands alone in its paragraph', () => {
    expect(codesIn('<header><p>机密</p></header>', 'markup')).toEqual(['leak/secrecy-mark']);
  });
});

test('a page of nothing but opened tags is read in time', () => {
  const started = process.cpuUsage();
  expect(codesIn(`${'<a '.repeat(300_000)}手机13812345678`, 'markup')).toEqual(['leak/mobile']);
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(5000);
});

test('a string of JSON is read with its escapes', () => {
  expect(codesIn(String.raw`{"text":"手机1381234\n5678","n":[1381,2345678]}`, 'json')).toEqual([
    'leak/mobile',
  ]);
  expect(codesIn(String.raw`{"text":"\u0031\u0033812345678"}`, 'json')).toEqual(['leak/mobile']);
});

test('rows of CSV are apart', () => {
  expect(codesIn('a,1380\n1234567,b\n', 'csv')).toEqual([]);
  expect(codesIn('a,13812345678\n', 'csv')).toEqual(['leak/mobile']);
  expect(codesIn('办法16,2,2023-03-10,b\n', 'csv')).toEqual([]);
  expect(codesIn('a,"138,1234,5678",b\n', 'csv')).toEqual(codesIn('138,1234,5678', 'plain'));
});

test('runs of Word are read as one', () => {
  expect(codesIn('<w:p><w:r><w:t>138</w:t></w:r><w:r><w:t>12345678</w:t></w:r></w:p>', 'markup')).toEqual([
    'leak/mobile',
  ]);
});
