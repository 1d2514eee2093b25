import type { Reading } from './facets.ts';

/** Apart, so that no part of a path can be taken for two. */
const APART = '\u0001';

/**
 * Plain data that notes what is read of it: keys of maps and fields of objects one by one, lists and
 * simple values whole. The path of what was read leads to it again, see `valueAt`.
 */
export function notedValue<T>(value: T, path: string, reading: Reading): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- stands for the value in all that is read of it
  if (value instanceof Map) return notedMap(value, path, reading) as T;
  if (isRecord(value)) {
    const noted: object = {};
    for (const [name, field] of Object.entries(value)) {
      const below = `${path}${APART}${name}`;
      const get = isSimple(field)
        ? (): unknown => notedValue(field, below, reading)
        : once(() => notedValue(field, below, reading));
      Object.defineProperty(noted, name, { enumerable: true, get });
    }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it has the fields of the value
    return noted as T;
  }
  reading.note(path);
  return value;
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** Whether reading a value is noted at once; maps and objects are noted when something in them is read. */
function isSimple(value: unknown): boolean {
  return !(value instanceof Map) && !isRecord(value);
}

/** Makes a value when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** The path of a field or a key below others. */
export function pathAt(...names: readonly string[]): string {
  return names.join(APART);
}

/** What stands at a path now; undefined when nothing does. */
export function valueAt(root: unknown, path: string): unknown {
  let value = root;
  for (const name of path.split(APART).slice(1)) {
    if (value instanceof Map) value = value.get(name);
    else if (typeof value === 'object' && value !== null) value = Reflect.get(value, name);
    else return undefined;
  }
  return value;
}

function notedMap<Key, Value>(map: ReadonlyMap<Key, Value>, path: string, reading: Reading): Map<Key, Value> {
  const whole = (): void => {
    reading.note(path);
  };
  return new NotedMap(map, {
    key: (key) => {
      reading.note(typeof key === 'string' ? `${path}${APART}${key}` : path);
    },
    keys: whole,
    whole,
  });
}

/** What is called before a map gives something away. */
export interface MapNotes<Key> {
  readonly key: (key: Key) => void;
  readonly keys: () => void;
  readonly whole: () => void;
}

/** A map that notes what is read of another, which it stands for. */
export class NotedMap<Key, Value> extends Map<Key, Value> {
  readonly #map: ReadonlyMap<Key, Value>;
  readonly #notes: MapNotes<Key>;

  constructor(map: ReadonlyMap<Key, Value>, notes: MapNotes<Key>) {
    super();
    this.#map = map;
    this.#notes = notes;
  }

  override get(key: Key): Value | undefined {
    this.#notes.key(key);
    return this.#map.get(key);
  }

  override has(key: Key): boolean {
    this.#notes.key(key);
    return this.#map.has(key);
  }

  override get size(): number {
    this.#notes.keys();
    return this.#map.size;
  }

  override keys(): MapIterator<Key> {
    this.#notes.keys();
    return this.#map.keys();
  }

  override entries(): MapIterator<[Key, Value]> {
    this.#notes.whole();
    return this.#map.entries();
  }

  override values(): MapIterator<Value> {
    this.#notes.whole();
    return this.#map.values();
  }

  override [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.entries();
  }

  override forEach(each: (value: Value, key: Key, map: Map<Key, Value>) => void): void {
    for (const [key, value] of this.entries()) each(value, key, this);
  }
}
