import type { Registry } from '../../corpus/model.ts';
import type { AgendaItem, Minutes } from '../../minutes/model.ts';
import { headingOf, outcomeOf } from '../../minutes/plain-text.ts';
import type { Site } from '../../site.ts';
import { absoluteUrl, itemUrl } from '../../urls.ts';
import { bureauIds, namesOf } from '../mentions.ts';
import { meetingTable, type Column } from './table.ts';

interface Row {
  readonly minutes: Minutes;
  readonly item: AgendaItem;
  readonly registry: Registry;
  readonly site: Site;
}

const COLUMNS: readonly Column<Row>[] = [
  {
    name: 'id',
    title: '议题编号',
    datatype: 'string',
    required: true,
    value: ({ minutes, item }) => itemId(minutes, item),
  },
  {
    name: 'meeting_id',
    title: '会议编号',
    datatype: 'string',
    required: true,
    value: ({ minutes }) => minutes.id,
  },
  { name: 'order', title: '次序', datatype: 'integer', required: true, value: ({ item }) => item.order },
  {
    name: 'number',
    title: '序号',
    description: '照印',
    datatype: 'string',
    value: ({ item }) => item.number?.value ?? null,
  },
  {
    name: 'action',
    title: '审议或听取',
    datatype: 'string',
    value: ({ item }) => item.action?.value ?? null,
  },
  {
    name: 'heading',
    title: '标题',
    description: '没有标题的是第一句',
    datatype: 'string',
    value: ({ item }) => headingOf(item),
  },
  {
    name: 'reporters',
    title: '汇报单位',
    description: '登记的机构用简称，其余照印',
    datatype: 'string',
    several: true,
    value: ({ item, registry }) => namesOf(item.reporters, registry),
  },
  {
    name: 'reporter_ids',
    title: '汇报单位编号',
    datatype: 'string',
    several: true,
    value: ({ item }) => bureauIds(item.reporters),
  },
  {
    name: 'outcome',
    title: '结果',
    description: '第一个议定事项的结果；空表示没有识读出议定事项，不等于没有议定',
    datatype: 'string',
    value: ({ item }) => outcomeOf(item),
  },
  {
    name: 'responsible',
    title: '责任单位',
    description: '被点名去做事的单位；登记的机构用简称，其余照印',
    datatype: 'string',
    several: true,
    value: ({ item, registry }) => namesOf(item.responsible, registry),
  },
  {
    name: 'responsible_ids',
    title: '责任单位编号',
    datatype: 'string',
    several: true,
    value: ({ item }) => bureauIds(item.responsible),
  },
  { name: 'points', title: '要点数', datatype: 'integer', value: ({ item }) => item.points.length },
  {
    name: 'url',
    title: '网址',
    datatype: 'anyURI',
    value: ({ minutes, item, site }) => addressOf(minutes, item, site),
  },
];

/** `2022/013#item-3`. */
export function itemId({ id }: Minutes, { anchor }: AgendaItem): string {
  return `${id}#${anchor}`;
}

function addressOf({ id }: Minutes, { anchor }: AgendaItem, { domain }: Site): string {
  return absoluteUrl(itemUrl(id, anchor), domain);
}

/** One row for each agenda item. */
export const items = meetingTable<Row>(
  {
    name: 'items',
    title: '议题',
    description: '每项议题一行；全文见 data/items.json',
    primaryKey: 'id',
    refersTo: [{ column: 'meeting_id', table: 'meetings', to: 'id' }],
  },
  COLUMNS,
  (minutes, { registry, site }) => minutes.items.map((item) => ({ minutes, item, registry, site })),
);
