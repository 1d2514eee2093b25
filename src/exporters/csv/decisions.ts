import type { Registry } from '../../corpus/model.ts';
import { textAt, type AgendaItem, type Decision, type Minutes } from '../../minutes/model.ts';
import type { Site } from '../../site.ts';
import { absoluteUrl, itemUrl } from '../../urls.ts';
import { bureauIds, namesOf } from '../mentions.ts';
import { itemId } from './items.ts';
import { meetingTable, type Column } from './table.ts';

interface Row {
  readonly minutes: Minutes;
  readonly item: AgendaItem;
  readonly decision: Decision;
  /** From 1 within the item. */
  readonly order: number;
  readonly registry: Registry;
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
  { name: 'order', title: '次序', datatype: 'integer', required: true, value: ({ order }) => order },
  {
    name: 'outcome',
    title: '结果',
    datatype: 'string',
    required: true,
    value: ({ decision }) => decision.outcome,
  },
  {
    name: 'source',
    title: '结果从哪里来',
    description: '识读是程序从原文识读的，写明是工作人员在文件头里写明的',
    datatype: 'string',
    value: ({ decision }) => (decision.outcomeSpan === null ? '写明' : '识读'),
  },
  {
    name: 'text',
    title: '原句',
    datatype: 'string',
    value: ({ minutes, decision }) => textAt(minutes, decision.span),
  },
  {
    name: 'issued_in_name_of',
    title: '印发名义',
    datatype: 'string',
    several: true,
    value: ({ decision: { issuedInNameOf }, registry }) =>
      namesOf(issuedInNameOf === null ? [] : [issuedInNameOf], registry),
  },
  {
    name: 'leads',
    title: '牵头单位',
    datatype: 'string',
    several: true,
    value: ({ decision, registry }) => namesOf(decision.leads, registry),
  },
  {
    name: 'lead_ids',
    title: '牵头单位编号',
    datatype: 'string',
    several: true,
    value: ({ decision }) => bureauIds(decision.leads),
  },
  {
    name: 'lead_persons',
    title: '牵头的人',
    datatype: 'string',
    several: true,
    value: ({ decision }) => decision.leadPersons.map(({ value }) => value),
  },
  {
    name: 'url',
    title: '网址',
    datatype: 'anyURI',
    value: ({ minutes, item, site }) => absoluteUrl(itemUrl(minutes.id, item.anchor), site.domain),
  },
];

/** One row for each sentence that decides. */
export const decisions = meetingTable<Row>(
  {
    name: 'decisions',
    title: '议定事项',
    description: '每个议定的句子一行，由程序识读，以原文为准',
    primaryKey: ['item_id', 'order'],
    refersTo: [{ column: 'item_id', table: 'items', to: 'id' }],
  },
  COLUMNS,
  (minutes, { registry, site }) =>
    minutes.items.flatMap((item) =>
      item.decisions.map((decision, at) => ({ minutes, item, decision, order: at + 1, registry, site })),
    ),
);
