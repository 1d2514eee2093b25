import type { BureauLexicon } from '../minutes/lexicon.ts';
import type { AgendaItem, Minutes } from '../minutes/model.ts';
import { parseMinutes } from '../minutes/parse.ts';
import { headingOf } from '../minutes/plain-text.ts';

const LONGEST = 36;

/** What the site will understand of a draft, for the clerk to compare with the paper: a few lines in Chinese. */
export function previewFacts(markdown: string, path: string, lexicon: BureauLexicon): string {
  const { minutes } = parseMinutes(markdown, path, lexicon);
  return [
    '  识读预览（以原文为准）：',
    headLine(minutes),
    ...minutes.items.map(itemLine),
    attendanceLine(minutes),
  ].join('\n');
}

function headLine({ head }: Minutes): string {
  const parts = [
    head.number?.value ?? '无编号',
    head.session?.value ?? '会议名称未读到',
    `会议 ${head.held?.value ?? '未读到'}`,
    ...(head.compiled === null ? [] : [`整理 ${head.compiled.value}`]),
    ...(head.issued === null ? [] : [`印发 ${head.issued.value}`]),
    `主持 ${head.chair?.value.name ?? '未读到'}`,
  ];
  return `    ${parts.join(' ｜ ')}`;
}

function itemLine(item: AgendaItem): string {
  const heading = headingOf(item);
  const outcome = item.decisions[0]?.outcome ?? '没有议定事项';
  const reporters = item.reporters.map(({ text }) => text).join('、');
  const shown = heading.length > LONGEST ? `${heading.slice(0, LONGEST)}…` : heading;
  return `    ${item.number?.value ?? String(item.order)} ${shown} ｜ ${outcome}${reporters === '' ? '' : ` ｜ 汇报 ${reporters}`}`;
}

function attendanceLine({ attendance }: Minutes): string {
  const observers = attendance.observers.reduce((sum, { names }) => sum + names.length, 0);
  const units = attendance.observers.filter(({ unit }) => unit !== null).length;
  return `    出席 ${String(attendance.present.length)} 人，列席 ${String(units)} 个单位 ${String(observers)} 人，请假 ${String(attendance.absent.length)} 人`;
}
