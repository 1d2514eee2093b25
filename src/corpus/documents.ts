import { derived, derivedByKey, keptByYear } from './derived.ts';
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

/** All documents, each once whatever white space its title is printed with, newest mention first. */
function allDocuments(corpus: Corpus): readonly Omit<ConsideredDocument, 'issued'>[] {
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
}

/** All documents, newest mention first. */
export function documentsOf(corpus: Corpus): readonly ConsideredDocument[] {
  return allDocuments(corpus).map((document) => withIssued(document, corpus));
}

function withIssued(document: Omit<ConsideredDocument, 'issued'>, corpus: Corpus): ConsideredDocument {
  const issued = document.mentions.flatMap(({ id, anchor }) => issuedDocumentsOf(corpus, id, anchor));
  return {
    ...document,
    issued: [...new Set(issued)].toSorted((one, other) => compare(one.date, other.date)),
  };
}

const byYear = derivedByKey('documentsOfYear', (corpus) => {
  const years = new Map<string, Omit<ConsideredDocument, 'issued'>[]>();
  for (const document of allDocuments(corpus))
    for (const year of new Set(document.mentions.map((mention) => mention.year))) {
      const ofYear = years.get(year);
      if (ofYear === undefined) years.set(year, [document]);
      else ofYear.push(document);
    }
  return years;
});

/** The documents that meetings of one year of addresses considered, with their mentions in every year. */
export function documentsOfYear(year: string, corpus: Corpus): readonly ConsideredDocument[] {
  return (byYear(corpus, year) ?? []).map((document) => withIssued(document, corpus));
}

/** How many documents meetings of one year considered. */
export function countDocuments(year: string, corpus: Corpus): number {
  return byYear(corpus, year)?.length ?? 0;
}

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
