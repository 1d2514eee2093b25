import { derived, keptByYear } from './derived.ts';
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
    const issued = items.flatMap(({ minutes, anchor }) => issuedDocumentsOf(corpus, minutes.id, anchor));
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

/** A mention whose item is opened when it is asked for: most pages show few of all. */
class Mention implements DocumentMention {
  readonly minutes: Minutes;
  readonly anchor: string;
  readonly #at: number;

  constructor(minutes: Minutes, at: number, anchor: string) {
    this.minutes = minutes;
    this.anchor = anchor;
    this.#at = at;
  }

  get item(): AgendaItem {
    const item = this.minutes.items[this.#at];
    if (item === undefined) throw new Error(`${this.minutes.id} has no item at ${String(this.#at)}`);
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
