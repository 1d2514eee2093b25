import type { Minutes } from '../../minutes/model.ts';
import { meetingName } from '../../minutes/plain-text.ts';
import type { Site } from '../../site.ts';
import { absoluteUrl, jsonUrl, markdownUrl, meetingUrl } from '../../urls.ts';
import { meetingTable, type Column } from './table.ts';

interface Row {
  readonly minutes: Minutes;
  readonly site: Site;
}

const COLUMNS: readonly Column<Row>[] = [
  { name: 'id', title: '会议编号', datatype: 'string', required: true, value: ({ minutes }) => minutes.id },
  { name: 'name', title: '会议', datatype: 'string', value: ({ minutes }) => meetingName(minutes) },
  {
    name: 'title',
    title: '标题',
    datatype: 'string',
    value: ({ minutes }) => minutes.head.title?.value ?? null,
  },
  {
    name: 'issuer',
    title: '发文机关',
    datatype: 'string',
    value: ({ minutes }) => minutes.head.issuer?.value ?? null,
  },
  {
    name: 'minutes_no',
    title: '纪要号',
    datatype: 'string',
    value: ({ minutes }) => minutes.head.number?.value ?? null,
  },
  {
    name: 'session_no',
    title: '第几次会议',
    datatype: 'integer',
    value: ({ minutes }) => minutes.head.sessionOrdinal,
  },
  { name: 'term', title: '届', datatype: 'string', value: ({ minutes }) => minutes.head.term?.value ?? null },
  {
    name: 'held_on',
    title: '会议日期',
    datatype: 'date',
    value: ({ minutes }) => minutes.head.held?.value ?? null,
  },
  {
    name: 'held_part',
    title: '上午或下午',
    description: '照原文；几点开会从不推测',
    datatype: 'string',
    value: ({ minutes }) => minutes.head.heldPart?.value ?? null,
  },
  {
    name: 'compiled_on',
    title: '整理日期',
    datatype: 'date',
    value: ({ minutes }) => minutes.head.compiled?.value ?? null,
  },
  {
    name: 'issued_on',
    title: '印发日期',
    datatype: 'date',
    value: ({ minutes }) => minutes.head.issued?.value ?? null,
  },
  {
    name: 'published_at',
    title: '发布时间',
    description: '北京时间',
    datatype: 'string',
    value: ({ minutes }) => minutes.head.published,
  },
  {
    name: 'archived_on',
    title: '归档日期',
    description: '空着表示没有归档',
    datatype: 'date',
    value: ({ minutes }) => minutes.head.archived,
  },
  {
    name: 'chair',
    title: '主持人',
    datatype: 'string',
    value: ({ minutes }) => minutes.head.chair?.value.name ?? null,
  },
  {
    name: 'chair_title',
    title: '主持人职务',
    datatype: 'string',
    value: ({ minutes }) => minutes.head.chair?.value.title ?? null,
  },
  {
    name: 'venue',
    title: '地点',
    datatype: 'string',
    value: ({ minutes }) => minutes.head.venue?.value ?? null,
  },
  { name: 'items', title: '议题数', datatype: 'integer', value: ({ minutes }) => minutes.items.length },
  {
    name: 'url',
    title: '网址',
    datatype: 'anyURI',
    required: true,
    value: ({ minutes, site }) => absoluteUrl(meetingUrl(minutes.id), site.domain),
  },
  {
    name: 'markdown_url',
    title: '原文网址',
    datatype: 'anyURI',
    value: ({ minutes, site }) => absoluteUrl(markdownUrl(minutes.id), site.domain),
  },
  {
    name: 'json_url',
    title: '识读结果网址',
    datatype: 'anyURI',
    value: ({ minutes, site }) => absoluteUrl(jsonUrl(minutes.id), site.domain),
  },
];

/** One row for each meeting. */
export const meetings = meetingTable<Row>(
  { name: 'meetings', title: '会议', description: '每次会议一行', primaryKey: 'id' },
  COLUMNS,
  (minutes, { site }) => [{ minutes, site }],
);
