import { differenceOf, withoutSpace } from '../corpus/difference.ts';

/** What a reader can get from a built site. */
export interface BuiltSite {
  /** By address below the root of the site: `minutes/2022/013/`, `data/items.json`. */
  readonly addresses: ReadonlyMap<string, BuiltAddress>;
  /** The addresses of items, `2022/013#item-3`, with their headings. */
  readonly items: ReadonlyMap<string, string>;
  /** The official texts by the id of their minutes, as `minutes.md` gives them. */
  readonly texts: ReadonlyMap<string, string>;
  /** The size of everything together, in bytes. */
  readonly bytes: number;
}

export interface BuiltAddress {
  readonly bytes: number;
  /** Equal when readers get the same; names of styles and scripts don't count. */
  readonly hash: string;
  readonly page: boolean;
}

/** What readers would notice of a change, before it is published. */
export interface PublicEffect {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly itemsAdded: readonly ItemAddress[];
  readonly itemsRemoved: readonly ItemAddress[];
  readonly texts: readonly TextEffect[];
  readonly weight: WeightEffect;
}

interface ItemAddress {
  readonly id: string;
  readonly heading: string;
}

/** The sentences of one set of minutes that aren't as they were. */
export interface TextEffect {
  readonly id: string;
  readonly sentences: readonly { readonly before: string; readonly after: string }[];
}

export interface WeightEffect {
  readonly before: number;
  readonly after: number;
  /** Pages whose size changes by a tenth and a kilobyte or more, the largest change first. */
  readonly pages: readonly { readonly address: string; readonly before: number; readonly after: number }[];
}

const NOTABLE_BYTES = 1024;
const NOTABLE_SHARE = 0.1;
/** The characters of an unchanged stretch that are shown beside a change. */
const CONTEXT = 12;

/** The public effect of replacing one built site by another. Addresses in order of code units. */
export function effectOf(before: BuiltSite, after: BuiltSite): PublicEffect {
  const items = (ids: readonly string[], { items: of }: BuiltSite): readonly ItemAddress[] =>
    ids.map((id) => ({ id, heading: of.get(id) ?? '' }));
  return {
    added: gone(after.addresses, before.addresses),
    removed: gone(before.addresses, after.addresses),
    changed: [...after.addresses]
      .filter(([address, { hash }]) => (before.addresses.get(address)?.hash ?? hash) !== hash)
      .map(([address]) => address)
      .sort(),
    itemsAdded: items(gone(after.items, before.items), after),
    itemsRemoved: items(gone(before.items, after.items), before),
    texts: [...after.texts].flatMap(([id, text]) => textEffect(id, before.texts.get(id), text)).sort(byId),
    weight: weightOf(before, after),
  };
}

/** A new document has no sentences that changed: its address says that it is new. */
function textEffect(id: string, before: string | undefined, after: string): readonly TextEffect[] {
  if (before === undefined || before === after) return [];
  const sentences = differenceOf(before, after).flatMap((part) => {
    if (part.kind === 'same') return [];
    const line = (left: 'added' | 'removed'): string => {
      const pieces = part.pieces.filter(({ kind }) => kind !== left);
      return pieces
        .map(({ kind, text }) => (kind === 'same' ? shorten(text) : text))
        .join('')
        .trim();
    };
    const [one, other] = [line('added'), line('removed')];
    return withoutSpace(one) === withoutSpace(other) ? [] : [{ before: one, after: other }];
  });
  return [{ id, sentences }];
}

function shorten(text: string): string {
  return text.length <= 2 * CONTEXT + 1 ? text : `${text.slice(0, CONTEXT)}…${text.slice(-CONTEXT)}`;
}

function weightOf(before: BuiltSite, after: BuiltSite): WeightEffect {
  const pages = [...after.addresses].flatMap(([address, { bytes, page }]) => {
    const old = before.addresses.get(address)?.bytes;
    if (!page || old === undefined) return [];
    const change = Math.abs(bytes - old);
    return change >= NOTABLE_BYTES && change >= old * NOTABLE_SHARE
      ? [{ address, before: old, after: bytes }]
      : [];
  });
  const changeOf = (one: (typeof pages)[number]): number => Math.abs(one.after - one.before);
  return { before: before.bytes, after: after.bytes, pages: pages.sort((a, b) => changeOf(b) - changeOf(a)) };
}

function gone(one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): readonly string[] {
  return [...one.keys()].filter((key) => !other.has(key)).sort();
}

function byId(one: TextEffect, other: TextEffect): number {
  return one.id < other.id ? -1 : 1;
}
