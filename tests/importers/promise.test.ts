import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { visibleText } from '../../src/importers/blocks.ts';
import { importBytes } from '../../src/importers/import.ts';
import { readLines } from '../../src/importers/readers/txt.ts';
import { STEPS } from '../../src/importers/repair/steps.ts';
import { undo } from '../../src/importers/repair/undo.ts';
import { readDocument } from '../../src/minutes/document.ts';
import { damage, damages } from './damage.ts';
import { INVENTED } from './invented.ts';

const taicang = readFileSync(new URL('../fixtures/import/taicang/source.txt', import.meta.url), 'utf8');
const SOURCES = [taicang, ...INVENTED];
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What the official text may not lose: everything but white space and control characters. */
const visible = (text: string): string => text.replace(/[\s\u0000-\u001f\u007f\ufeff]/g, '');

async function importText(text: string): Promise<{ readonly text: string; readonly dropped: string }> {
  const { markdown, report } = await importBytes(encode(text), 'source.txt');
  const dropped = report.changes.flatMap(({ edit }) => (edit?.kind === 'drop' ? [edit.dropped.text] : []));
  return { text: readDocument(markdown, 'source.md').text, dropped: dropped.join('') };
}

/** Pieces that look like the marks the repairs go by, in any order. */
const pieces = fc.constantFrom(
  ...'一、 （一） （二） 1. 出席： 列 席： 出 席： 请 假 《 》 “ ” （ ） ， 。 ： \\ # ## * < & 会议强调， 会议听取了 市应急局 张 三 李某某 2022 年 202 6 年 第 13 号 — 1 — 市人民政府办公室 （此件公开发布） PM2.5 \u0000 \u0001 \ufeff \u3000 \u00a0'
    .split(' ')
    .filter((piece) => piece !== ''),
  ' ',
  '  ',
  '\n',
  '\n\n',
  '\r\n',
  '\t',
);
const texts = fc.array(pieces, { minLength: 1, maxLength: 60 }).map((list) => `政${list.join('')}`);

describe('an import', () => {
  test('keeps every visible character of any text, in order', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const { text: result, dropped } = await importText(text);
        fc.pre(dropped === '');
        expect(visible(result)).toBe(visible(text));
      }),
      { numRuns: 400 },
    );
  });

  test('keeps every visible character of damaged minutes, page marks apart', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...SOURCES), damages, async (source, kinds) => {
        const { text, marks } = damage(source, kinds);
        const { text: result, dropped } = await importText(text);
        expect(visible(result)).toBe(visible(source));
        expect(visible(dropped)).toBe(visible(marks.join('')));
      }),
      { numRuns: 1000 },
    );
  });

  test('is stable: importing its own draft changes nothing', async () => {
    for (const source of SOURCES) {
      const { markdown } = await importBytes(encode(source), 'source.txt');
      const again = await importBytes(encode(markdown.replace(/^---[\s\S]*?---\n+/, '')), 'source.md');
      expect(again.markdown).toBe(markdown);
    }
  });
});

describe('a repair', () => {
  test.for(STEPS)('can be undone: $name', ({ repair }) => {
    fc.assert(
      fc.property(texts, (text) => {
        const blocks = readLines(text);
        const result = repair(blocks);
        expect(undo(result).map((block) => block.text)).toEqual(blocks.map((block) => block.text));
        expect(undo(result).map(({ gap, kind }) => [gap, kind])).toEqual(
          blocks.map(({ gap, kind }) => [gap, kind]),
        );
      }),
      { numRuns: 150 },
    );
  });

  test.for(STEPS.filter(({ name }) => name !== 'page-marks'))(
    'leaves each visible character: $name',
    ({ repair }) => {
      fc.assert(
        fc.property(texts, (text) => {
          const blocks = readLines(text);
          const before = visibleText(blocks.map((block) => block.text).join(''));
          const after = repair(blocks).blocks.map((block) => block.text);
          expect(visibleText(after.join(''))).toBe(before);
        }),
      );
    },
  );
});
