import { correctionsOf, eventName, type Correction } from '../../corpus/corrections.ts';
import type { Site } from '../../site.ts';
import { absoluteUrl, correctionsUrl, meetingUrl } from '../../urls.ts';
import { corpusTable, type Column } from './table.ts';

interface Row {
  readonly correction: Correction;
  readonly site: Site;
}

const COLUMNS: readonly Column<Row>[] = [
  {
    name: 'id',
    title: '更正编号',
    datatype: 'string',
    required: true,
    value: ({ correction }) => correction.anchor,
  },
  {
    name: 'meeting_id',
    title: '会议编号',
    description: '已经撤下的也写原来的编号',
    datatype: 'string',
    required: true,
    value: ({ correction }) => meetingOf(correction),
  },
  {
    name: 'time',
    title: '时间',
    description: '北京时间；撤下的只写日期',
    datatype: 'string',
    required: true,
    value: ({ correction }) => correction.time,
  },
  {
    name: 'kind',
    title: '类型',
    datatype: 'string',
    required: true,
    value: ({ correction }) =>
      correction.what === 'tombstone' ? correction.tombstone.kind : eventName(correction.event),
  },
  {
    name: 'reason',
    title: '理由',
    description: '空表示没有写明',
    datatype: 'string',
    value: ({ correction }) =>
      correction.what === 'tombstone' ? correction.tombstone.reason : correction.event.reason,
  },
  {
    name: 'version',
    title: '改后是第几版',
    datatype: 'integer',
    value: ({ correction }) =>
      correction.what === 'change' && correction.event.what === 'text' ? correction.event.version : null,
  },
  {
    name: 'url',
    title: '更正网址',
    datatype: 'anyURI',
    value: ({ correction, site }) => absoluteUrl(`${correctionsUrl()}#${correction.anchor}`, site.domain),
  },
  {
    name: 'meeting_url',
    title: '纪要网址',
    datatype: 'anyURI',
    value: ({ correction, site }) => absoluteUrl(meetingUrl(meetingOf(correction)), site.domain),
  },
];

function meetingOf(correction: Correction): string {
  return correction.what === 'tombstone' ? correction.tombstone.id : correction.minutes.id;
}

/** One row for each change of published minutes. */
export const corrections = corpusTable<Row>(
  {
    name: 'corrections',
    title: '更正与撤回',
    description: '公开以后的每一次更正、补充、撤回，从新到旧',
    primaryKey: 'id',
  },
  COLUMNS,
  (corpus, site) => correctionsOf(corpus).map((correction) => ({ correction, site })),
);
