import type { Decision, IsoDate, Outcome } from '../minutes/model.ts';
import type { Corpus } from './model.ts';

/**
 * What came of the minutes elsewhere (R1.18): the documents that were issued on the ground of a
 * decision, and the interpretations (解读) of a meeting or an item. Staff state each relation once, in
 * `content/links.yaml`, so both directions are read from one statement and can't contradict each other.
 *
 * Views ask `issuedDocumentsOf` an item, `issuedUnder` a decision, `interpretationsOf` a meeting or an
 * item, `interpretationsOfDocument` a document. No answer means nothing was stated (未收录), never that
 * nothing was issued. Links that concern minutes which aren't public are not in the corpus.
 */
export interface Links {
  /** By day, then in the order of the file. */
  readonly issued: readonly IssuedDocument[];
  readonly interpretations: readonly Interpretation[];
  /** In the order of the file. */
  readonly pending: readonly PendingDocument[];
  readonly issuedOf: OfMeetings<IssuedDocument>;
  readonly interpretationsOf: OfMeetings<Interpretation>;
  readonly pendingOf: OfMeetings<PendingDocument>;
}

/**
 * By meeting, then by what within it is meant: the anchor of an item, or '' for the meeting as a whole. A
 * build that notes what a page reads notes one meeting and not each of its items.
 */
export type OfMeetings<T> = ReadonlyMap<string, ReadonlyMap<string, readonly T[]>>;

/** A document that was issued after a meeting decided on it. */
export interface IssuedDocument {
  /** 文号, 云政办发〔2026〕12号; null for a document without one. */
  readonly number: string | null;
  /** Without 《》. */
  readonly title: string;
  /** The day of issue. */
  readonly date: IsoDate;
  /** Null when the text is not on the web. */
  readonly link: OutsideLink | null;
  /** The addresses of the items that decided on it, `2026/005#item-1`; at least one. */
  readonly items: readonly string[];
  /** The order of the decision within the one item, from 1, as stated; null when not stated. */
  readonly decision: number | null;
}

/** What staff say of a document that wasn't issued yet when they looked. */
export interface PendingDocument {
  /** The addresses of the items that decided on it; at least one. */
  readonly items: readonly string[];
  /** The day on which they looked. */
  readonly date: IsoDate;
}

/** A page that explains the minutes or an issued document. */
export interface Interpretation {
  readonly title: string;
  readonly date: IsoDate;
  readonly link: OutsideLink;
  /** The addresses of what it is about, `2026/005` or `2026/005#item-1`; at least one. */
  readonly about: readonly string[];
  /** The documents that it explains, by number or title as the file names them. */
  readonly explains: readonly string[];
}

/** An address outside this site. */
export interface OutsideLink {
  /** Absolute, http or https. */
  readonly url: string;
  /** Whether it is a site of the government; a link to any other is to be marked （外部链接） (R1.10). */
  readonly government: boolean;
  /** The day on which staff saw that the page links back to the minutes; null when they haven't. */
  readonly linksBack: IsoDate | null;
}

export const NO_LINKS: Links = {
  issued: [],
  interpretations: [],
  pending: [],
  issuedOf: new Map(),
  interpretationsOf: new Map(),
  pendingOf: new Map(),
};

/** Links with their indexes, sorted by day. */
export function indexLinks(
  issued: readonly IssuedDocument[],
  interpretations: readonly Interpretation[],
  pending: readonly PendingDocument[] = [],
): Links {
  const sortedIssued = issued.toSorted(byDate);
  const sortedInterpretations = interpretations.toSorted(byDate);
  return {
    issued: sortedIssued,
    interpretations: sortedInterpretations,
    pending,
    issuedOf: indexBy(sortedIssued, ({ items }) => items),
    interpretationsOf: indexBy(sortedInterpretations, ({ about }) => about),
    pendingOf: indexBy(pending, ({ items }) => items),
  };
}

/** Only what concerns these minutes: of any other neither address nor title is kept. */
export function linksAmong(links: Links, ids: ReadonlySet<string>): Links {
  const isPublic = (address: string): boolean => ids.has(minutesOfAddress(address));
  const issued = links.issued.flatMap((each) => {
    const items = each.items.filter(isPublic);
    return items.length === 0 ? [] : [{ ...each, items }];
  });
  const interpretations = links.interpretations.flatMap((each) => {
    const about = each.about.filter(isPublic);
    const explains = each.explains.filter((name) => issued.some((document) => isNamed(document, name)));
    return about.length === 0 ? [] : [{ ...each, about, explains }];
  });
  const pending = links.pending.flatMap(({ items, date }) => {
    const shown = items.filter(isPublic);
    return shown.length === 0 ? [] : [{ items: shown, date }];
  });
  return indexLinks(issued, interpretations, pending);
}

/** The documents that were issued on the ground of an item, in order of issue. */
export function issuedDocumentsOf(corpus: Corpus, id: string, anchor: string): readonly IssuedDocument[] {
  return corpus.archive.links.issuedOf.get(id)?.get(anchor) ?? [];
}

/** An item as far as documents can belong to it. */
export interface DecidedItem {
  readonly anchor: string;
  readonly decisions: readonly Pick<Decision, 'outcome'>[];
}

/**
 * Those among them that belong to one decision of the item: the decision that is stated, else the only
 * one by which the item approves anything. Where several approve and none is stated, a document
 * belongs to the item alone, and no decision has it.
 */
export function issuedUnder(
  corpus: Corpus,
  id: string,
  item: DecidedItem,
  decision: Pick<Decision, 'outcome'>,
): readonly IssuedDocument[] {
  const order = item.decisions.indexOf(decision) + 1;
  const approving = item.decisions.filter(({ outcome }) => APPROVALS.has(outcome));
  const only = approving.length === 1 ? approving[0] : undefined;
  return issuedDocumentsOf(corpus, id, item.anchor).filter((document) =>
    document.decision === null ? only === decision : document.decision === order,
  );
}

/** The last day on which staff saw that the document of an item wasn't issued yet; null where they say nothing. */
export function pendingOn(corpus: Corpus, id: string, anchor: string): IsoDate | null {
  const pending = corpus.archive.links.pendingOf.get(id)?.get(anchor) ?? [];
  return (
    pending
      .map(({ date }) => date)
      .toSorted()
      .at(-1) ?? null
  );
}

/** The interpretations of one item; of the meeting as a whole, and of no item, when `anchor` is null. */
export function interpretationsOf(
  corpus: Corpus,
  id: string,
  anchor: string | null,
): readonly Interpretation[] {
  return corpus.archive.links.interpretationsOf.get(id)?.get(anchor ?? '') ?? [];
}

/** The interpretations that explain an issued document. */
export function interpretationsOfDocument(
  corpus: Corpus,
  document: IssuedDocument,
): readonly Interpretation[] {
  return corpus.archive.links.interpretations.filter(({ explains }) =>
    explains.some((name) => isNamed(document, name)),
  );
}

/** Whether a number or title names the document. */
export function isNamed({ number, title }: IssuedDocument, name: string): boolean {
  return name === number || name === title;
}

/** `2026/005` of `2026/005#item-1`. */
export function minutesOfAddress(address: string): string {
  return address.split('#')[0] ?? address;
}

/** Whether a host belongs to a government site: `.gov.cn` or `.政务` (R1.10). */
export function isGovernmentHost(host: string): boolean {
  return /(?:^|\.)(?:gov\.cn|xn--zfr164b)$/u.test(host.toLowerCase());
}

const APPROVALS: ReadonlySet<Outcome> = new Set(['原则同意', '原则通过', '同意', '通过']);

function byDate(one: { readonly date: IsoDate }, other: { readonly date: IsoDate }): number {
  if (one.date === other.date) return 0;
  return one.date < other.date ? -1 : 1;
}

function indexBy<T>(entries: readonly T[], addressesOf: (entry: T) => readonly string[]): OfMeetings<T> {
  const found = new Map<string, Map<string, T[]>>();
  for (const entry of entries) {
    for (const address of addressesOf(entry)) {
      const [id = '', anchor = ''] = address.split('#');
      const ofMeeting = found.get(id) ?? new Map<string, T[]>();
      found.set(id, ofMeeting);
      const known = ofMeeting.get(anchor);
      if (known === undefined) ofMeeting.set(anchor, [entry]);
      else known.push(entry);
    }
  }
  return found;
}
