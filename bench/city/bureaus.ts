import { parseRegistry } from '../../src/corpus/registry.ts';
import type { Bureau } from '../../src/corpus/model.ts';
import type { IsoDate } from '../../src/minutes/model.ts';
import type { Random } from './random.ts';
import { REGISTRY_FILE } from './registry-file.ts';

const BUREAUS: ReadonlyMap<string, Bureau> = parseRegistry(REGISTRY_FILE, 'bureaus.yaml').registry.byId;

/** The bureaus of the fictional city by kind, in the order of the registry. */
export function bureausOf(...kinds: readonly Bureau['kind'][]): readonly Bureau[] {
  return [...BUREAUS.values()].filter(({ kind }) => kinds.includes(kind));
}

/** The bureau of an id; throws on one that the registry lacks, which is a slip in the data. */
export function bureauOf(id: string): Bureau {
  const bureau = BUREAUS.get(id);
  if (bureau === undefined) throw new Error(`No bureau ${id}`);
  return bureau;
}

/** Whether a bureau was there on a day. */
export function existsOn({ since, until }: Bureau, date: IsoDate): boolean {
  return (
    (since === null || date.slice(0, since.length) >= since) &&
    (until === null || date.slice(0, until.length) < until)
  );
}

/**
 * The short name of a bureau as a document of that day prints it: before a reform one of its
 * predecessors, else the usual name or, seldom, an alias.
 */
export function nameOn(bureau: Bureau, date: IsoDate, random: Random): string {
  const former = bureau.former.flatMap(({ short, until }) =>
    short !== null && until !== null && date.slice(0, until.length) < until && !SIDE_BY_SIDE.has(short)
      ? [short]
      : [],
  );
  if (former.length > 0) return random.pick(former);
  return random.chance(0.85) || !SPOKEN.has(bureau.kind)
    ? bureau.short
    : random.pick([bureau.short, ...bureau.aliases]);
}

/** Predecessors that stood beside the bureau which took them over, and are named for their own matters only. */
const SIDE_BY_SIDE = new Set(['市物价局', '市粮食局', '市公务员局', '市法制办', '市乡村振兴局']);

/** The kinds whose aliases are other spellings and not other bodies. */
const SPOKEN: ReadonlySet<Bureau['kind']> = new Set(['gov', 'vertical', 'town', 'zone']);

/** The name without 市 behind a name that has it (市科技局、人社局); null where there is no such form. */
export function bareName(bureau: Bureau, name: string): string | null {
  const bare = name.startsWith('市') ? name.slice(1) : '';
  return bureau.bare.includes(bare) ? bare : null;
}
