import { stepLabel } from './repair/steps.ts';
import type { SourcePlace } from './blocks.ts';
import type { ImportReport } from './draft.ts';
import type { Change, StepName } from './repair/change.ts';

const FORMATS = { txt: '文本', md: 'Markdown', html: '网页', docx: 'Word', pdf: 'PDF' } as const;
const AROUND = 5;

/**
 * The report of one document for the terminal, in Chinese: every change, grouped by repair, then
 * every doubt once more with its place, then what is left for the clerk to do.
 */
export function formatReport(report: ImportReport): string {
  const source = report.encoding ? `${FORMATS[report.format]}，${report.encoding}` : FORMATS[report.format];
  const lines = [`  来源：${source}；正文 ${report.characters} 字，议题标题 ${report.headings} 个`];
  for (const [step, changes] of byStep(report.changes.filter(({ edit }) => edit !== null))) {
    lines.push(`  ${stepLabel(step)}：${changes.length} 处`);
    lines.push(...(changes[0]?.edit?.kind === 'remove' ? removals(changes, report) : joins(changes, report)));
  }
  const doubts = report.changes.filter(({ doubt }) => doubt).sort(inOrder);
  if (doubts.length > 0) lines.push(`  请核对：${doubts.length} 处`);
  for (const doubt of doubts) {
    lines.push(
      `    ${describePlace(doubt.place, report)} ${doubt.edit?.kind === 'remove' ? `${doubt.before} → ${doubt.after}` : doubt.before}`,
      `      ${doubt.note}`,
    );
  }
  if (report.tasks.length > 0) lines.push('  待办：');
  for (const { message, hint } of report.tasks) lines.push(`    ${message}`, `      改法：${hint}`);
  return lines.join('\n');
}

/** 第 5 行, 第 5 段, 第 2 页第 5 行: a place as the clerk finds it in the source. */
export function describePlace({ page, line }: SourcePlace, { format }: Pick<ImportReport, 'format'>): string {
  const unit = format === 'docx' || format === 'html' ? '段' : '行';
  return page === null ? `第 ${line} ${unit}` : `第 ${page} 页第 ${line} ${unit}`;
}

function inOrder({ place: a }: Change, { place: b }: Change): number {
  return (a.page ?? 0) - (b.page ?? 0) || a.line - b.line;
}

function byStep(changes: readonly Change[]): ReadonlyMap<StepName, readonly Change[]> {
  return Map.groupBy(changes, ({ step }) => step);
}

function joins(changes: readonly Change[], report: ImportReport): readonly string[] {
  return changes.map(({ place, before }) => `    ${describePlace(place, report)} ${before}`);
}

/** Removed spaces of one line of the source stand on one line of the report, each shown as ␣. */
function removals(changes: readonly Change[], report: ImportReport): readonly string[] {
  const byPlace = Map.groupBy(changes, ({ place }) => describePlace(place, report));
  return [...byPlace].map(([place, own]) => `    ${place} ${own.map(shortForm).join(' | ')}`);
}

function shortForm({ before, after }: Change): string {
  let at = 0;
  while (at < after.length && before[at] === after[at]) at++;
  const end = at + before.length - after.length;
  const removed = before.slice(at, end).replace(/\s/g, '␣');
  return before.slice(Math.max(0, at - AROUND), at) + removed + before.slice(end, end + AROUND);
}

/** One line of the summary over all files. */
export interface SummaryRow {
  readonly file: string;
  /** The meeting's id, or why the file failed. */
  readonly outcome: string;
  readonly headings: number | null;
  readonly doubts: number | null;
}

/** The summary of several files as a table whose columns are aligned for Chinese text. */
export function formatSummary(rows: readonly SummaryRow[]): string {
  const cells = rows.map(({ file, outcome, headings, doubts }) => [
    file,
    outcome,
    `${headings ?? '—'}`,
    `${doubts ?? '—'}`,
  ]);
  const table = [['文件', '纪要', '议题标题', '待核对'], ...cells];
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => columns(row[column] ?? ''))));
  return table
    .map((row) =>
      row
        .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - columns(cell))))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Columns of a terminal, where quotes and dashes are narrow. */
function columns(text: string): number {
  let width = 0;
  for (const char of text) width += (char.codePointAt(0) ?? 0) < 0x2e80 ? 1 : 2;
  return width;
}
