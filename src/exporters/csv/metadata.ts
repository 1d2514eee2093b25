import { absoluteUrl, dataFileUrl } from '../../urls.ts';
import type { CorpusExport } from '../export.ts';
import { SEPARATOR } from './cell.ts';
import type { ColumnInfo, Table } from './table.ts';
import { TABLES } from './tables.ts';

/** `data/csv/csv-metadata.json`: the tables as CSV on the Web describes them (W3C tabular-metadata). */
export const csvMetadata: CorpusExport = {
  kind: 'corpus',
  files: (_corpus, { domain, name }) => {
    const group = {
      '@context': ['http://www.w3.org/ns/csvw', { '@language': 'zh' }],
      '@id': absoluteUrl(dataFileUrl('csv/csv-metadata.json'), domain),
      'dc:title': `${name}：开放数据表格`,
      'dc:language': 'zh-CN',
      dialect: {
        encoding: 'utf-8',
        header: true,
        delimiter: ',',
        lineTerminators: ['\r\n'],
        doubleQuote: true,
      },
      tables: TABLES.map(tableOf),
    };
    return [{ path: 'data/csv/csv-metadata.json', content: `${JSON.stringify(group, null, 1)}\n` }];
  },
};

function tableOf({ name, title, description, columns, primaryKey, refersTo }: Table): unknown {
  return {
    url: `${name}.csv`,
    'dc:title': title,
    'dc:description': description,
    tableSchema: {
      columns: columns.map(columnOf),
      primaryKey,
      ...(refersTo.length === 0
        ? {}
        : {
            foreignKeys: refersTo.map(({ column, table, to }) => ({
              columnReference: column,
              reference: { resource: `${table}.csv`, columnReference: to },
            })),
          }),
    },
  };
}

function columnOf({ name, title, description, datatype, several, required }: ColumnInfo): unknown {
  return {
    name,
    titles: title,
    ...(description === undefined ? {} : { 'dc:description': description }),
    datatype,
    ...(several === true ? { separator: SEPARATOR } : {}),
    ...(required === true ? { required } : {}),
  };
}
