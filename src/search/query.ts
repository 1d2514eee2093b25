import { normalise } from './normalise.ts';

/** Where a term must stand: anywhere in the record, or in its heading (`标题:`). */
export type Field = 'text' | 'heading';

/** One thing to look for, in the form of `normalise`. */
export interface Term {
  readonly field: Field;
  /** Normalised, never empty. */
  readonly text: string;
  /** As typed, without operator and quotes; for messages. */
  readonly typed: string;
}

/** A record answers a query when it contains every word and none of the excluded. No word: every record. */
export interface Query {
  readonly words: readonly Term[];
  readonly excluded: readonly Term[];
}

export type ParsedQuery =
  | { readonly kind: 'query'; readonly query: Query }
  /** `message` is for the reader: what is wrong and what to type instead. */
  | { readonly kind: 'refused'; readonly message: string };

export interface QueryOptions {
  /** The shortest word that can be looked up, in UTF-16 units: 2 with a bigram index, 1 with the whole text. */
  readonly shortest: 1 | 2;
}

/** One piece of the input between white space, or a quoted one. */
interface Piece {
  readonly typed: string;
  readonly excluded: boolean;
  readonly field: Field;
  readonly literal: boolean;
}

/**
 * Reads what a person typed: words apart are all required, `-词` excludes, `"…"` is taken literally
 * (no operators, white space doesn't part words), `标题:词` must stand in the heading. Operators
 * combine as `-标题:"…"` and are read in any width.
 *
 * A quotation mark inside a word is ordinary text, so a passage copied from the minutes works. A plain
 * piece of one character joins its neighbours, so `2022 年 7 月 2 日` is one word and not six.
 */
export function parseQuery(input: string, { shortest }: QueryOptions): ParsedQuery {
  const terms = joinSingles(piecesOf(input))
    .map((piece) => ({ ...piece, text: normalise(piece.typed) }))
    .filter(({ text }) => text !== '');
  if (terms.length === 0 && input.trim() !== '')
    return { kind: 'refused', message: '没有可以检索的字，请输入两个字以上的词' };
  const short = terms.find(({ text }) => text.length < shortest);
  if (short !== undefined)
    return { kind: 'refused', message: `“${short.typed}”只有一个字，请写成两个字以上的词` };
  const of = (excluded: boolean): readonly Term[] =>
    distinct(terms.filter((term) => term.excluded === excluded));
  return { kind: 'query', query: { words: of(false), excluded: of(true) } };
}

/** Operators, then either a quotation that ends at white space or the input's end, or all up to white space. */
const PIECE =
  /(?<minus>[-－−])?(?<heading>标题[:：])?(?:["“”＂](?<literal>[^"“”＂]+)["“”＂](?=\s|$)|(?<plain>\S+))/gu;

function piecesOf(input: string): readonly Piece[] {
  return [...input.matchAll(PIECE)].map(({ groups }) => ({
    typed: groups?.['literal'] ?? groups?.['plain'] ?? '',
    excluded: groups?.['minus'] !== undefined,
    field: groups?.['heading'] === undefined ? 'text' : 'heading',
    literal: groups?.['literal'] !== undefined,
  }));
}

function joinSingles(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  let previousIsSingle = false;
  for (const piece of pieces) {
    const last = joined.at(-1);
    const isSingle = isPlain(piece) && normalise(piece.typed).length === 1;
    const joins = last !== undefined && isPlain(last) && isPlain(piece) && (isSingle || previousIsSingle);
    if (joins) joined[joined.length - 1] = { ...last, typed: `${last.typed} ${piece.typed}` };
    else joined.push(piece);
    previousIsSingle = isSingle;
  }
  return joined;
}

function isPlain({ excluded, field, literal }: Piece): boolean {
  return !excluded && field === 'text' && !literal;
}

function distinct(terms: readonly Term[]): readonly Term[] {
  const seen = new Map(terms.map(({ field, text, typed }) => [`${field}:${text}`, { field, text, typed }]));
  return [...seen.values()];
}
