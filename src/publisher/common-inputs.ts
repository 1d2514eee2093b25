import { digestOfAll } from './digest.ts';
import { digestOfValue } from './facets.ts';
import { pathAt } from './noted-value.ts';
import type { Publishing } from './publish.ts';

/** The parts of the archive that are kept by meeting, and those that are about others or follow from them. */
const BY_MEETING = ['histories', 'papers', 'ledger'] as const;
const APART: ReadonlySet<string> = new Set([...BY_MEETING, 'changed', 'withdrawn', 'portal', 'lists']);

/** What the files of every meeting may rest on: the archive but for what is about single ones. */
export function commonInputs({ light: { archive, digests } }: Publishing): string {
  const names = Object.keys(archive).filter((name) => !APART.has(name));
  return digests.of(names.map((name) => pathAt('archive', name)));
}

/** What the rows and the piece of a meeting rest on: it, its past, and what all of them rest on. */
export function inputsOfRows(
  { entries, light: { archive } }: Publishing,
  common: string,
): (id: string) => string {
  const known = new Map<string, string>();
  return (id) => {
    const entry = entries.get(id);
    if (entry === undefined) throw new Error(`No entry of ${id}`);
    const before = known.get(id);
    if (before !== undefined) return before;
    const own = BY_MEETING.map((name) => archive[name]?.get(id));
    // Most minutes have no past; all of them are asked for in every build.
    const past = own.every((value) => value === undefined) ? '' : digestOfValue(own);
    const inputs = digestOfAll([id, common, past, entry.headDigest, entry.values.digest, entry.text.digest]);
    known.set(id, inputs);
    return inputs;
  };
}

/** Whether a facet of the archive is of a part that isn't in `commonInputs`. */
export function isApart(facet: string): boolean {
  return [...APART].some((name) => {
    const path = pathAt('archive', name);
    return facet === path || facet.startsWith(pathAt(path, ''));
  });
}
