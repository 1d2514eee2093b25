import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { cellOf } from '../../src/exporters/csv/cell.ts';
import { csvMetadata } from '../../src/exporters/csv/metadata.ts';
import type { Table } from '../../src/exporters/csv/table.ts';
import { TABLES } from '../../src/exporters/csv/tables.ts';
import { textAt } from '../../src/minutes/model.ts';
import { CITIES, corpusOfSource, writtenBy } from './cities.ts';

/** A table as a reader of CSV that isn't ours reads it: rows by the titles of the columns. */
function read(content: string): readonly Readonly<Record<string, string>>[] {
  // What follows the last line end would be an empty line to this reader.
  const { data, errors } = Papa.parse<Record<string, string>>(content.replaceAll(/^\uFEFF|\r\n$/gu, ''), {
    header: true,
    delimiter: ',',
    newline: '\r\n',
  });
  expect(errors).toEqual([]);
  return data;
}

function contentOf(table: Table, city: (typeof CITIES)[number]): string {
  return String(writtenBy(table.export, city)[0]?.content);
}

function tableNamed(name: string): Table {
  const table = TABLES.find((each) => each.name === name);
  if (table === undefined) throw new Error(`No table ${name}`);
  return table;
}

describe.each(CITIES)('the tables of $name', (city) => {
  const byName = new Map(TABLES.map((table) => [table.name, read(contentOf(table, city))]));
  const rowsOf = (name: string) => byName.get(name) ?? [];
  const titleOf = (table: string, column: string): string =>
    tableNamed(table).columns.find(({ name }) => name === column)?.title ?? '';

  test('begin with the mark that Excel and WPS need and end every line with CRLF', () => {
    for (const table of TABLES) {
      const content = contentOf(table, city);
      expect(content.startsWith('\uFEFF')).toBe(true);
      expect(content.endsWith('\r\n')).toBe(true);
      expect(content.slice(1)).not.toContain('\uFEFF');
    }
  });

  test('have the columns that the metadata name, and values of the types it states', () => {
    const forms = {
      string: /^/u,
      integer: /^\d+$/u,
      boolean: /^(?:true|false)$/u,
      date: /^\d{4}-\d{2}-\d{2}$/u,
      anyURI: /^https:\/\/www\.example\.invalid\//u,
    };
    for (const { name, columns } of TABLES)
      for (const row of rowsOf(name)) {
        expect(Object.keys(row)).toEqual(columns.map(({ title }) => title));
        for (const { title, datatype, required } of columns) {
          const value = row[title] ?? '';
          expect(value === '' ? required !== true : forms[datatype].test(value)).toBe(true);
        }
      }
  });

  test('have unique keys, and refer to rows that are there', () => {
    for (const { name, primaryKey, refersTo } of TABLES) {
      const keyOf = (row: Readonly<Record<string, string>>): string =>
        [primaryKey]
          .flat()
          .map((column) => row[titleOf(name, column)])
          .join(' ');
      const keys = rowsOf(name).map(keyOf);
      expect(new Set(keys).size).toBe(keys.length);
      for (const { column, table, to } of refersTo) {
        const known = new Set(rowsOf(table).map((row) => row[titleOf(table, to)]));
        const missing = rowsOf(name).filter((row) => !known.has(row[titleOf(name, column)]));
        expect(missing).toEqual([]);
      }
    }
    const bureaus = new Set(rowsOf('bureaus').map((row) => row['机构编号']));
    const named = rowsOf('attendance').flatMap((row) => (row['单位编号'] ?? '').split('；'));
    expect(named.filter((id) => id !== '' && !bureaus.has(id))).toEqual([]);
  });

  test('say what the model says, fact by fact', () => {
    const { minutes } = city.corpus;
    expect(rowsOf('meetings').map((row) => [row['会议编号'], row['会议日期'], row['主持人']])).toEqual(
      minutes.map(({ id, head }) => [id, head.held?.value ?? '', head.chair?.value.name ?? '']),
    );
    expect(rowsOf('items').map((row) => [row['议题编号'], row['结果'], row['要点数']])).toEqual(
      minutes.flatMap(({ id, items }) =>
        items.map(({ anchor, decisions, points }) => [
          `${id}#${anchor}`,
          decisions[0]?.outcome ?? '',
          String(points.length),
        ]),
      ),
    );
    expect(rowsOf('decisions').map((row) => row['原句'])).toEqual(
      minutes.flatMap((each) =>
        each.items.flatMap(({ decisions }) => decisions.map(({ span }) => textAt(each, span))),
      ),
    );
    expect(rowsOf('points').map((row) => [row['原文'], row['网址'] === ''])).toEqual(
      minutes.flatMap((each) =>
        each.items.flatMap(({ points, inlinePoints }) => [
          ...points.map(({ span }) => [textAt(each, span), false]),
          ...inlinePoints.map(({ span }) => [textAt(each, span), true]),
        ]),
      ),
    );
    expect(rowsOf('attendance').map((row) => [row['单位'], row['人数']])).toEqual(
      minutes.flatMap(({ attendance }) =>
        attendance.observers.map(({ unit, names }) => [unit?.text ?? '', String(names.length)]),
      ),
    );
    expect(rowsOf('documents').map((row) => row['文件名称'])).toEqual(
      minutes.flatMap(({ items }) => items.flatMap(({ documents }) => documents.map(({ value }) => value))),
    );
  });
});

describe('cellOf', () => {
  test('gives any text back to an independent reader, but for the apostrophe it tells of', () => {
    const unit = fc.oneof(
      fc.constantFrom('=', '+', '-', '@', '"', ',', '\r', '\n', '\t', '；', ' '),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.string({ unit }), fc.string({ unit }), (one, other) => {
        const cells = [one, other].map(cellOf);
        const line = cells.map(({ text }) => text).join(',');
        const [given = []] = Papa.parse<string[]>(`列,列\r\n${line}`, {
          delimiter: ',',
          newline: '\r\n',
        }).data.slice(1);
        const texts = cells.map(({ guarded }, at) => (guarded ? given[at]?.slice(1) : given[at]));
        expect(texts).toEqual([one, other]);
        for (const cell of given) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/u);
      }),
    );
  });
});

test('a point that a spreadsheet would run is guarded, and the row says so', () => {
  const city = corpusOfSource('# 云泽市人民政府常务会议纪要\n\n## 一、审议《＝1+1 办法》\n\n会议同意。\n');
  const [row] = read(contentOf(tableNamed('documents'), city));
  expect(row).toMatchObject({ 文件名称: "'＝1+1 办法", 加撇号的列: 'title' });
});

test('the metadata are CSVW and describe each table once', () => {
  const [city] = CITIES;
  if (city === undefined) throw new Error('No city');
  const [file] = writtenBy(csvMetadata, city);
  const metadata: unknown = JSON.parse(String(file?.content));
  expect(metadata).toMatchObject({
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'zh' }],
    tables: TABLES.map(({ name }) => ({ url: `${name}.csv` })),
  });
  for (const { columns } of TABLES) {
    const names = columns.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z_]+$/u.test(name))).toEqual([]);
  }
});
