/** A table of rows, and where those of each meeting lie in it. */
export interface MadeTable {
  /** The digest of its head and foot. */
  readonly frame: string;
  /** Of each meeting the first byte of its rows and the one behind the last: `[start, end, start, end]`. */
  readonly bounds: readonly number[];
}

/** Tables over the same meetings. */
export interface MadeTables {
  /** The meetings, in the order of the rows. */
  readonly ids: readonly string[];
  /** What the rows of each rest on. */
  readonly inputs: readonly string[];
  /** By path. */
  readonly tables: Readonly<Record<string, MadeTable>>;
}

export const NO_TABLES: MadeTables = { ids: [], inputs: [], tables: {} };

/** Tables that were made apart, as if they had been made in one place; those over other meetings count for nothing. */
export function joinTables(all: readonly MadeTables[]): MadeTables {
  const [first = NO_TABLES, ...others] = all.filter(({ tables }) => Object.keys(tables).length > 0);
  const same = others.filter(({ ids, inputs }) => areEqual(ids, first.ids) && areEqual(inputs, first.inputs));
  return { ...first, tables: Object.assign({}, first.tables, ...same.map(({ tables }) => tables)) };
}

/** Whether two lists are the same. */
export function areEqual(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each, at) => each === other[at]);
}
