import type { BureauId } from './model.ts';

/**
 * What the parser asks of a registry of bureaus. It lives here because the parser may not know
 * the registry; `corpus/` implements it.
 */
export interface BureauLexicon {
  /**
   * The longest registered name that begins at `offset` (UTF-16) of `text`, or null.
   * With `bare`, names that leave out 市/区/县 count too (海事局): right only in attendance and
   * distribution lists and behind a shared prefix (市科技局、人社局).
   */
  longestAt(text: string, offset: number, options: { readonly bare: boolean }): LexiconMatch | null;
}

export interface LexiconMatch {
  /** Length of the name in UTF-16 units. */
  readonly length: number;
  /** One id; several for a composite (两办); none for a collective (各地各部门). */
  readonly bureaus: readonly BureauId[];
  /** A collective is nobody in particular: highlighted, never indexed as responsible. */
  readonly collective: boolean;
}

/** The lexicon of a place whose bureaus aren't registered: the parser then goes by form alone. */
export const EMPTY_LEXICON: BureauLexicon = { longestAt: () => null };
