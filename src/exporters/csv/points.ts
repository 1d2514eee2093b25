import { textAt, type AgendaItem, type Minutes, type Point } from '../../minutes/model.ts';
import type { Site } from '../../site.ts';
import { absoluteUrl, itemUrl } from '../../urls.ts';
import { itemId } from './items.ts';
import { meetingTable, type Column } from './table.ts';

interface Row {
  readonly minutes: Minutes;
  readonly item: AgendaItem;
  readonly point: Point;
  readonly inline: boolean;
  readonly site: Site;
}

const COLUMNS: readonly Column<Row>[] = [
  {
    name: 'item_id',
    title: '议题编号',
    datatype: 'string',
    required: true,
    value: ({ minutes, item }) => itemId(minutes, item),
  },
  {
    name: 'kind',
    title: '种类',
    description: '分点是（一）（二），段内是一是、一要',
    datatype: 'string',
    required: true,
    value: ({ inline }) => (inline ? '段内' : '分点'),
  },
  { name: 'order', title: '次序', datatype: 'integer', required: true, value: ({ point }) => point.order },
  { name: 'mark', title: '序号', description: '照印', datatype: 'string', value: ({ point }) => point.mark },
  {
    name: 'text',
    title: '原文',
    datatype: 'string',
    value: ({ minutes, point }) => textAt(minutes, point.span),
  },
  {
    name: 'url',
    title: '网址',
    description: '段内的一是、一要没有自己的网址',
    datatype: 'anyURI',
    value: ({ minutes, point, site }) =>
      point.anchor === '' ? null : absoluteUrl(itemUrl(minutes.id, point.anchor), site.domain),
  },
];

/** One row for each （一） and each 一是. */
export const points = meetingTable<Row>(
  {
    name: 'points',
    title: '要点',
    description: '每个（一）（二）和一是、一要一行',
    primaryKey: ['item_id', 'kind', 'order'],
    refersTo: [{ column: 'item_id', table: 'items', to: 'id' }],
  },
  COLUMNS,
  (minutes, { site }) =>
    minutes.items.flatMap((item) => [
      ...item.points.map((point) => ({ minutes, item, point, inline: false, site })),
      ...item.inlinePoints.map((point) => ({ minutes, item, point, inline: true, site })),
    ]),
);
