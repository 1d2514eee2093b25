import type { BureauLexicon } from '../lexicon.ts';
import type { BureauMention, ObserverUnit, Person } from '../model.ts';
import type { Span } from '../places.ts';
import { ENTRY_ENDINGS } from './organisations.ts';
import { splitRoster, type RosterPiece } from './roster.ts';
import { couldBeName, isName } from './surnames.ts';

/** 海关、邮政公司代表: bodies present without a named person. */
const STANDS_FOR = /(?:的)?(?:主要|有关|相关|分管)?(?:代表|负责人|负责同志|领导|同志|人员)$/u;
const OFFICE =
  /^(?:党组|党委|党工委)?(?:常务)?(?:副|代)?(?:书记|局长|主任|部长|镇长|乡长|主席|院长|行长|总经理|董事长|队长|大队长|支队长|秘书长|调研员|会长|检察长|政委|科长|股长|站长|校长|处长|经理|组长|委员)/u;

/** Reads the entries of one observers' passage. `group` is the label the passage stands under. */
export function readObservers(
  official: string,
  span: Span,
  group: string | null,
  lexicon: BureauLexicon,
): ObserverUnit[] {
  const pieces = splitRoster(official, span);
  const units: Draft[] = [];
  const represented = pieces.length > 0 && /(?:代表)$/u.test(pieces.at(-1)?.text ?? '');
  for (const [index, piece] of pieces.entries()) {
    const entry = readEntry(piece, lexicon);
    const current = units.at(-1);
    if (entry.org === null && entry.name !== null) {
      if (current !== undefined && attaches(piece, current, pieces[index - 1]))
        current.names.push(entry.name);
      else units.push({ unit: null, names: [entry.name], represented: false });
    } else
      units.push({
        unit: entry.org,
        names: entry.name === null ? [] : [entry.name],
        represented: entry.represented,
      });
  }
  return units.map((unit) => ({
    ...unit,
    represented: unit.represented || (represented && unit.unit !== null && unit.names.length === 0),
    group,
  }));
}

interface Draft {
  readonly unit: BureauMention | null;
  readonly names: Person[];
  readonly represented: boolean;
}

interface Entry {
  readonly org: BureauMention | null;
  readonly name: Person | null;
  readonly represented: boolean;
}

/** A bare name belongs to the body before it, unless a comma or line sets it apart from a named one. */
function attaches(piece: RosterPiece, current: Draft, previous: RosterPiece | undefined): boolean {
  if (current.unit === null) return true;
  if (piece.before === '、' || previous === undefined) return true;
  return current.names.length === 0
    ? piece.before !== 'line' || current.unit.text.length > 0
    : piece.before === 'space';
}

/** One entry: 市教育局李广耀, 市教育局, 李广耀, 海关代表, 市教育局局长李广耀. */
function readEntry({ text, span }: RosterPiece, lexicon: BureauLexicon): Entry {
  const registered = lexicon.longestAt(text, 0, { bare: true });
  const behind = registered === null ? '' : text.slice(registered.length);
  if (
    registered !== null &&
    (behind === '' || couldBeName(behind) || OFFICE.test(behind) || STANDS_FOR.test(behind))
  )
    return entryAt(text, span, registered.length, registered.bureaus);
  if (isName(text) && !ENTRY_ENDINGS.some((ending) => ending.length > 1 && text.endsWith(ending)))
    return { org: null, name: { name: text, span }, represented: false };
  if (text.length > 3 && ENTRY_ENDINGS.some((ending) => ending.length > 1 && text.endsWith(ending)))
    return entryAt(text, span, text.length, []);
  const cut = cutByForm(text);
  if (cut !== null) return entryAt(text, span, cut, registered?.length === cut ? registered.bureaus : []);
  if (couldBeName(text) && !endsLikeBody(text))
    return { org: null, name: { name: text, span }, represented: false };
  return entryAt(text, span, text.length, []);
}

function entryAt(text: string, span: Span, cut: number, bureaus: readonly string[]): Entry {
  const stand = STANDS_FOR.exec(text.slice(cut));
  if (stand !== null && stand[0].length === text.length - cut && stand[0] === '代表')
    return { org: mention(text.slice(0, cut), span, cut, bureaus), name: null, represented: true };
  if (cut === text.length && text.endsWith('代表'))
    return { org: mention(text.slice(0, -2), span, cut - 2, bureaus), name: null, represented: true };
  const office = OFFICE.exec(text.slice(cut))?.[0].length ?? 0;
  const name = text.slice(cut + office);
  if (name === '' || STANDS_FOR.test(name))
    return { org: mention(text, span, text.length, bureaus), name: null, represented: false };
  const nameSpan = { start: span.end - name.length, end: span.end };
  return {
    org: mention(text.slice(0, cut), span, cut, bureaus),
    name: { name, span: nameSpan },
    represented: false,
  };
}

function mention(text: string, span: Span, length: number, bureaus: readonly string[]): BureauMention {
  return { text, span: { start: span.start, end: Math.min(span.end, span.start + length) }, bureaus };
}

function endsLikeBody(text: string): boolean {
  return ENTRY_ENDINGS.some((ending) => text.endsWith(ending) && text.length > ending.length);
}

/**
 * Where body and name meet in an unregistered entry. Every ending of a body with 2–4 characters
 * (or a dotted name) behind it is tried; a known surname counts most, then the longer ending.
 */
function cutByForm(text: string): number | null {
  let best: { cut: number; score: number } | null = null;
  for (let cut = 2; cut <= text.length - 2; cut++) {
    const front = text.slice(0, cut);
    const ending = ENTRY_ENDINGS.find(
      (candidate) => front.endsWith(candidate) && front.length > candidate.length - 1,
    );
    if (ending === undefined) continue;
    const office = OFFICE.exec(text.slice(cut))?.[0].length ?? 0;
    const name = text.slice(cut + office);
    if (!couldBeName(name)) continue;
    const score =
      (isName(name) ? 10 : 0) +
      ending.length +
      (office > 0 ? 5 : 0) +
      (name.length === 2 || name.length === 3 ? 1 : 0);
    if (best === null || score > best.score) best = { cut, score };
  }
  return best?.cut ?? null;
}
