import { derived } from './derived.ts';
import type { AgendaItem, IsoDate, Minutes } from '../minutes/model.ts';
import { issuedDocumentsOf, type IssuedDocument } from './links.ts';
import { dayOf, yearOf, type Corpus, type ItemRef } from './model.ts';

/** A document that meetings considered: every 《》 that an agenda item is about, by its title. */
export interface ConsideredDocument {
  /** As the newest meeting prints it, without 《》. */
  readonly title: string;
  /** Where it was considered, oldest first; at least one. */
  readonly mentions: readonly DocumentMention[];
  /** What was issued on the ground of those items, in order of issue. */
  readonly issued: readonly IssuedDocument[];
}

export interface DocumentMention extends ItemRef {
  readonly day: IsoDate | null;
  readonly year: string;
}

/** All documents, each once whatever white space its title is printed with, newest mention first. */
export function documentsOf(corpus: Corpus): readonly ConsideredDocument[] {
  const mentions = corpus.minutes.flatMap((minutes) =>
    minutes.items.flatMap((item) =>
      item.documents.map(({ value }) => ({ title: value, mention: mentionOf(minutes, item) })),
    ),
  );
  return [...Map.groupBy(mentions, ({ title }) => titleKey(title)).values()].flatMap((ofTitle) => {
    const [newest] = ofTitle;
    if (newest === undefined) return [];
    const items = [
      ...new Map(ofTitle.map(({ mention }) => [addressOf(mention), mention])).values(),
    ].toReversed();
    const issued = items.flatMap(({ minutes, item }) => issuedDocumentsOf(corpus, minutes.id, item.anchor));
    return [
      {
        title: oneLine(newest.title),
        mentions: items,
        issued: [...new Set(issued)].toSorted((one, other) => compare(one.date, other.date)),
      },
    ];
  });
}

/** Whether there is any: without documents there is no such column (R1.17). */
export const hasDocuments = derived('hasDocuments', ({ minutes }) =>
  minutes.some(({ items }) => items.some(({ documents }) => documents.length > 0)),
);

/** The years of addresses in which documents were considered, newest first. */
export const documentYears = derived('documentYears', ({ byYear }) =>
  [...byYear].flatMap(([year, minutes]) =>
    minutes.some(({ items }) => items.some(({ documents }) => documents.length > 0)) ? [year] : [],
  ),
);

/** What titles are compared by: their characters without white space. */
export function titleKey(title: string): string {
  return title.normalize('NFKC').replaceAll(/\s/gu, '');
}

function mentionOf(minutes: Minutes, item: AgendaItem): DocumentMention {
  return { minutes, item, day: dayOf(minutes), year: yearOf(minutes) };
}

function addressOf({ minutes, item }: ItemRef): string {
  return `${minutes.id}#${item.anchor}`;
}

function oneLine(title: string): string {
  return title.replaceAll(/\s*\n\s*/gu, ' ').trim();
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
