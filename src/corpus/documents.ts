import { derived, derivedByKey, keptByYear } from './derived.ts';
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
  /** The place of the item in its minutes, from 0. */
  readonly at: number;
  readonly day: IsoDate | null;
  readonly year: string;
}

/** The titles that the meetings of a year considered: newest meeting first, with the place of the item from 0. */
const titlesOfYear = keptByYear('documentTitles', ({ byYear }, year) =>
  (byYear.get(year) ?? []).flatMap(({ id, items }) =>
    items.flatMap(({ anchor, documents }, at) =>
      documents.map(({ value }): readonly [title: string, id: string, at: number, anchor: string] => [
        value,
        id,
        at,
        anchor,
      ]),
    ),
  ),
);

/** All documents, each once whatever white space its title is printed with, newest mention first. */
export function documentsOf(corpus: Corpus): readonly ConsideredDocument[] {
  const order = new Map(corpus.minutes.map(({ id }, at) => [id, at]));
  const mentions = [...corpus.byYear.keys()]
    .flatMap((year) => titlesOfYear(corpus, year))
    .flatMap(([title, id, at, anchor]) => {
      const minutes = corpus.byId.get(id);
      return minutes === undefined ? [] : [{ title, mention: new Mention(minutes, at, anchor) }];
    })
    .toSorted(
      (one, other) => (order.get(one.mention.minutes.id) ?? 0) - (order.get(other.mention.minutes.id) ?? 0),
    );
  return [...Map.groupBy(mentions, ({ title }) => titleKey(title)).values()].flatMap((ofTitle) => {
    const [newest] = ofTitle;
    if (newest === undefined) return [];
    const items = [
      ...new Map(ofTitle.map(({ mention }) => [addressOf(mention), mention])).values(),
    ].toReversed();
    return [documentOf(oneLine(newest.title), items, corpus)];
  });
}

function documentOf(title: string, mentions: readonly DocumentMention[], corpus: Corpus): ConsideredDocument {
  const issued = mentions.flatMap(({ minutes, anchor }) => issuedDocumentsOf(corpus, minutes.id, anchor));
  return {
    title,
    mentions,
    issued: [...new Set(issued)].toSorted((one, other) => compare(one.date, other.date)),
  };
}

/** A document as its place in the minutes alone: small, and free of the minutes themselves. */
interface DocumentRef {
  readonly title: string;
  readonly mentions: readonly (MentionRef & { readonly at: number })[];
}

/** The item of a document: `2022/013`, `item-7`. */
export interface MentionRef {
  readonly id: string;
  readonly anchor: string;
}

const refsOfYear = derivedByKey('documentsOfYear', (corpus) => {
  const byYear = new Map<string, DocumentRef[]>();
  for (const { title, mentions } of documentsOf(corpus)) {
    const ref = { title, mentions: mentions.map((mention) => ({ ...refOf(mention), at: mention.at })) };
    for (const year of new Set(mentions.map((mention) => mention.year))) {
      const ofYear = byYear.get(year);
      if (ofYear === undefined) byYear.set(year, [ref]);
      else ofYear.push(ref);
    }
  }
  return byYear;
});

/** The documents that meetings of one year of addresses considered, with their mentions in every year. */
export function documentsOfYear(year: string, corpus: Corpus): readonly ConsideredDocument[] {
  return (refsOfYear(corpus, year) ?? []).map(({ title, mentions }) =>
    documentOf(
      title,
      mentions.flatMap(({ id, at, anchor }) => {
        const minutes = corpus.byId.get(id);
        return minutes === undefined ? [] : [new Mention(minutes, at, anchor)];
      }),
      corpus,
    ),
  );
}

/** How many documents meetings of one year considered. */
export function countDocuments(year: string, corpus: Corpus): number {
  return refsOfYear(corpus, year)?.length ?? 0;
}

/** The place of a mention. */
export function refOf({ minutes, anchor }: ItemRef): MentionRef {
  return { id: minutes.id, anchor };
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

/** A mention whose item is opened when it is asked for: most pages show few of all. */
class Mention implements DocumentMention {
  readonly minutes: Minutes;
  readonly anchor: string;
  readonly at: number;

  constructor(minutes: Minutes, at: number, anchor: string) {
    this.minutes = minutes;
    this.anchor = anchor;
    this.at = at;
  }

  get item(): AgendaItem {
    const item = this.minutes.items[this.at];
    if (item === undefined) throw new Error(`${this.minutes.id} has no item at ${String(this.at)}`);
    return item;
  }

  get day(): IsoDate | null {
    return dayOf(this.minutes);
  }

  get year(): string {
    return yearOf(this.minutes);
  }
}

function addressOf({ minutes, anchor }: DocumentMention): string {
  return `${minutes.id}#${anchor}`;
}

function oneLine(title: string): string {
  return title.replaceAll(/\s*\n\s*/gu, ' ').trim();
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
