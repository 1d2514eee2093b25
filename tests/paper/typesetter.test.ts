import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseRegistry } from '../../src/corpus/registry.ts';
import type { Minutes } from '../../src/minutes/model.ts';
import { parseMinutes } from '../../src/minutes/parse.ts';
import { createTypesetter } from '../../src/paper/typesetter.ts';
import { parseSite, type Site } from '../../src/site.ts';
import { paperView, type PaperView } from '../../src/views/paper.ts';
import { minutesOfEveryForm, readCity, readMinutes } from '../views/city.ts';
import { linesOf, readPdf, textOfRuns, type PdfFile, type PdfPage } from './pdf-reader.ts';

const CONTENT = join(import.meta.dirname, '..', '..', 'content');
const MM = 72 / 25.4;
/** A character with its gap, and a line (GB/T 9704 5.2.2, 5.2.3). */
const PITCH = (156 * MM) / 28;
const ROW = (225 * MM) / 22;

const typesetter = createTypesetter([]);

function readReal(): { readonly minutes: Minutes; readonly site: Site } {
  const read = (file: string): string => readFileSync(join(CONTENT, file), 'utf8');
  const { lexicon } = parseRegistry(read('bureaus.yaml'), 'bureaus.yaml').registry;
  const { site } = parseSite(read('site.yaml'), 'site.yaml');
  if (site === null) throw new Error('The site is invalid');
  return { site, ...parseMinutes(read('minutes/2022/013.md'), 'content/minutes/2022/013.md', lexicon) };
}

function typeset(view: PaperView): Buffer {
  const paper = typesetter.typeset(view);
  if (paper.kind === 'missing') throw new Error(`No glyphs of ${paper.characters.join('')}`);
  return paper.pdf;
}

/** What a page holds beside the official text: its number, and on a demo site the notice. */
const isFurniture = (page: PdfPage, y: number): boolean => y < 35 * MM || y > page.height - 37 * MM;

function officialText({ pages }: PdfFile): string {
  return pages.map((page) => textOfRuns(page.runs.filter(({ y }) => !isFurniture(page, y)))).join('');
}

const withoutSpace = (text: string): string => text.replaceAll(/\s/gu, '');

describe('the paper document of the minutes of Taicang', () => {
  const { minutes, site } = readReal();
  const view = paperView(minutes, site);
  let bytes: Buffer;
  let pdf: PdfFile;
  beforeAll(async () => {
    bytes = typeset(view);
    pdf = await readPdf(bytes);
  });

  /** The lines of the text proper of a page, from the top. */
  const textLines = (page: PdfPage) => linesOf(page.runs.filter(({ y }) => !isFurniture(page, y)));

  test('is A4 and has its text on every page', () => {
    for (const { width, height } of pdf.pages) {
      expect(width).toBeCloseTo(210 * MM, 0);
      expect(height).toBeCloseTo(297 * MM, 0);
    }
    expect(pdf.pages.every((page) => textLines(page).length > 3)).toBe(true);
  });

  test('has the official text, character for character', () => {
    expect(officialText(pdf)).toBe(withoutSpace(minutes.text));
  });

  test('keeps margins: 28 mm at the binding, 26 mm outside, odd and even pages mirrored', () => {
    for (const [index, page] of pdf.pages.entries()) {
      const left = (index % 2 === 0 ? 28 : 26) * MM;
      const runs = page.runs.filter(({ y }) => !isFurniture(page, y));
      // The empty half of a mark that opens or ends a line stands outside.
      const begins = runs.map(({ text, x }) => (/^[《（“‘〔]/u.test(text) ? x + PITCH / 2 : x));
      const ends = runs.map(({ text, x, width }) =>
        /[》）”’〕，。、；：]$/u.test(text) ? x + width - PITCH / 2 : x + width,
      );
      expect(Math.min(...begins)).toBeGreaterThan(left - 1);
      expect(Math.max(...ends)).toBeLessThan(left + 156 * MM + 1);
      const starts = textLines(page).map(([first]) => first?.x ?? 0);
      const runsOn = index < 8;
      expect(starts.some((x) => Math.abs(x - left) < 1)).toBe(runsOn);
    }
  });

  test('fills a full page with 22 lines', () => {
    const full = pdf.pages.slice(1, 5);
    for (const page of full) {
      const tops = textLines(page).map(([first]) => first?.y ?? 0);
      expect(tops).toHaveLength(22);
      const rows = tops.slice(1).map((y, index) => (tops[index] ?? 0) - y);
      for (const row of rows) expect(row).toBeCloseTo(ROW, 0);
    }
  });

  test('indents paragraphs by two characters and hangs the lists behind their labels', () => {
    const page = pdf.pages.find(({ runs }) => runs.some(({ text }) => text.startsWith('出席')));
    const index = page === undefined ? -1 : pdf.pages.indexOf(page);
    const left = (index % 2 === 0 ? 28 : 26) * MM;
    const lines = page === undefined ? [] : textLines(page);
    const at = lines.findIndex((line) => textOfRuns(line).startsWith('列席：'));
    const label = lines[at]?.[0];
    expect(label?.text).toMatch(/^列席：/u);
    expect((label?.x ?? 0) - left).toBeCloseTo(2 * PITCH, 0);
    expect(label?.font).toBe('JiyaoHei');
    expect((lines[at + 1]?.[0]?.x ?? 0) - left).toBeCloseTo(5 * PITCH, 0);
  });

  test('prints the mark in red type whose top is 35 mm below the top of the text', () => {
    const [first] = pdf.pages;
    const mark = first?.runs.filter(({ font }) => font === 'JiyaoBiaosong') ?? [];
    expect(mark.map(({ text }) => text)).toEqual(['太仓市人民政府', '常务会议纪要']);
    const size = mark[0]?.height ?? 0;
    const top = 297 * MM - (mark[0]?.y ?? 0) - size * 0.88;
    expect(Math.abs(top - (37 + 35) * MM)).toBeLessThan(2 * MM);
    const middle = (run: { x: number; width: number } | undefined): number =>
      (run?.x ?? 0) + (run?.width ?? 0) / 2;
    for (const run of mark) expect(middle(run)).toBeCloseTo((28 + 78) * MM, -1);
  });

  test('numbers pages at the outer edge, 7 mm below the text', () => {
    for (const [index, page] of pdf.pages.entries()) {
      const below = page.runs.filter(({ y }) => y < 35 * MM);
      expect(below.map(({ text }) => text).join('')).toBe(`— ${String(index + 1)} —`);
      const start = below[0]?.x ?? 0;
      const end = Math.max(...below.map(({ x, width }) => x + width));
      const off = index % 2 === 0 ? end - ((28 + 156) * MM - 14) : start - (26 * MM + 14);
      expect(Math.abs(off)).toBeLessThan(4);
      expect(35 * MM - (below[0]?.y ?? 0)).toBeGreaterThan(7 * MM);
      expect(35 * MM - (below[0]?.y ?? 0)).toBeLessThan(13 * MM);
    }
  });

  test('ends with the record of issue at the foot of the last page', () => {
    const last = pdf.pages.at(-1);
    const lines = last === undefined ? [] : textLines(last);
    const foot = lines.at(-1)?.[0]?.y ?? 0;
    expect(lines.map((line) => textOfRuns(line)).some((line) => line.startsWith('主送：'))).toBe(true);
    expect(foot - 35 * MM).toBeLessThan(ROW);
  });

  test('has every font in the file and every character in a font', () => {
    const runs = pdf.pages.flatMap((page) => page.runs);
    expect(runs.filter(({ embedded }) => !embedded)).toEqual([]);
    expect([...new Set(runs.map(({ font }) => font))].toSorted()).toEqual([
      'JiyaoBiaosong',
      'JiyaoFangsong',
      'JiyaoHei',
      'JiyaoSong',
    ]);
    expect(officialText(pdf)).toContain('娄东街道邵旻');
  });

  test('is tagged, in Chinese, with the title of the minutes and the time of publication', () => {
    expect(pdf.isTagged).toBe(true);
    expect(pdf.info).toMatchObject({
      Language: 'zh-CN',
      Title: '太仓市人民政府 常务会议纪要（第13号）',
      CreationDate: 'D:20220709170000Z',
    });
    const roles = pdf.pages.flatMap((page) => page.roles);
    expect(roles.filter((role) => role === 'H1')).toHaveLength(1);
    expect(roles.filter((role) => role === 'H2').length).toBeGreaterThanOrEqual(10);
    expect(roles).toContain('P');
  });

  test('names neither an author nor this machine', () => {
    expect(Object.keys(pdf.info)).not.toContain('Author');
    expect(bytes.includes(import.meta.dirname)).toBe(false);
  });

  test('says on each page of a demo site what it is', () => {
    for (const page of pdf.pages)
      expect(textOfRuns(page.runs.filter(({ y }) => y > page.height - 37 * MM))).toBe(
        '会议纪要公开演示站：演示站点生成，非政府网站',
      );
  });

  test('is the same byte for byte each time', () => {
    expect(typeset(view).equals(bytes)).toBe(true);
  });
});

describe('paper documents of other forms', () => {
  const { site } = readCity();
  const FORMS = join(import.meta.dirname, '..', 'fixtures', 'minutes');
  const few = minutesOfEveryForm()
    .filter(({ text }) => text.trim() !== '')
    .filter((_, index) => index % 9 === 0);

  test('are taken from a folder with many', () => {
    expect(readdirSync(FORMS).length).toBeGreaterThan(10);
    expect(few.length).toBeGreaterThan(3);
  });

  test.for(few.map((minutes) => [minutes.id, minutes] as const))(
    'have the whole text of %s',
    async ([, minutes]) => {
      const stated = { ...minutes, head: { ...minutes.head, published: '2025-05-12 10:00' } };
      const text = officialText(await readPdf(typeset(paperView(stated, site))));
      expect(text).toBe(withoutSpace(minutes.text));
    },
  );

  test('have 22 lines of 28 characters on a full page', async () => {
    const text = '会议原则同意该方案由市水利局按程序组织实施各镇要抓紧落实'.repeat(40);
    const minutes = readMinutes(`---\npublished: 2025-05-12 10:00\n---\n\n${text}\n`);
    const { pages } = await readPdf(typeset(paperView(minutes, site)));
    const lines = pages.map((page) =>
      linesOf(page.runs.filter(({ y }) => !isFurniture(page, y))).map((line) => textOfRuns(line).length),
    );
    expect(lines[0]).toEqual([26, ...Array.from({ length: 21 }, () => 28)]);
    const widths = (pages[0]?.runs ?? [])
      .filter((run) => run.text.length === 28)
      .map(({ width }) => width / 28);
    expect(widths.length).toBeGreaterThan(15);
    for (const width of widths) expect(Math.abs(width - PITCH)).toBeLessThan(0.02);
  });

  test('are not made when no font has a character', () => {
    const minutes = readMinutes('---\npublished: 2025-05-12 10:00\n---\n\n会议由\u{2a6d6}\u{1f600}主持。\n');
    expect(typesetter.typeset(paperView(minutes, site))).toEqual({
      kind: 'missing',
      characters: ['\u{1f600}', '\u{2a6d6}'],
    });
  });

  test('take text for text, whatever marks it has', async () => {
    const text = '会议同意#strong[甲]、$x^2$、`乙`、*丙*、_丁_、@戊、<己>、//庚、~、"辛"、\\u{41}。';
    const minutes = readMinutes(
      `---\npublished: 2025-05-12 10:00\n---\n\n${text.replaceAll('\\', '\\\\')}\n`,
    );
    expect(minutes.text).toBe(text);
    expect(officialText(await readPdf(typeset(paperView(minutes, site))))).toBe(withoutSpace(text));
  });
});
