/** What a reader follows, kept in this browser alone. Nothing of it is ever sent. */
export interface Followed {
  readonly kind: 'bureau' | 'topic' | 'search';
  /** The id of the bureau or topic, or the query of the search page's address. */
  readonly key: string;
  readonly name: string;
  readonly href: string;
  /** The JSON Feed that tells what is new; '' for a search, which is asked anew. */
  readonly feed: string;
  /** What was there when the reader looked last: a mark for each item; null before the first look. */
  readonly seen: readonly string[] | null;
}

const STORE = 'jiyao-following';

/** Everything that is followed, in the order it was chosen; nothing where the browser keeps nothing. */
export function readFollows(): readonly Followed[] {
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(STORE) ?? '[]');
    return Array.isArray(parsed) ? parsed.filter(isFollowed) : [];
  } catch {
    return [];
  }
}

/** Keeps the list. False when the browser doesn't: private windows, storage that is full or forbidden. */
export function writeFollows(follows: readonly Followed[]): boolean {
  try {
    localStorage.setItem(STORE, JSON.stringify(follows));
    return true;
  } catch {
    return false;
  }
}

/** Whether two entries follow the same thing. */
export function isSame(one: Pick<Followed, 'kind' | 'key'>, other: Pick<Followed, 'kind' | 'key'>): boolean {
  return one.kind === other.kind && one.key === other.key;
}

function isFollowed(value: unknown): value is Followed {
  if (typeof value !== 'object' || value === null) return false;
  const texts = ['key', 'name', 'href', 'feed'].every((name) => typeof Reflect.get(value, name) === 'string');
  const kind: unknown = Reflect.get(value, 'kind');
  const seen: unknown = Reflect.get(value, 'seen');
  return (
    texts &&
    (kind === 'bureau' || kind === 'topic' || kind === 'search') &&
    (seen === null || (Array.isArray(seen) && seen.every((mark) => typeof mark === 'string')))
  );
}
