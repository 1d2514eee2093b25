import type { Browser } from 'playwright-core';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from './launch.ts';
import { withPage } from './page.ts';
import { serve, type Server } from './serve.ts';

let browser: Browser;
let real: Server;

beforeAll(async () => {
  [browser, real] = await Promise.all([launch(), serve(inject('sites').real)]);
});

afterAll(async () => {
  await browser.close();
  await real.close();
});

interface Line {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** The lines of each page, from above, in points from the lower left corner. */
async function printedLines(): Promise<readonly (readonly Line[])[]> {
  let file = new Uint8Array();
  await withPage(browser, {}, async (page) => {
    await page.goto(`${real.url}minutes/2022/013/`);
    file = new Uint8Array(await page.pdf({ preferCSSPageSize: true }));
  });
  const document = await getDocumentProxy(file);
  const pages: (readonly Line[])[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const lines = new Map<number, Line>();
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [, , , , x = 0, y = 0] = item.transform.map(Number);
      const key = Math.round(y / 4);
      const line = lines.get(key);
      lines.set(key, { x: Math.min(line?.x ?? x, x), y, text: (line?.text ?? '') + item.str });
    }
    pages.push([...lines.values()].toSorted((one, other) => other.y - one.y));
  }
  return pages;
}

const MM = 72 / 25.4;

describe('the printed minutes (GB/T 9704—2012)', () => {
  test('have 22 lines on a full page, numbers outside, and nothing that the paper has not', async () => {
    const pages = await printedLines();
    expect(pages.length).toBeGreaterThan(5);
    const numbers = pages.map((lines) => lines.at(-1));
    expect(numbers.map((line) => line?.text.replaceAll(/\s/gu, ''))).toEqual(
      pages.map((_, index) => `—${String(index + 1)}—`),
    );
    // 7.5: odd pages on the right, even pages on the left.
    const middle = 105 * MM;
    expect(numbers.map((line) => (line?.x ?? 0) > middle)).toEqual(pages.map((_, index) => index % 2 === 0));
    const full = pages[1]?.slice(0, -1) ?? [];
    expect(full.length).toBe(22);
    const pitches = full.slice(1).map(({ y }, index) => (full[index]?.y ?? 0) - y);
    for (const pitch of pitches) expect(pitch).toBeCloseTo(28.95, 0);
    // 5.2.1: 28 mm at the binding edge of an odd page.
    const left = Math.min(...(pages[2] ?? []).slice(0, -1).map(({ x }) => x));
    expect(Math.abs(left - 28 * MM)).toBeLessThan(2 * MM);
    // Some faces share glyphs with radicals, which is what a PDF then says.
    const plain = (words: string): string => words.normalize('NFKC').replaceAll(/\s/gu, '');
    const text = plain(
      pages
        .flat()
        .map((line) => line.text)
        .join(''),
    );
    for (const word of ['系统根据原文生成', '复制链接', '议题一览', '索引号', '主办单位'])
      expect(text).not.toContain(plain(word));
    expect(text).toContain(plain('网络公开版与印发文本不一致的，以印发文本为准'));
  });
});
