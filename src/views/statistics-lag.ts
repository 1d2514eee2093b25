import { lagOf, type PublicationLag } from '../corpus/lag.ts';
import { yearOf, type Corpus } from '../corpus/model.ts';
import type { Minutes } from '../minutes/model.ts';
import { statedOf } from '../minutes/stated.ts';
import { meetingUrl, statisticsYearUrl } from '../urls.ts';
import type { FigureView } from './charts/chart.ts';
import { matrixChart, yearTicks } from './charts/matrix.ts';
import { stripsChart } from './charts/strips.ts';
import { longDate } from './format.ts';

/** The anchor of the picture on the page of a year. */
const LAG = 'lag';

/** How long publication takes: the classes that years are compared by, in calendar days. */
const CLASSES: readonly { readonly name: string; readonly from: number; readonly to: number }[] = [
  { name: '5天以内', from: -Infinity, to: 5 },
  { name: '6—10天', from: 6, to: 10 },
  { name: '11—20天', from: 11, to: 20 },
  { name: '21—30天', from: 21, to: 30 },
  { name: '30天以上', from: 31, to: Infinity },
];

interface MeetingLag {
  readonly minutes: Minutes;
  readonly lag: PublicationLag;
  /** Calendar days from the day the document was made. */
  readonly days: number;
}

/** The meetings of which it is known how long publication took, newest first. */
function lagsOf(minutes: readonly Minutes[], corpus: Corpus): readonly MeetingLag[] {
  return minutes.flatMap((each) => {
    const lag = lagOf(each, corpus.archive.calendar);
    return lag === null ? [] : [{ minutes: each, lag, days: lag.base.days }];
  });
}

/** How long publication took in each year; null where it is known of no meeting. */
export function lagByYearFigure(corpus: Corpus, years: readonly string[], drawn: number): FigureView | null {
  const lags = lagsOf(corpus.minutes, corpus);
  if (lags.length === 0) return null;
  const counts = Map.groupBy(lags, ({ minutes, days }) => `${yearOf(minutes)} ${classOf(days)}`);
  const count = (year: string, name: string): number => counts.get(`${year} ${name}`)?.length ?? 0;
  const href = (year: string): string => `${statisticsYearUrl(year)}#${LAG}`;
  const sorted = lags.map(({ days }) => days).toSorted((one, other) => one - other);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return {
    id: LAG,
    heading: '公开用时',
    summary: `从纪要形成（印发、整理或开会）到网上公开用了几天，各有几次会议。一半的纪要在${String(middle)}天以内公开。`,
    chart: matrixChart({
      columns: yearTicks(years.slice(0, drawn).toReversed()),
      rows: CLASSES.map(({ name }) => ({
        name,
        cells: years
          .slice(0, drawn)
          .toReversed()
          .map((year) => ({
            value: count(year, name),
            href: href(year),
            title: `${year}年${name}公开的${String(count(year, name))}次`,
          })),
      })),
    }),
    table: {
      columns: ['年份', ...CLASSES.map(({ name }) => name)],
      rows: years.map((year) => ({
        head: { text: `${year}年`, href: href(year) },
        cells: CLASSES.map(({ name }) => ({
          text: count(year, name) === 0 ? '—' : String(count(year, name)),
          href: null,
        })),
      })),
    },
  };
}

/** How long the publication of each meeting of a year took; null where it is known of none. */
export function lagOfYearFigure(minutes: readonly Minutes[], corpus: Corpus): FigureView | null {
  const lags = lagsOf(minutes, corpus).toReversed();
  if (lags.length === 0) return null;
  const late = lags.filter(({ lag }) => lag.late !== null && lag.late > 0).length;
  const longest = Math.max(...lags.map(({ days }) => days));
  return {
    id: LAG,
    heading: '公开用时',
    summary: `${String(lags.length)}次会议从纪要形成到网上公开各用了几天，从早到晚排列，最长${String(longest)}天${late > 0 ? `；颜色最深的${String(late)}次超过20个工作日` : ''}。`,
    chart: stripsChart({
      columns: lags.map(() => ''),
      strips: [
        {
          name: '天',
          values: lags.map(({ minutes: each, days, lag }) => ({
            value: days,
            href: meetingUrl(each.id),
            title: `${statedOf(each).name}：${String(days)}天`,
            tone: lag.late !== null && lag.late > 0 ? 'late' : 'level-3',
          })),
        },
      ],
    }),
    table: {
      columns: ['会议', '形成', '用时'],
      rows: lags.toReversed().map(({ minutes: each, lag, days }) => ({
        head: { text: statedOf(each).name, href: meetingUrl(each.id) },
        cells: [
          { text: longDate(lag.base.day).text, href: null },
          { text: days === 0 ? '当天' : `${String(days)}天`, href: null },
        ],
      })),
    },
  };
}

function classOf(days: number): string {
  return CLASSES.find(({ from, to }) => days >= from && days <= to)?.name ?? '';
}
