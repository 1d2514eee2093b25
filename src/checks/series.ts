import type { CoverageStatements } from '../corpus/coverage-file.ts';
import type { Minutes } from '../minutes/model.ts';
import { statedOf } from '../minutes/stated.ts';
import type { CollectionFinding, CollectionRule } from './collection-rule.ts';

/**
 * P17: two independent series, the number of the minutes (第13号) and the ordinal of the meeting (第9次),
 * each unique and increasing in time, numbers by the day of issue, meetings by the day they are held,
 * within its own scope: what is printed around the number, the title and the
 * calendar year. A new term may begin at 1 again. Numbers missing between two published ones inform
 * unless `coverage.yaml` says what became of them: not every meeting is published.
 */
export const checkSeries: CollectionRule = ({ minutes, coverage }) => {
  const scopeOf = scopes();
  const numbered = minutes.flatMap((each) => {
    const { number, session, issued, compiled, held } = statedOf(each);
    return [
      ...entryOf('minutes', each, number, issued ?? compiled, scopeOf),
      ...entryOf('sessions', each, session, held, scopeOf),
    ];
  });
  const series = Map.groupBy(numbered, ({ scope }) => scope);
  return [...series.values()].flatMap((entries) =>
    entries
      .toSorted((one, other) => compare(one.day, other.day) || one.value - other.value)
      .flatMap((entry, index, sorted) => {
        const previous = sorted[index - 1];
        return previous === undefined ? [] : faultsOf(previous, entry, coverage);
      })
      .concat(duplicatesIn(entries)),
  );
};

/** What of the head holds the number. */
const ABOUT = { minutes: 'number', sessions: 'session' } as const;

interface Entry {
  readonly kind: keyof CoverageStatements;
  readonly scope: string;
  readonly value: number;
  readonly day: string;
  /** The number as printed. */
  readonly printed: string;
  readonly minutes: Minutes;
}

/** The last run of digits is the number; what is left, the title and the year are its scope. */
function entryOf(
  kind: Entry['kind'],
  minutes: Minutes,
  printed: string | null,
  dated: string | null,
  scopeOf: (title: string) => string,
): readonly Entry[] {
  const stated = statedOf(minutes);
  const day = dated ?? stated.day;
  if (printed === null || day === null) return [];
  const text = printed.replaceAll(/\s/gu, '');
  const match = /(\d{1,4})(\D*)$/u.exec(text);
  if (match === null) return [];
  const title = scopeOf(stated.title ?? stated.issuer ?? '');
  const scope = [text.slice(0, match.index), '#', match[2], title, day.slice(0, 4)].join('|');
  return [{ kind, scope, value: Number(match[1]), day, printed, minutes }];
}

/** What of a title tells series apart; thousands of minutes have the same one. */
function scopes(): (title: string) => string {
  const known = new Map<string, string>();
  return (title) => {
    const scope = known.get(title) ?? title.replaceAll(/[\s\d]/gu, '');
    known.set(title, scope);
    return scope;
  };
}

function duplicatesIn(entries: readonly Entry[]): readonly CollectionFinding[] {
  if (new Set(entries.map(({ value }) => value)).size === entries.length) return [];
  return [...Map.groupBy(entries, ({ value }) => value).values()].flatMap(([first, ...more]) =>
    first === undefined
      ? []
      : more.map((entry) => ({
          code: 'series/duplicate' as const,
          message: `“${entry.printed}”与 ${first.minutes.path} 的编号相同`,
          hint: '对照原件改正其中一处；同一份纪要导入了两次的，删去一份',
          about: ABOUT[entry.kind],
          minutes: entry.minutes,
        })),
  );
}

function faultsOf(previous: Entry, entry: Entry, coverage: CoverageStatements): readonly CollectionFinding[] {
  const { value, printed, minutes, day } = entry;
  const about = ABOUT[entry.kind];
  // Half or less of the last number, or 1: a new term has begun to count.
  if (value < previous.value && value > 1 && value * 2 > previous.value && previous.day < day) {
    const message = `“${printed}”（${day}）晚于“${previous.printed}”（${previous.day}），编号却更小`;
    const hint = `对照原件核对编号和日期，另一份是 ${previous.minutes.path}`;
    return [{ code: 'series/order', message, hint, about, minutes }];
  }
  if (value <= previous.value + 1) return [];
  const absences = coverage[entry.kind].get(day.slice(0, 4))?.absences ?? [];
  const missing = Array.from(
    { length: Math.max(0, value - previous.value - 1) },
    (_, i) => previous.value + 1 + i,
  ).filter((number) => !absences.some(({ from, to }) => from <= number && number <= to));
  if (missing.length === 0) return [];
  const message = `“${previous.printed}”之后是“${printed}”，缺少${inRanges(missing)}`;
  const hint = '漏了发布的，补上；没有公开的，在 content/coverage.yaml 写明依据或原因';
  return [{ code: 'series/gap', message, hint, about, minutes }];
}

/** `第 4`, `第 6 至 8`, `第 4、第 6 至 8`. */
function inRanges(numbers: readonly number[]): string {
  const ranges: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last?.to === number - 1) last.to = number;
    else ranges.push({ from: number, to: number });
  }
  return ranges
    .map(({ from, to }) => `第 ${String(from)}${to === from ? '' : ` 至 ${String(to)}`}`)
    .join('、');
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
