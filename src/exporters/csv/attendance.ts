import type { Minutes, ObserverUnit } from '../../minutes/model.ts';
import { bureauIds } from '../mentions.ts';
import { meetingTable, type Column } from './table.ts';

interface Row {
  readonly minutes: Minutes;
  readonly observer: ObserverUnit;
  /** From 1 within the meeting. */
  readonly order: number;
}

const COLUMNS: readonly Column<Row>[] = [
  {
    name: 'meeting_id',
    title: '会议编号',
    datatype: 'string',
    required: true,
    value: ({ minutes }) => minutes.id,
  },
  { name: 'order', title: '次序', datatype: 'integer', required: true, value: ({ order }) => order },
  {
    name: 'mode',
    title: '方式',
    datatype: 'string',
    required: true,
    value: ({ observer }) => (observer.represented ? '由代表列席' : '列席'),
  },
  {
    name: 'unit',
    title: '单位',
    description: '照印；空表示只写了姓名',
    datatype: 'string',
    value: ({ observer }) => observer.unit?.text ?? null,
  },
  {
    name: 'bureau_ids',
    title: '单位编号',
    datatype: 'string',
    several: true,
    value: ({ observer: { unit } }) => bureauIds(unit === null ? [] : [unit]),
  },
  {
    name: 'people',
    title: '人数',
    description: '写了姓名的人数',
    datatype: 'integer',
    value: ({ observer }) => observer.names.length,
  },
  {
    name: 'group',
    title: '分组',
    description: '照印，如固定列席、第一至五议题',
    datatype: 'string',
    value: ({ observer }) => observer.group,
  },
];

/** One row for each unit that observed. People are named in the minutes, not in a table of their own. */
export const attendance = meetingTable<Row>(
  {
    name: 'attendance',
    title: '列席单位',
    description: '每个列席单位一行；个人姓名只在纪要原文里，不另外列表',
    primaryKey: ['meeting_id', 'order'],
    refersTo: [{ column: 'meeting_id', table: 'meetings', to: 'id' }],
  },
  COLUMNS,
  (minutes) => minutes.attendance.observers.map((observer, at) => ({ minutes, observer, order: at + 1 })),
);
