import { describe, expect, test } from 'vitest';
import type { Corpus } from '../../src/corpus/model.ts';
import type { FigureView } from '../../src/views/charts/chart.ts';
import { statisticsView, statisticsYearPaths, statisticsYearView } from '../../src/views/statistics.ts';
import { corpusOf, minutesOfEveryForm, readCity } from './city.ts';

const { corpus: city, site } = readCity();
const everyForm = corpusOf(...minutesOfEveryForm());

const figureIn = (figures: readonly FigureView[], id: string): FigureView => {
  const figure = figures.find((each) => each.id === id);
  if (figure === undefined) throw new Error(`No figure ${id}`);
  return figure;
};

const numbersOf = ({ table }: FigureView): readonly (readonly number[])[] =>
  table.rows.map(({ cells }) => cells.map(({ text }) => Number(text) || 0));

const yearPages = (corpus: Corpus) =>
  statisticsYearPaths(corpus).map(({ props: year }) => ({
    year,
    view: statisticsYearView(year, corpus, site),
  }));

describe.each([
  ['the fictional city', city],
  ['minutes of every form', everyForm],
] as const)('the pictures of %s', (_, corpus) => {
  test('count the meetings, items and decisions of every year', () => {
    const { figures } = statisticsView(corpus, site);
    const expected = [...corpus.byYear.values()].map((minutes) => {
      const items = minutes.flatMap((each) => each.items);
      return [minutes.length, items.length, items.flatMap(({ decisions }) => decisions).length];
    });
    expect(numbersOf(figureIn(figures, 'years'))).toEqual(expected);
  });

  test('count the outcomes of every year', () => {
    for (const { year, view } of yearPages(corpus)) {
      const decided = (corpus.byYear.get(year) ?? []).flatMap(({ items }) =>
        items.flatMap(({ decisions }) => decisions.map(({ outcome }) => outcome)),
      );
      const figure = view.figures.find(({ id }) => id === 'outcomes');
      const shown = new Map(figure?.table.rows.map(({ head, cells }) => [head.text, Number(cells[0]?.text)]));
      const expected = new Map<string, number>();
      for (const outcome of decided) expected.set(outcome, (expected.get(outcome) ?? 0) + 1);
      expect(shown).toEqual(expected);
    }
  });

  test('count the items and meetings of every month of their year once', () => {
    for (const { year, view } of yearPages(corpus)) {
      const minutes = corpus.byYear.get(year) ?? [];
      const figure = view.figures.find(({ id }) => id === 'months');
      const sums = (figure === undefined ? [] : numbersOf(figure)).reduce(
        ([meetings = 0, items = 0], [more = 0, others = 0]) => [meetings + more, items + others],
        [0, 0],
      );
      const dated = minutes.filter(
        ({ head: { held, compiled, issued, published } }) =>
          (held ?? compiled ?? issued)?.value.startsWith(`${year}-`) ?? published?.startsWith(`${year}-`),
      );
      expect(sums).toEqual([dated.length, dated.flatMap(({ items }) => items).length]);
    }
  });

  test('draw what the tables say, and lead to the same places', () => {
    const pages = [statisticsView(corpus, site), ...yearPages(corpus).map(({ view }) => view)];
    for (const { figures } of pages)
      for (const { chart, table } of figures) {
        const tabled = new Set(
          table.rows.flatMap(({ head, cells }) => [head, ...cells].map(({ href }) => href)),
        );
        expect(chart.marks.filter(({ href }) => href !== null && !tabled.has(href))).toEqual([]);
        expect(chart.marks.length).toBeGreaterThan(0);
      }
  });

  test('count for a bureau the items it reports or must act on, and no attendance (R7.4)', () => {
    const figure = statisticsView(corpus, site).figures.find(({ id }) => id === 'bureaus');
    for (const { head, cells } of figure?.table.rows ?? []) {
      const bureau = [...corpus.byBureau.values()].find(
        (record) => record.bureau.short === head.text,
      )?.bureau;
      const items = corpus.minutes.flatMap((minutes) => minutes.items);
      const expected = items.filter(({ reporters, responsible }) =>
        [...reporters, ...responsible].some(({ bureaus }) => bureaus.includes(bureau?.id ?? '')),
      ).length;
      expect(cells.reduce((sum, { text }) => sum + (Number(text) || 0), 0)).toBe(expected);
    }
  });
});
