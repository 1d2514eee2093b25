import type { Archive } from './archive.ts';
import type { TopicHit } from './topics.ts';
import type { BureauLexicon } from '../minutes/lexicon.ts';
import type { AgendaItem, BureauId, Decision, Minutes } from '../minutes/model.ts';

export type BureauKind =
  | 'party'
  | 'npc'
  | 'cppcc'
  | 'judicial'
  | 'military'
  | 'gov'
  | 'gov-affil'
  | 'vertical'
  | 'utility'
  | 'soe'
  | 'edu'
  | 'mass'
  | 'zone'
  | 'town'
  | 'coord';

/** One registered bureau, as `content/bureaus.yaml` states it, with the place name filled in. */
export interface Bureau {
  readonly id: BureauId;
  readonly kind: BureauKind;
  /** Official full name; null where it isn't verified, so that no page prints a guess. */
  readonly full: string | null;
  readonly short: string;
  readonly aliases: readonly string[];
  /** Forms without 市 that count only in lists and behind a shared prefix. */
  readonly bare: readonly string[];
  readonly former: readonly FormerName[];
  /** Partial ISO dates as far as known (`2019`, `2019-06`); null when unknown. */
  readonly since: string | null;
  readonly until: string | null;
  /** The bureau that keeps the office of a coordinating body. */
  readonly office: BureauId | null;
  readonly note: string | null;
}

export interface FormerName {
  readonly full: string;
  readonly short: string | null;
  readonly until: string | null;
  readonly note: string | null;
}

/** The registry of bureaus: pure data plus the matcher built from it. */
export interface Registry {
  /** The full name of the place they belong to; '' where no registry is. */
  readonly place: string;
  /** In the order of the file. */
  readonly bureaus: readonly Bureau[];
  readonly byId: ReadonlyMap<BureauId, Bureau>;
  readonly lexicon: BureauLexicon;
  /** The registered names nearest to an unknown one, best first, at most three; may be empty. */
  suggest(name: string): readonly string[];
}

/** All published minutes, newest first (held, then id, descending), and the indexes over them. */
export interface Corpus {
  readonly minutes: readonly Minutes[];
  readonly byId: ReadonlyMap<string, Minutes>;
  readonly registry: Registry;
  /** Calendar year of the address (`2022` of `2022/013`), newest first. */
  readonly byYear: ReadonlyMap<string, readonly Minutes[]>;
  /** Only bureaus that occur; in the order of the registry. */
  readonly byBureau: ReadonlyMap<BureauId, BureauRecord>;
  /** Their past and their addresses. */
  readonly archive: Archive;
  /**
   * Which items are about which topic, where the texts aren't in memory: what `topicHits` said of each
   * document, kept under its key and that of the topics. Left out, the texts are read.
   */
  readonly topicHits?: (minutes: Minutes) => readonly TopicHit[];
  /** Set where a build notes what each page reads of the corpus. */
  readonly notes?: CorpusNotes;
}

/** How values that are made once and read often (`derived.ts`) say what was read. */
export interface CorpusNotes {
  derived(name: string, key: string | null): void;
  /**
   * The value of one year under the name of its derivation: the one of the last build, where nothing that it
   * was made of has changed. Plain data that JSON can hold.
   */
  kept<T>(name: string, year: string, make: () => T): T;
  /** One of the lists of a year under the name of what makes them all; it alone counts as read. */
  part<T>(name: string, year: string, part: string, make: () => ReadonlyMap<string, T>): T | undefined;
  /** Makes the value of a derivation; what it is made of doesn't count as read by whoever asks for it. */
  derive<T>(name: string, make: () => T): T;
  /** Makes a value; all that it is made of counts as read each time `repeat` is called. */
  repeatable<T>(make: () => T): { readonly made: T; readonly repeat: () => void };
}

/** What a bureau does in the corpus, year by year. */
export interface BureauRecord {
  readonly bureau: Bureau;
  /** The years of addresses in which it occurs, newest first. */
  readonly years: readonly string[];
  /** What it does in a year; empty in one in which it doesn't occur. */
  inYear(year: string): BureauRoles;
  /** What it does in the meetings of a month (`monthIn`) of a year. */
  inMonth(year: string, month: string): BureauRoles;
  countsIn(year: string): RoleCounts;
}

/** The roles of a bureau, kept apart (R7.4), each newest first. */
export interface BureauRoles {
  readonly reports: readonly ItemRef[];
  readonly responsible: readonly ResponsibleRef[];
  readonly issues: readonly DecisionRef[];
  readonly observes: readonly MeetingRef[];
}

/** How often a bureau has each role. */
export type RoleCounts = Readonly<Record<keyof BureauRoles, number>> & {
  /** Among `responsible`, the items of which it is the lead. */
  readonly leads: number;
};

export interface MeetingRef {
  readonly minutes: Minutes;
}

export interface ItemRef extends MeetingRef {
  readonly item: AgendaItem;
  /** Of the item, to be had without opening it. */
  readonly anchor: string;
}

/** An item in which a bureau has to act. */
export interface ResponsibleRef extends ItemRef {
  /** Whether a decision names it as lead. */
  readonly lead: boolean;
}

export interface DecisionRef extends ItemRef {
  readonly decision: Decision;
}

/** The year a meeting is listed under: that of its address, `2022` of `2022/013`. */
export function yearOf({ id }: Pick<Minutes, 'id'>): string {
  return id.slice(0, Math.max(0, id.indexOf('/')));
}
