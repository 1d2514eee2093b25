import { decisionsOfYear, decisionYears, type DecisionEntry, type IssueState } from '../corpus/decisions.ts';
import { daysBetween } from '../corpus/workdays.ts';
import type { Site } from '../site.ts';
import { absoluteUrl, decisionsCsvUrl, itemUrl, siteUrl } from '../urls.ts';
import { cellOf } from './csv/cell.ts';
import type { ExportFile, YearExport } from './export.ts';

/**
 * The register of each year as a table for spreadsheets: UTF-8 with its mark, CRLF, RFC 4180. It holds
 * days, never how long ago they are, so that it changes only when the register does.
 */
export const decisionsLists: YearExport = {
  kind: 'year',
  years: decisionYears,
  files: (year, corpus, site) => [fileOf(year, decisionsOfYear(year, corpus), site)],
};

const COLUMNS: readonly string[] = [
  '日期',
  '会议',
  '议题',
  '结果',
  '牵头',
  '印发名义',
  '正式文件',
  '文号',
  '文件标题',
  '印发日期',
  '会后天数',
  '文件网址',
  '议题网址',
];

const STATES: Readonly<Record<IssueState['kind'], string>> = {
  issued: '已印发',
  pending: '待印发',
  unrecorded: '未收录',
  none: '未提到印发',
};

function fileOf(year: string, entries: readonly DecisionEntry[], site: Site): ExportFile {
  const rows = entries.flatMap((entry) => rowsOf(entry, site));
  return {
    path: decisionsCsvUrl(year).slice(siteUrl('').length),
    content: `\u{FEFF}${[COLUMNS, ...rows].map((row) => `${row.map((value) => cellOf(value).text).join(',')}\r\n`).join('')}`,
  };
}

/** A row for each issued document of a decision; one row where there is none. */
function rowsOf(entry: DecisionEntry, site: Site): readonly (readonly string[])[] {
  const { meeting, item, decision, state } = entry;
  const { day } = meeting;
  const head = [
    day ?? '',
    meeting.name,
    item.heading,
    decision.outcome,
    [...decision.leads.map(({ text }) => text), ...decision.leadPersons.map(({ name }) => name)].join('；'),
    decision.issuedInNameOf?.text ?? '',
    STATES[state.kind],
  ];
  const address = absoluteUrl(itemUrl(meeting.id, item.anchor), site.domain);
  if (state.kind !== 'issued') return [[...head, '', '', '', '', '', address]];
  return state.documents.map(({ number, title, date, link }) => [
    ...head,
    number ?? '',
    title,
    date,
    day === null ? '' : String(daysBetween(day, date)),
    link?.url ?? '',
    address,
  ]);
}
