/**
 * The one normalisation of search (promise 2): index builder, query, highlighter and tests use this
 * module and nothing else. Two texts are the same for search when they differ only in width and
 * compatibility forms (NFKC), case, the form of punctuation, white space, invisible characters and
 * quotes. Quotes go because minutes and readers use them at will (“关键小事” and 关键小事).
 */

/** A normalised text with the way back: unit `i` of `text` comes from `[starts[i], ends[i])` of the original. */
export interface Normalised {
  readonly text: string;
  /** UTF-16 offsets in the original, one for each UTF-16 unit of `text`, ascending. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** The normalised form of any text; idempotent. */
export function normalise(text: string): string {
  return settle(text, null).text;
}

/** The normalised form with offsets, so that a hit found in it can be shown in the original. */
export function normaliseWithOffsets(text: string): Normalised {
  const starts: number[] = [];
  const ends: number[] = [];
  const settled = settle(text, { starts, ends });
  return { text: settled.text, starts: settled.starts, ends: settled.ends };
}

interface Offsets {
  readonly starts: number[];
  readonly ends: number[];
}

/** Never shown or never meant: white space, zero-width and other invisible characters, control characters. */
const INVISIBLE = String.raw`\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}`;
const QUOTES = String.raw`"'\u0060\u00b4\u2018-\u201f「」『』\u301d-\u301f\u02b9-\u02bc\u2032-\u2037\u2039\u203a`;
const REMOVED = new RegExp(`[${INVISIBLE}${QUOTES}]`, 'u');
const ALL_REMOVED = new RegExp(`[${INVISIBLE}${QUOTES}]`, 'gu');

/** Punctuation (and the two circles typed for 〇) that NFKC leaves in several forms. */
const ONE_FORM: ReadonlyMap<string, string> = new Map(
  (
    [
      ['.', '。'],
      ['[', '〔【〖〘〚'],
      [']', '〕】〗〙〛'],
      ['《', '〈«⟨⟪'],
      ['》', '〉»⟩⟫'],
      ['-', '‐‑‒–—―−─﹘'],
      ['~', '〜∼∽'],
      ['·', '•‧∙⋅・᛫'],
      ['/', '⁄∕'],
      ['〇', '○◯'],
    ] as const
  ).flatMap(([form, variants]) => Array.from(variants, (variant) => [variant, form] as const)),
);
const VARIANT = new RegExp(`[${[...ONE_FORM.keys()].join('')}]`, 'u');

/** Joins the character before it under NFKC: combining marks, Hangul jamo, half-width voiced marks. */
const JOINING = /[\p{M}\u1160-\u11ff\u3131-\u318e\ud7b0-\ud7ff\uff9e-\uffdc]/u;

/**
 * One pass is enough for all but odd sequences (a mark whose base is removed, and such like), where
 * the result of a pass can be normalised further; five passes bound the work on hostile input.
 */
function settle(text: string, offsets: Offsets | null): Offsets & { readonly text: string } {
  let result = { text: fold(text, offsets), starts: offsets?.starts ?? [], ends: offsets?.ends ?? [] };
  for (let pass = 1; pass < 5 && !isSettled(result.text); pass++) {
    const next: Offsets | null = offsets === null ? null : { starts: [], ends: [] };
    const folded = fold(result.text, next);
    const { starts, ends } = result;
    result = {
      text: folded,
      starts: next?.starts.map((start) => starts[start] ?? 0) ?? [],
      ends: next?.ends.map((end) => ends[end - 1] ?? 0) ?? [],
    };
  }
  return result;
}

function isSettled(text: string): boolean {
  return (
    text.normalize('NFKC') === text &&
    text.toLowerCase() === text &&
    !REMOVED.test(text) &&
    !VARIANT.test(text)
  );
}

/** What a UTF-16 unit needs: nothing, a replacement that depends on it alone, or a look at its neighbours. */
const UNSEEN = 0;
const KEPT = 1;
const REPLACED = 2;
const JOINED = 3;
const kinds = new Uint8Array(0x10000);
const replacements = new Map<number, string>();

/** One pass over the text. The two tables make it cheap: minutes use a few thousand characters. */
function fold(text: string, offsets: Offsets | null): string {
  let folded = '';
  /** Where the run of characters that stay as they are began. */
  let run = 0;
  let at = 0;
  let next = kindAt(text, 0);
  while (at < text.length) {
    const kind = next;
    next = kindAt(text, at + 1);
    if (kind === KEPT && next !== JOINED) {
      offsets?.starts.push(at);
      at++;
      offsets?.ends.push(at);
      continue;
    }
    const end = kind === JOINED || next === JOINED ? clusterEnd(text, at) : at + 1;
    const replacement =
      kind === REPLACED && end === at + 1 ? replacements.get(text.charCodeAt(at)) : undefined;
    const part = replacement ?? foldCluster(text.slice(at, end));
    folded += text.slice(run, at) + part;
    for (let unit = 0; unit < part.length; unit++) {
      offsets?.starts.push(at);
      offsets?.ends.push(end);
    }
    at = end;
    run = end;
    next = kindAt(text, at);
  }
  return folded + text.slice(run);
}

/** The end of the run that has to be normalised together with the character at `start`. */
function clusterEnd(text: string, start: number): number {
  let end = start + characterAt(text, start).length;
  while (end < text.length && JOINING.test(characterAt(text, end))) end += characterAt(text, end).length;
  return end;
}

function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0);
}

function kindAt(text: string, at: number): number {
  return at < text.length ? kindOf(text.charCodeAt(at)) : KEPT;
}

function kindOf(unit: number): number {
  const known = kinds[unit] ?? UNSEEN;
  if (known !== UNSEEN) return known;
  const character = String.fromCharCode(unit);
  const isSurrogate = unit >= 0xd800 && unit <= 0xdfff;
  const replacement = foldCluster(character);
  const kind = isSurrogate || JOINING.test(character) ? JOINED : replacement === character ? KEPT : REPLACED;
  kinds[unit] = kind;
  if (kind === REPLACED) replacements.set(unit, replacement);
  return kind;
}

function foldCluster(cluster: string): string {
  const folded = cluster.normalize('NFKC').toLowerCase().replace(ALL_REMOVED, '');
  return VARIANT.test(folded) ? Array.from(folded, (form) => ONE_FORM.get(form) ?? form).join('') : folded;
}
