import type { Action, HeadingStyle, IsoDate, Outcome } from '../../src/minutes/model.ts';

/** What one generated item says, known without reading it. Strings are as printed in the document. */
export interface ItemTruth {
  readonly order: number;
  readonly style: HeadingStyle;
  /** Null where the item has none. */
  readonly heading: string | null;
  /** The first verb of the heading or, without one, of the first sentence. */
  readonly action: Action;
  /** The paper before the meeting, without 《》; null where none is named. */
  readonly document: string | null;
  readonly reporters: readonly string[];
  readonly outcome: Outcome | null;
  readonly issuedInNameOf: string | null;
  /** Every named body told to act, each once, in text order. */
  readonly responsible: readonly string[];
  /** How many （一）… and 一是/一要 … the item has. */
  readonly points: number;
  readonly inlinePoints: number;
}

/** What one generated document says. */
export interface MeetingTruth {
  /** `2022/013`. */
  readonly id: string;
  /** 第13号 of the year. */
  readonly number: number;
  /** 第9次 of the term. */
  readonly session: number;
  /** 十六 of 第十六届, printed or not. */
  readonly term: number;
  readonly held: IsoDate;
  readonly compiled: IsoDate;
  readonly issued: IsoDate;
  /** `YYYY-MM-DD HH:MM`. */
  readonly published: string;
  readonly chair: { readonly name: string; readonly title: string };
  readonly present: readonly string[];
  readonly observers: readonly { readonly unit: string; readonly names: readonly string[] }[];
  /** How the document is printed. */
  readonly layout: Layout;
  readonly items: readonly ItemTruth[];
}

/** The habits of one document: how items are headed, and which signs are half or full width. */
export interface Layout {
  readonly style: 'heading' | 'own-line' | 'run-in' | 'bare-ordinal' | 'none';
  readonly halfWidthPunctuation: boolean;
  readonly fullWidthDigits: boolean;
}
