import type { BureauLexicon } from '../lexicon.ts';
import type { BureauMention, ObserverUnit, Person } from '../model.ts';
import type { Span } from '../places.ts';
import { ENTRY_ENDINGS, isCollective } from './organisations.ts';
import { splitRoster, type RosterPiece } from './roster.ts';
import { plainText } from './signs.ts';
import { couldBeName, isDottedName, isName } from './surnames.ts';

/** 海关、邮政公司代表; 区财政局负责人: bodies present without a named person. */
const STANDS_FOR = /(?:的)?(?:主要|有关|相关|分管)?(?:代表|负责人|负责同志|领导|同志|人员)$/u;
/** 县政府副县级干部, 县政协委员: people by kind, not by name. */
const KIND_OF_PEOPLE = /(?:干部|代表|委员|人员|负责人|负责同志|领导|成员)$/u;
const OFFICE =
  /^(?:党组|党委|党工委|党总支|党支部)?(?:常务)?(?:副|代)?(?:书记|局长|主任|部长|镇长|乡长|村长|主席|院长|行长|总经理|董事长|队长|大队长|支队长|秘书长|调研员|会长|检察长|政委|科长|股长|站长|所长|校长|处长|经理|组长|委员|长(?=[\u3400-\u9fff]{2,3}$))/u;

/** One entry of an observers' passage. */
export interface Entry {
  readonly unit: BureauMention | null;
  readonly name: Person | null;
  readonly represented: boolean;
}

interface Draft {
  unit: BureauMention | null;
  readonly names: Person[];
  readonly represented: boolean;
}

/** Reads the entries of one observers' passage. `group` is the label the passage stands under. */
export function readObservers(
  official: string,
  span: Span,
  group: string | null,
  lexicon: BureauLexicon,
): ObserverUnit[] {
  const pieces = splitRoster(official, span);
  const units: Draft[] = [];
  const represented = pieces.at(-1)?.text.endsWith('代表') ?? false;
  for (const [index, piece] of pieces.entries()) {
    if (/^（[^）]*）$/u.test(plainText(piece.text))) continue;
    const { unit, name, represented: stands } = readEntry(piece, lexicon);
    const current = units.at(-1);
    if (unit === null && name !== null) {
      if (current !== undefined && attaches(piece, current, pieces[index - 1])) current.names.push(name);
      else units.push({ unit: null, names: [name], represented: false });
    } else if (current !== undefined && name === null && isContinued(current, piece))
      current.unit = joinMentions(official, current.unit, unit);
    else units.push({ unit, names: name === null ? [] : [name], represented: stands });
  }
  return units.map((unit) => ({
    ...unit,
    represented: unit.represented || (represented && unit.unit !== null && unit.names.length === 0),
    group,
  }));
}

/** A bare name belongs to the body before it, unless a comma or line sets it apart from a named one. */
function attaches(piece: RosterPiece, current: Draft, previous: RosterPiece | undefined): boolean {
  if (current.unit === null || piece.before === '、' || previous === undefined) return true;
  return current.names.length === 0 || piece.before === 'space';
}

/** 县政府各直属机构、各乡镇主要负责人 is one group of people, not two bodies. */
function isContinued(current: Draft, { text, before }: RosterPiece): boolean {
  const left = current.unit?.text ?? '';
  const groups = isCollective(left) || /各|^部分/u.test(left);
  return (
    before === '、' &&
    groups &&
    current.names.length === 0 &&
    (isCollective(text) || KIND_OF_PEOPLE.test(text))
  );
}

function joinMentions(
  official: string,
  first: BureauMention | null,
  second: BureauMention | null,
): BureauMention | null {
  if (first?.span == null || second?.span == null) return first ?? second;
  const span = { start: first.span.start, end: second.span.end };
  return { text: official.slice(span.start, span.end), span, bureaus: [] };
}

/** One entry: 市教育局李广耀, 市教育局, 李广耀, 海关代表, 市教育局局长李广耀, 简文斌（副县长）. */
export function readEntry({ text: printed, span }: RosterPiece, lexicon: BureauLexicon): Entry {
  const text = plainText(printed).replace(/（[^）]*）$/u, '');
  const entry = (cut: number, bureaus: readonly string[]): Entry =>
    entryAt(printed, text, span, cut, bureaus);
  const registered = lexicon.longestAt(text, 0, { bare: true });
  const behind = registered === null ? '' : text.slice(registered.length);
  if (
    registered !== null &&
    (behind === '' || couldBeName(behind) || OFFICE.test(behind) || STANDS_FOR.exec(behind)?.[0] === behind)
  )
    return entry(registered.length, registered.bureaus);
  if (isCollective(text) || /^部分|各(?!自)/u.test(text)) return entry(text.length, []);
  if (isHanNameAlone(text)) return personAlone(printed, span, text);
  const cut = bodyLength(text);
  if (cut !== null) return entry(cut, registered?.length === cut ? registered.bureaus : []);
  if (isDottedName(text) || (couldBeName(text) && !endsLikeBody(text)))
    return personAlone(printed, span, text);
  return entry(text.length, []);
}

function personAlone(printed: string, span: Span, text: string): Entry {
  const name = printed.slice(0, text.length);
  return {
    unit: null,
    name: { name, span: { start: span.start, end: span.end - (printed.length - text.length) } },
    represented: false,
  };
}

/** 古柳镇 and 海事处 begin with surnames but are no people. */
function isHanNameAlone(text: string): boolean {
  return (
    isName(text) && !isDottedName(text) && !/[局委办厅署镇乡处]$/u.test(text) && !endsWithLongEnding(text)
  );
}

function endsWithLongEnding(text: string): boolean {
  return ENTRY_ENDINGS.some((ending) => ending.length > 1 && text.endsWith(ending));
}

/** The length of the body in front of an entry; the whole text when it is a body; null when it is none. */
function bodyLength(text: string): number | null {
  const kind = KIND_OF_PEOPLE.exec(text);
  const stem = STANDS_FOR.exec(text) === null ? text : text.replace(STANDS_FOR, '');
  if (stem !== text && endsLikeBody(stem)) return stem.length;
  if (kind !== null) return text.length;
  if (text.length > 3 && (endsWithLongEnding(text) || /[局委办厅署处]$/u.test(text))) return text.length;
  return cutByForm(text);
}

function entryAt(printed: string, text: string, span: Span, cut: number, bureaus: readonly string[]): Entry {
  const end = span.end - (printed.length - text.length);
  const unit = (length: number): BureauMention => ({
    text: printed.slice(0, length),
    span: { start: span.start, end: Math.min(end, span.start + length) },
    bureaus,
  });
  const stand = STANDS_FOR.exec(text.slice(cut));
  if (stand !== null && stand[0].length === text.length - cut)
    return { unit: unit(cut), name: null, represented: true };
  if (cut === text.length) return { unit: unit(cut), name: null, represented: false };
  const office = OFFICE.exec(text.slice(cut))?.[0].length ?? 0;
  const name = printed.slice(cut + office, text.length);
  if (name === '') return { unit: unit(text.length), name: null, represented: false };
  return { unit: unit(cut), name: { name, span: { start: end - name.length, end } }, represented: false };
}

function endsLikeBody(text: string): boolean {
  return ENTRY_ENDINGS.some((ending) => text.endsWith(ending) && text.length > ending.length);
}

/**
 * Where body and name meet in an unregistered entry. Every ending of a body with 2–4 characters, a
 * dotted name, or up to 6 characters of a name of another language behind it is tried; a known
 * surname counts most, then the longer ending, then the shorter name.
 */
function cutByForm(text: string): number | null {
  let best: { cut: number; score: number } | null = null;
  for (let cut = 2; cut <= text.length - 2; cut++) {
    const front = text.slice(0, cut);
    const ending = ENTRY_ENDINGS.find((candidate) => front.endsWith(candidate));
    if (ending === undefined) continue;
    const office = OFFICE.exec(text.slice(cut))?.[0].length ?? 0;
    const name = text.slice(cut + office);
    const known = isName(name);
    if (!known && !couldBeName(name) && !/^[\u3400-\u9fff]{4,6}$/u.test(name)) continue;
    const score = (known ? 10 : 0) + ending.length * 2 + (office > 0 ? 5 : 0) + (name.length <= 3 ? 1 : 0);
    if (best === null || score > best.score) best = { cut, score };
  }
  return best?.cut ?? null;
}
