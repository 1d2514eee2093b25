import type { IsoDate } from '../../minutes/model.ts';
import type { Span } from '../../minutes/places.ts';
import { excerptOf, markHits, plainExcerpt, type Excerpt } from '../excerpt.ts';
import { blocksOf, findHits } from '../match.ts';
import type { BureauName } from '../names.ts';
import type { Query } from '../query.ts';
import { ROLES, type RecordKind, type Role } from '../record.ts';
import type { RecordText } from '../text-file.ts';

/** One record that answers a query, as it is shown. */
export interface Result {
  readonly kind: RecordKind;
  /** Below the site's base path, with anchor. */
  readonly path: string;
  /** The whole heading, hits marked. */
  readonly heading: Excerpt;
  /** Of the text without its heading line. */
  readonly excerpt: Excerpt;
  readonly action: string | null;
  readonly outcome: string | null;
  /** Names, not ids. */
  readonly bureaus: readonly { readonly role: Role; readonly name: string }[];
}

/** The results of one meeting, in the order of its text. */
export interface ResultGroup {
  /** The site that published it, where several are searched. */
  readonly site?: string;
  /** Of its weightiest record, where results are ordered by relevance. */
  readonly weight?: number;
  readonly meeting: string;
  readonly path: string;
  readonly title: string;
  readonly held: IsoDate | null;
  readonly results: readonly Result[];
}

/** What is shown of a record that answers the query. */
export function resultOf(
  text: RecordText,
  path: string,
  { words }: Query,
  names: readonly BureauName[],
): Result {
  const body = bodyOf(text, words);
  const first = words.flatMap((word): readonly Span[] => findHits(body, [word]).slice(0, 1));
  const nameOf = (id: string): string => names.find((bureau) => bureau.id === id)?.name ?? id;
  return {
    kind: text.kind,
    path,
    heading: markHits(text.heading, findHits(text.heading, words)),
    excerpt: excerptOf(body, findHits(body, words), first),
    action: text.action ?? null,
    outcome: text.outcome ?? null,
    bureaus: ROLES.flatMap((role) => (text.bureaus?.[role] ?? []).map((id) => ({ role, name: nameOf(id) }))),
  };
}

/** A result's excerpt as plain text that shows all hits, those in the heading too. */
export function plainText({ heading, excerpt }: Result): string {
  const isNeeded = heading.some(({ isHit }) => isHit);
  return isNeeded ? `${plainExcerpt(heading)} ${plainExcerpt(excerpt)}` : plainExcerpt(excerpt);
}

/**
 * The text without a first line that is the heading, which is shown above the excerpt; the whole text
 * when a word stands in that line alone, with the ordinal: 三、审议.
 */
function bodyOf({ heading, text }: RecordText, words: Query['words']): string {
  const [firstLine = '', ...rest] = blocksOf(text);
  if (rest.length === 0 || !firstLine.endsWith(heading)) return text;
  const body = rest.join('\n');
  const isShown = words.every((word) => [heading, body].some((part) => findHits(part, [word]).length > 0));
  return isShown ? body : text;
}
