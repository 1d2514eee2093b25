import type { IsoDate } from '../../src/minutes/model.ts';
import { addDays, workday, yearOf } from './calendar.ts';
import { createRandom, type Random } from './random.ts';
import type { ItemTruth, MeetingTruth } from './truth.ts';

export const LINKS_FILE_NAME = 'links.yaml';

/** By whom documents are numbered; the others print no number. */
const CODES: Readonly<Record<string, string>> = {
  市政府: '云政发',
  市政府办: '云政办发',
  市政府办公室: '云政办发',
  两办: '云委办发',
};
/** A host that can't exist. */
const HOST = 'https://www.example.invalid';
/** No document of the city is younger. */
const LAST_DAY = '2026-10-30';

interface Issued {
  readonly address: string;
  readonly number: string | null;
  readonly title: string;
  readonly date: IsoDate;
}

/**
 * `links.yaml` of the city: most of the papers that meetings approved in somebody's name came out weeks
 * later, a third of those with an interpretation; of the others nothing is known. The same truths give
 * the same file.
 */
export function writeLinks(truths: readonly MeetingTruth[], seed: string): string {
  const random = createRandom(`${seed}/links`);
  const counts = new Map<string, number>();
  const titles = new Set<string>();
  const issued = truths.flatMap((meeting) =>
    meeting.items.flatMap((item): readonly Issued[] => {
      const title = (item.document ?? '').replace(/（[^（）]*稿）$/u, '');
      if (item.issuedInNameOf === null || title === '' || titles.has(title) || !random.chance(0.65))
        return [];
      const date = workday(addDays(meeting.held, random.whole(9, 80)));
      if (date > LAST_DAY) return [];
      titles.add(title);
      return [{ address: addressOf(meeting, item), number: numberOf(item, date, counts), title, date }];
    }),
  );
  const interpreted = issued.filter(() => random.chance(0.33));
  return [
    '# 虚构城市的印发文件和解读',
    'issued:',
    ...issued.flatMap((document, index) => issuedEntry(document, index, random)),
    'interpretations:',
    ...interpreted.flatMap((document, index) => interpretationEntry(document, index, random)),
    '',
  ].join('\n');
}

function addressOf({ id }: MeetingTruth, { order }: ItemTruth): string {
  return `${id}#item-${String(order)}`;
}

/** The next number of the body's series in the year; null for bodies without one. */
function numberOf({ issuedInNameOf }: ItemTruth, date: IsoDate, counts: Map<string, number>): string | null {
  const code = CODES[issuedInNameOf ?? ''];
  if (code === undefined) return null;
  const series = `${code}〔${String(yearOf(date))}〕`;
  const next = (counts.get(series) ?? 0) + 1;
  counts.set(series, next);
  return `${series}${String(next)}号`;
}

function issuedEntry(
  { address, number, title, date }: Issued,
  index: number,
  random: Random,
): readonly string[] {
  const online = random.chance(0.25);
  return [
    `  - items: ['${address}']`,
    ...(number === null ? [] : [`    number: ${number}`]),
    `    title: ${JSON.stringify(title)}`,
    `    date: ${date}`,
    ...(online ? linkTo('zfwj', index, date) : []),
  ];
}

function interpretationEntry(
  { address, number, title, date }: Issued,
  index: number,
  random: Random,
): readonly string[] {
  const day = workday(addDays(date, random.whole(0, 6)));
  return [
    `  - about: ['${address}']`,
    `    title: ${JSON.stringify(`《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》政策解读`)}`,
    `    date: ${day}`,
    ...linkTo('zcjd', index, day),
    `    explains: [${JSON.stringify(number ?? title)}]`,
  ];
}

/** An address in which no digits stand together like those of a telephone. */
function linkTo(column: string, index: number, date: IsoDate): readonly string[] {
  const path = `${column}/${String(yearOf(date))}/f${String(index + 1)}`;
  return [`    url: ${HOST}/${path}.html`, `    linksBack: ${addDays(date, 2)}`];
}
