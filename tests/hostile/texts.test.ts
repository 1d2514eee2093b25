import { describe, expect, test } from 'vitest';
import { importBytes } from '../../src/importers/import.ts';
import { readDocument } from '../../src/minutes/document.ts';
import { FAULTLESS, findingsIn } from '../checks/examples.ts';
import { TEXTS } from './texts.ts';

const PLACE = '要科学规划，合理布局。';
/** Without what no eye sees, and without the backslashes that only the file has. */
const seen = (text: string): string =>
  text.replaceAll(/[\s\p{Default_Ignorable_Code_Point}\p{Cc}\u2800\ufff9-\ufffb\\]/gu, '').normalize('NFC');

describe('a hostile text within minutes', () => {
  test.each(TEXTS)('$name', ({ text, finding }) => {
    const source = FAULTLESS.replace(PLACE, () => `${PLACE}${text}。`);
    const { diagnostics, report } = findingsIn(source);
    const codes = diagnostics.map(({ code }) => code);
    expect(finding === null || codes.includes(finding)).toBe(true);
    // Whatever it is to a browser or a template, here it is text, to the last character.
    expect(seen(readDocument(source, 'a.md').text)).toContain(seen(text));
    expect(report.split('\n').filter((line) => HARMFUL.test(line))).toEqual([]);
  });
});

/** A report is read in a terminal: no control that moves, colours or turns round may be in it. */
const HARMFUL = /[\p{Cc}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u2028\u2029]/u;

describe('a hostile text in a file that is imported', () => {
  const minutes = (text: string): string =>
    `云岭市人民政府常务会议纪要\n第3号\n2024年3月15日上午，林远市长主持召开市政府第5次常务会议。\n一、审议《云岭市公园管理办法》\n会议听取了汇报。会议强调，${text}。会议原则同意。\n`;

  test.each(TEXTS)('$name', async ({ text }) => {
    const bytes = new TextEncoder().encode(minutes(text));
    const imported = await importBytes(bytes, 'a.txt');
    expect(seen(readDocument(imported.markdown, 'a.md').text)).toContain(seen(text));
  });
});

test('each text of the corpus is there once', () => {
  expect(new Set(TEXTS.map(({ text }) => text)).size).toBe(TEXTS.length);
});
