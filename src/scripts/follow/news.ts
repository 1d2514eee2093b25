import type { Followed } from './follows.ts';

/** One thing that can be new: what is shown, and the mark by which it is known again. */
export interface Item {
  readonly href: string;
  readonly title: string;
  /** '' where it isn't known. */
  readonly day: string;
  /** Changes with every correction. */
  readonly mark: string;
}

/** What stands now in what is followed. */
export interface Present {
  readonly items: readonly Item[];
  /** Addresses that were withdrawn, with the reason. */
  readonly deleted: readonly { readonly href: string; readonly reason: string }[];
}

export interface News {
  readonly fresh: readonly Item[];
  readonly corrected: readonly Item[];
  readonly withdrawn: Present['deleted'];
}

/** So many marks are kept at most of each thing that is followed. */
export const MOST_MARKS = 2000;

/** What is new since the marks were kept; nothing where none were. */
export function newsOf({ seen }: Pick<Followed, 'seen'>, { items, deleted }: Present): News {
  if (seen === null) return { fresh: [], corrected: [], withdrawn: [] };
  const marks = new Set(seen);
  const addresses = new Set(seen.map(addressOf));
  const changed = items.filter(({ mark }) => !marks.has(mark));
  return {
    fresh: changed.filter(({ mark }) => !addresses.has(addressOf(mark))),
    corrected: changed.filter(({ mark }) => addresses.has(addressOf(mark))),
    withdrawn: deleted.filter(({ href }) => addresses.has(href)),
  };
}

/** The marks to keep once a reader has looked. */
export function marksOf({ items }: Present): readonly string[] {
  return items.slice(0, MOST_MARKS).map(({ mark }) => mark);
}

/** What a JSON Feed of this site says. Throws when it is none. */
export function presentOf(feed: unknown): Present {
  const items = listAt(feed, 'items');
  const deleted = listAt(maybeAt(feed, '_deleted'), 'items');
  return {
    items: items.map((item) => {
      const href = textAt(item, 'url');
      const changed = textAt(item, 'date_modified');
      return { href, title: textAt(item, 'title'), day: changed.slice(0, 10), mark: `${href} ${changed}` };
    }),
    deleted: deleted.map((item) => ({ href: textAt(item, 'id'), reason: textAt(item, 'reason') })),
  };
}

function addressOf(mark: string): string {
  return mark.split(' ')[0] ?? mark;
}

function maybeAt(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function listAt(value: unknown, name: string): readonly unknown[] {
  const list = maybeAt(value, name);
  if (!Array.isArray(list)) throw new TypeError(`No list ${name}`);
  return list;
}

function textAt(value: unknown, name: string): string {
  const text = maybeAt(value, name);
  if (typeof text !== 'string') throw new TypeError(`No text ${name}`);
  return text;
}
