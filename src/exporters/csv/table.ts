import type { Corpus } from '../../corpus/model.ts';
import type { Minutes } from '../../minutes/model.ts';
import type { Site } from '../../site.ts';
import type { CorpusExport, ExportContext, TableExport } from '../export.ts';
import { cellOf, type Value } from './cell.ts';

/** A column as people and the metadata name it. */
export interface ColumnInfo {
  /** For programs; never changes. */
  readonly name: string;
  /** The head of the column. */
  readonly title: string;
  readonly description?: string;
  readonly datatype: 'string' | 'integer' | 'boolean' | 'date' | 'anyURI';
  /** Whether a cell may hold several values. */
  readonly several?: boolean;
  readonly required?: boolean;
}

export interface Column<Row> extends ColumnInfo {
  readonly value: (row: Row) => Value;
}

/** A table of open data: what it is called and how it hangs together with the others. */
export interface Table {
  /** Also the name of the file: `data/csv/meetings.csv`. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly columns: readonly ColumnInfo[];
  readonly primaryKey: string | readonly string[];
  /** From a column here to the first column of another table. */
  readonly refersTo: readonly { readonly column: string; readonly table: string; readonly to: string }[];
  readonly export: TableExport | CorpusExport;
}

type Named = Pick<Table, 'name' | 'title' | 'description' | 'primaryKey'> & Partial<Pick<Table, 'refersTo'>>;

/** The last column of every table. */
const GUARDED: ColumnInfo = {
  name: 'guarded',
  title: '加撇号的列',
  description:
    '以 = + - @ 开头的文字前面加了一个撇号，免得被电子表格当成公式；这里写明是哪几列，去掉撇号就是原来的文字',
  datatype: 'string',
  several: true,
};

/** For Excel and WPS, which take a file without it for GBK. */
const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';

/** A table whose rows rest on one meeting each. */
export function meetingTable<Row>(
  named: Named,
  columns: readonly Column<Row>[],
  rowsOf: (minutes: Minutes, context: ExportContext) => readonly Row[],
): Table {
  return {
    ...described(named, columns),
    export: {
      kind: 'table',
      path: pathOf(named.name),
      head: headOf(columns),
      rows: (minutes, context) => rowsOf(minutes, context).map((row) => lineOf(row, columns)),
      separator: '',
      foot: '',
    },
  };
}

/** A table over the corpus. */
export function corpusTable<Row>(
  named: Named,
  columns: readonly Column<Row>[],
  rowsOf: (corpus: Corpus, site: Site) => readonly Row[],
): Table {
  return {
    ...described(named, columns),
    export: {
      kind: 'corpus',
      files: (corpus, site) => {
        const lines = rowsOf(corpus, site).map((row) => lineOf(row, columns));
        return [{ path: pathOf(named.name), content: headOf(columns) + lines.join('') }];
      },
    },
  };
}

/** The path of a table below the root of the site. */
function pathOf(name: string): string {
  return `data/csv/${name}.csv`;
}

function described<Row>(named: Named, columns: readonly Column<Row>[]): Omit<Table, 'export'> {
  const infos = columns.map(({ value: _value, ...info }): ColumnInfo => info);
  return { refersTo: [], ...named, columns: [...infos, GUARDED] };
}

function headOf(columns: readonly ColumnInfo[]): string {
  const titles = [...columns, GUARDED].map(({ title }) => cellOf(title).text);
  return BYTE_ORDER_MARK + titles.join(',') + LINE_END;
}

function lineOf<Row>(row: Row, columns: readonly Column<Row>[]): string {
  const cells = columns.map(({ name, value }) => ({ name, cell: cellOf(value(row)) }));
  const guarded = cells.filter(({ cell }) => cell.guarded).map(({ name }) => name);
  return [...cells.map(({ cell }) => cell.text), cellOf(guarded).text].join(',') + LINE_END;
}
