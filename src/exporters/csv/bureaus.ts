import type { Bureau } from '../../corpus/model.ts';
import { absoluteUrl, bureauUrl } from '../../urls.ts';
import { corpusTable, type Column } from './table.ts';

interface Row {
  readonly bureau: Bureau;
  /** Null of a bureau that occurs in no minutes: it has no page. */
  readonly url: string | null;
}

const COLUMNS: readonly Column<Row>[] = [
  { name: 'id', title: '机构编号', datatype: 'string', required: true, value: ({ bureau }) => bureau.id },
  {
    name: 'short_name',
    title: '简称',
    datatype: 'string',
    required: true,
    value: ({ bureau }) => bureau.short,
  },
  {
    name: 'full_name',
    title: '规范全称',
    description: '空表示没有核对过',
    datatype: 'string',
    value: ({ bureau }) => bureau.full,
  },
  {
    name: 'aliases',
    title: '其他写法',
    datatype: 'string',
    several: true,
    value: ({ bureau }) => bureau.aliases,
  },
  {
    name: 'former_names',
    title: '曾用名',
    datatype: 'string',
    several: true,
    value: ({ bureau }) =>
      bureau.former.map(({ full, until }) => (until === null ? full : `${full}（至${until}）`)),
  },
  {
    name: 'kind',
    title: '类别',
    description: '名录里的类别代码',
    datatype: 'string',
    value: ({ bureau }) => bureau.kind,
  },
  {
    name: 'since',
    title: '设立',
    description: '知道多少写多少，如 2019、2019-06',
    datatype: 'string',
    value: ({ bureau }) => bureau.since,
  },
  { name: 'until', title: '撤销', datatype: 'string', value: ({ bureau }) => bureau.until },
  { name: 'office_id', title: '办公室设在', datatype: 'string', value: ({ bureau }) => bureau.office },
  { name: 'url', title: '网址', datatype: 'anyURI', value: ({ url }) => url },
];

/** One row for each registered bureau. */
export const bureaus = corpusTable<Row>(
  { name: 'bureaus', title: '机构', description: '名录里的机构，每个一行', primaryKey: 'id' },
  COLUMNS,
  ({ registry, byBureau }, { domain }) =>
    registry.bureaus.map((bureau) => ({
      bureau,
      url: byBureau.has(bureau.id) ? absoluteUrl(bureauUrl(bureau.id), domain) : null,
    })),
);
