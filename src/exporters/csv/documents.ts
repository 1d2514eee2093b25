import type { AgendaItem, Minutes } from '../../minutes/model.ts';
import { itemId } from './items.ts';
import { meetingTable, type Column } from './table.ts';

interface Row {
  readonly minutes: Minutes;
  readonly item: AgendaItem;
  readonly order: number;
  readonly title: string;
}

const COLUMNS: readonly Column<Row>[] = [
  {
    name: 'item_id',
    title: '议题编号',
    datatype: 'string',
    required: true,
    value: ({ minutes, item }) => itemId(minutes, item),
  },
  { name: 'order', title: '次序', datatype: 'integer', required: true, value: ({ order }) => order },
  {
    name: 'title',
    title: '文件名称',
    description: '不含书名号',
    datatype: 'string',
    required: true,
    value: ({ title }) => title,
  },
];

/** One row for each document that an item is about. */
export const documents = meetingTable<Row>(
  {
    name: 'documents',
    title: '议题涉及的文件',
    description: '每项议题审议、听取的文件，一个一行',
    primaryKey: ['item_id', 'order'],
    refersTo: [{ column: 'item_id', table: 'items', to: 'id' }],
  },
  COLUMNS,
  (minutes) =>
    minutes.items.flatMap((item) =>
      item.documents.map(({ value }, at) => ({ minutes, item, order: at + 1, title: value })),
    ),
);
