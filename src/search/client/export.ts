import { plainExcerpt } from '../excerpt.ts';
import type { Role } from '../record.ts';
import { plainText, type Result, type ResultGroup } from './result.ts';

/** One result as it is downloaded and cited. */
export interface ExportRow {
  /** Null where one site alone is searched. */
  readonly site: string | null;
  readonly meeting: string;
  readonly held: string | null;
  readonly heading: string;
  /** Absolute. */
  readonly url: string;
  readonly action: string | null;
  readonly outcome: string | null;
  readonly reporters: readonly string[];
  readonly responsible: readonly string[];
  readonly issuers: readonly string[];
  readonly excerpt: string;
}

/** The rows of results; `absolute` makes the address of a path of the site. */
export function rowsOf(
  groups: readonly ResultGroup[],
  absolute: (path: string) => string,
): readonly ExportRow[] {
  return groups.flatMap(({ site = null, title, held, results }) =>
    results.map((result) => ({
      site,
      meeting: title,
      held,
      heading: plainExcerpt(result.heading),
      url: absolute(result.path),
      action: result.action,
      outcome: result.outcome,
      reporters: namesOf(result, 'reports'),
      responsible: namesOf(result, 'responsible'),
      issuers: namesOf(result, 'issues'),
      excerpt: plainText(result),
    })),
  );
}

type ExportColumn = readonly [title: string, of: (row: ExportRow) => string];

const SITE: ExportColumn = ['站点', ({ site }) => site ?? ''];

const COLUMNS: readonly ExportColumn[] = [
  ['会议', ({ meeting }) => meeting],
  ['会议日期', ({ held }) => held ?? ''],
  ['议题', ({ heading }) => heading],
  ['议题方式', ({ action }) => action ?? ''],
  ['议定结果', ({ outcome }) => outcome ?? ''],
  ['汇报单位', ({ reporters }) => reporters.join('、')],
  ['责任单位', ({ responsible }) => responsible.join('、')],
  ['印发名义', ({ issuers }) => issuers.join('、')],
  ['摘录', ({ excerpt }) => excerpt],
  ['网址', ({ url }) => url],
];

/** A table that spreadsheets read as UTF-8. A cell they would take for a formula begins with an apostrophe. */
export function csvOf(rows: readonly ExportRow[]): string {
  const columns = rows.some(({ site }) => site !== null) ? [SITE, ...COLUMNS] : COLUMNS;
  const lines = [columns.map(([title]) => title), ...rows.map((row) => columns.map(([, of]) => of(row)))];
  return `\ufeff${lines.map((cells) => cells.map(cellOf).join(',')).join('\r\n')}\r\n`;
}

function cellOf(text: string): string {
  const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The same as JSON, with what was asked and where. */
export function jsonOf(rows: readonly ExportRow[], query: string, url: string): string {
  return `${JSON.stringify({ query, url, total: rows.length, results: rows }, null, 2)}\n`;
}

/** One numbered line for each: `1. 市政府第9次常务会议纪要，议题“…”，2022年7月2日，https://…` */
export function citationsOf(rows: readonly ExportRow[]): string {
  return rows
    .map(({ site, meeting, held, heading, url }, index) => {
      const day = held === null ? [] : [longDate(held)];
      const name = meeting.includes('纪要') ? meeting : `${meeting}纪要`;
      return `${String(index + 1)}. ${[...(site === null ? [] : [site]), name, `议题“${heading}”`, ...day, url].join('，')}`;
    })
    .join('\n');
}

/** `2022年7月2日`. */
export function longDate(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${String(Number(month))}月${String(Number(date))}日`;
}

function namesOf({ bureaus }: Result, role: Role): readonly string[] {
  return bureaus.filter((bureau) => bureau.role === role).map(({ name }) => name);
}
