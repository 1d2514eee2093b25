/**
 * What the office of a fictional town (虚构) means its content folder to say, and what readers may know of
 * it: written without any code of ours, so that a site can be held against it.
 */

export interface Item {
  readonly subject: string;
  readonly bureau: string;
  decision: number;
  /** A word that stands in this item, in this version of it, and nowhere else. */
  word: string;
  /** Words of sentences that were added later. */
  readonly added: string[];
  /** Words of sentences that are withheld. */
  readonly withheld: string[];
  /** The document that was issued of it. */
  issued: { readonly number: string; readonly date: string } | null;
}

/** A version of minutes that readers saw. */
export interface Version {
  readonly text: string;
  readonly words: readonly string[];
  isShown: boolean;
}

/** What readers are told of a change, with the id that the minutes had then. */
export interface Told {
  readonly what: '更正' | '补充' | '撤回' | '恢复公开' | '变更网址';
  readonly id: string;
  readonly time: string;
  readonly reason: string;
}

export interface Document {
  readonly serial: number;
  readonly year: string;
  id: string;
  /** Addresses at which readers found it before. */
  readonly formerIds: string[];
  place: 'drafts' | 'minutes' | 'nowhere';
  published: string;
  readonly republished: boolean;
  archived: string | null;
  /** The minute at which what it says was last reviewed. */
  reviewed: string;
  readonly items: Item[];
  /** Anchors of items that it had. */
  readonly lost: string[];
  /** What the last commit left of it in `minutes/`; null for nothing. */
  left: { readonly id: string; readonly text: string; readonly published: string } | null;
  isPublic: boolean;
  readonly versions: Version[];
  readonly told: Told[];
  /** What its tombstone says. */
  gone: { readonly date: string; readonly reason: string; readonly successor: Document | null } | null;
}

export interface Town {
  /** The minute it is there. */
  now: string;
  readonly documents: Document[];
  /** Every word ever written down anywhere. */
  readonly words: string[];
  serial: number;
  hasAlias: boolean;
  topicWord: string;
  ledger: string | null;
  /** Entries of `corrections.yaml`. */
  readonly explained: string[];
}

export function newTown(): Town {
  return {
    now: '2026-03-10 09:00',
    documents: [],
    words: [],
    serial: 0,
    hasAlias: false,
    topicWord: '安排',
    ledger: null,
    explained: [],
  };
}

const DIGITS = '〇一二三四五六七八九';

/** A word that no text had before. */
export function newWord(town: Town): string {
  const number = String(town.words.length + 1);
  const word = `玉衡${Array.from(number, (digit) => DIGITS[Number(digit)]).join('')}号`;
  town.words.push(word);
  return word;
}

/** Whether readers find minutes at this minute. */
export function isStanding({ place, published }: Document, now: string): boolean {
  return place === 'minutes' && published <= now;
}

/** The words of what it shows. */
export function wordsOf({ items }: Document): readonly string[] {
  return items.flatMap(({ word, added }) => [word, ...added]);
}

/** The words that readers may find now: those of standing minutes and of their earlier versions that are shown. */
export function knownWords({ documents, now }: Town): ReadonlySet<string> {
  return new Set(
    documents
      .filter((document) => isStanding(document, now))
      .flatMap(({ versions }) => versions.flatMap(({ words, isShown }) => (isShown ? words : []))),
  );
}

/** The minute so many minutes later. */
export function laterThan(minute: string, by: number): string {
  const time = new Date(Date.parse(`${minute.replace(' ', 'T')}:00Z`) + by * 60_000);
  return time.toISOString().slice(0, 16).replace('T', ' ');
}
