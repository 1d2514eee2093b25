import { isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import type { Place } from './places.ts';

/** A YAML map by key, each value with its place in the file. */
export type Fields = ReadonlyMap<string, Field>;

/** One value of a YAML map or list: a scalar, a list of fields, or a map of fields. */
export interface Field {
  readonly value: unknown;
  /** The key's place; that of the value where there is no key. */
  readonly key: Place;
  readonly place: Place;
}

type PlaceOf = (range: readonly number[] | null | undefined) => Place;

/** A YAML map with places. Aliases are not followed: nothing of a front matter needs one. */
export function readFields(map: YAMLMap, placeOf: PlaceOf): Map<string, Field> {
  const fields = new Map<string, Field>();
  for (const { key, value } of map.items) {
    if (!isScalar(key)) continue;
    const node = isScalar(value) || isMap(value) || isSeq(value) ? value : null;
    const empty = node === null || (isScalar(node) && node.value === null);
    fields.set(String(key.value), {
      value: valueOf(node, placeOf),
      key: placeOf(key.range),
      place: placeOf(empty ? key.range : node.range),
    });
  }
  return fields;
}

function valueOf(node: Node | null, placeOf: PlaceOf): unknown {
  if (isScalar(node)) return node.value;
  if (isMap(node)) return readFields(node, placeOf);
  if (!isSeq(node)) return null;
  return node.items.map((item): Field => {
    const place = isScalar(item) ? placeOf(item.range) : placeOf(node.range);
    return { value: isScalar(item) ? item.value : null, key: place, place };
  });
}

/** A value as a message shows it; a list or map has no form worth showing. */
export function shownValue(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '…';
}
