import { derived, derivedByKey, keptByYear, keptForKey } from './derived.ts';
import { isLongYear, monthIn, periodOf, type Period } from './long-years.ts';
import type { IsoDate, Outcome } from '../minutes/model.ts';
import { registerOf } from '../minutes/register.ts';
import { decisionsOf, type IssueState } from './decisions.ts';
import { issuedDocumentsOf, type IssuedDocument } from './links.ts';
import type { Corpus } from './model.ts';

/** A document that meetings considered: every 《》 that an agenda item is about, by its title. */
export interface ConsideredDocument {
  /** As the newest meeting prints it, without 《》. */
  readonly title: string;
  /** Where it was considered, oldest first; at least one. */
  readonly mentions: readonly DocumentMention[];
  /** What was issued on the ground of those items, in order of issue. */
  readonly issued: readonly IssuedDocument[];
}

/** An item that is about a document, as plain data: pages over many years open no minutes for it. */
export interface DocumentMention extends MentionRef {
  /** The year of addresses. */
  readonly year: string;
  readonly day: IsoDate | null;
  /** What the meeting is called. */
  readonly meeting: string;
  readonly action: string | null;
  /** Of the decisions of the item, in text order. */
  readonly outcomes: readonly Outcome[];
  /** What is known of the issue of each. */
  readonly states: readonly IssueState['kind'][];
}

/** The item of a document: `2022/013`, `item-7`. */
export interface MentionRef {
  readonly id: string;
  readonly anchor: string;
}

type TitledMention = DocumentMention & { readonly title: string };

/** What the meetings of a year considered, newest meeting first. */
const mentionsOfYear = keptByYear('documentMentions', (corpus, year): readonly TitledMention[] =>
  (corpus.byYear.get(year) ?? []).flatMap((minutes) => {
    const { id, name, day, items } = registerOf(minutes);
    return items.flatMap(({ anchor, action, documents, decisions }) => {
      const states =
        documents.length === 0
          ? []
          : decisionsOf(minutes, corpus).flatMap((entry) =>
              entry.item.anchor === anchor ? [entry.state.kind] : [],
            );
      return documents.map((title) => ({
        title,
        id,
        anchor,
        year,
        day,
        meeting: name,
        action,
        outcomes: decisions.map(({ outcome }) => outcome),
        states,
      }));
    });
  }),
);

/** A document as the minutes alone tell of it. */
type Considered = Omit<ConsideredDocument, 'issued'>;

/** All documents, each once whatever white space its title is printed with, newest mention first. */
const allDocuments = keptForKey((corpus): readonly Considered[] => {
  const order = new Map(corpus.minutes.map(({ id }, at) => [id, at]));
  const mentions = [...corpus.byYear.keys()]
    .flatMap((year) => mentionsOfYear(corpus, year))
    .toSorted((one, other) => (order.get(one.id) ?? 0) - (order.get(other.id) ?? 0));
  return [...Map.groupBy(mentions, ({ title }) => titleKey(title)).values()].flatMap((ofTitle) => {
    const [newest] = ofTitle;
    if (newest === undefined) return [];
    const items = new Map(
      ofTitle.map(({ title: _title, ...mention }) => [`${mention.id}#${mention.anchor}`, mention]),
    );
    return [{ title: oneLine(newest.title), mentions: [...items.values()].toReversed() }];
  });
});

/** All documents, newest mention first. */
export function documentsOf(corpus: Corpus): readonly ConsideredDocument[] {
  return allDocuments(corpus, '').map((document) => withIssued(document, corpus));
}

function withIssued(document: Considered, corpus: Corpus): ConsideredDocument {
  const issued = document.mentions.flatMap(({ id, anchor }) => issuedDocumentsOf(corpus, id, anchor));
  return {
    ...document,
    issued: [...new Set(issued)].toSorted((one, other) => compare(one.date, other.date)),
  };
}

const byPeriod = derivedByKey('documentsOfPeriod', (corpus) => {
  const periods = new Map<Period, Considered[]>();
  for (const document of allDocuments(corpus, ''))
    for (const period of periodsOfMentions(document.mentions, corpus)) {
      const known = periods.get(period);
      if (known === undefined) periods.set(period, [document]);
      else known.push(document);
    }
  return periods;
});

/**
 * The periods in which a document is told: every year of its mentions; in a long one the month of the newest of
 * that year.
 */
export function periodsOfMentions(
  mentions: readonly Pick<DocumentMention, 'year' | 'day'>[],
  corpus: Corpus,
): readonly Period[] {
  const newest = new Map(mentions.map(({ year, day }) => [year, day]));
  return [...newest].map(([year, day]) => periodOf(year, day, corpus));
}

/** The documents that are told in a period, with their mentions in every year. */
export function documentsIn(period: Period, corpus: Corpus): readonly ConsideredDocument[] {
  return (byPeriod(corpus, period) ?? []).map((document) => withIssued(document, corpus));
}

/** How many documents each month of a year tells (`monthIn`), in that of their newest mention of the year. */
const documentCounts = keptByYear('documentCounts', (corpus, year): Readonly<Record<string, number>> => {
  const newest = new Map<string, IsoDate | null>();
  for (const { title, day } of mentionsOfYear(corpus, year))
    if (!newest.has(titleKey(title))) newest.set(titleKey(title), day);
  const months = Map.groupBy(newest.values(), (day) => monthIn(year, day));
  return Object.fromEntries([...months].map(([month, days]) => [month, days.length]));
});

/** How many documents meetings of one year considered. */
export function countDocuments(year: string, corpus: Corpus): number {
  return Object.values(documentCounts(corpus, year)).reduce((sum, count) => sum + count, 0);
}

/** How many documents the months of a long year tell; none where the year is one page. */
export function documentMonths(corpus: Corpus, year: string): Readonly<Record<string, number>> {
  return isLongYear(year, corpus) ? documentCounts(corpus, year) : {};
}

/** Those months alone: they change far less often than what they hold. */
export const documentMonthNames = keptByYear('documentMonthNames', (corpus, year) =>
  Object.keys(documentMonths(corpus, year)).toSorted(),
);

/** Whether there is any: without documents there is no such column (R1.17). */
export const hasDocuments = derived('hasDocuments', ({ minutes }) =>
  minutes.some((each) => registerOf(each).items.some(({ documents }) => documents.length > 0)),
);

/** The years of addresses in which documents were considered, newest first. */
export const documentYears = derived('documentYears', (corpus) =>
  [...corpus.byYear.keys()].filter((year) => mentionsOfYear(corpus, year).length > 0),
);

/** What titles are compared by: their characters without white space. */
export function titleKey(title: string): string {
  return title.normalize('NFKC').replaceAll(/\s/gu, '');
}

function oneLine(title: string): string {
  return title.replaceAll(/\s*\n\s*/gu, ' ').trim();
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
