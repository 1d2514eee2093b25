import type { Diagnostic } from '../minutes/diagnostics.ts';
import { EMPTY_LEXICON } from '../minutes/lexicon.ts';
import { buildLexicon } from './lexicon.ts';
import type { LexiconEntry } from './lexicon.ts';
import type { Bureau, Registry } from './model.ts';
import { namesOf } from './names.ts';
import type { RegistryPlace } from './names.ts';
import { REGISTRY_FILE } from './registry-file.ts';
import type { RegistryFile } from './registry-file.ts';
import { nearestNames } from './suggest.ts';
import { readYaml } from './yaml.ts';
import type { YamlFile, YamlPath } from './yaml.ts';

type Report = (at: YamlPath, message: string, hint: string) => void;

/** A registry without bureaus: everything is then read by form alone and no name is “unknown”. */
export const EMPTY_REGISTRY: Registry = {
  place: '',
  bureaus: [],
  byId: new Map(),
  lexicon: EMPTY_LEXICON,
  suggest: () => [],
};

/**
 * Reads `content/bureaus.yaml`; its comments document the fields for staff. `$P` and `$U` are filled
 * in from `place`. All faults are collected as `registry/invalid` with line and column: wrong form,
 * an id or name given twice, an id that no bureau has. A file of the wrong form yields the empty
 * registry; otherwise of two bureaus with one name the first has it. Never throws.
 */
export function parseRegistry(
  yaml: string,
  path: string,
): { registry: Registry; diagnostics: readonly Diagnostic[] } {
  const file = readYaml(yaml, path, 'registry/invalid', REGISTRY_FILE);
  if (file.value === null) return { registry: EMPTY_REGISTRY, diagnostics: file.diagnostics };

  const diagnostics: Diagnostic[] = [];
  const report: Report = (at, message, hint) => {
    diagnostics.push({ code: 'registry/invalid', message, hint, path, place: file.place(at) });
  };
  const { place } = file.value;
  const bureaus = file.value.bureaus.map((entry) => bureauOf(entry, place));
  checkIds(file.value, report);
  const entries = collectNames(file.value, bureaus, report, file);
  return { registry: assemble(bureaus, entries, place), diagnostics };
}

function bureauOf(entry: RegistryFile['bureaus'][number], place: RegistryPlace): Bureau {
  const fill = (name: string): string => name.replaceAll('$P', place.P).replaceAll('$U', place.U);
  return {
    id: entry.id,
    kind: entry.kind,
    full: entry.full === undefined ? null : fill(entry.full),
    short: fill(entry.short),
    aliases: entry.aliases.map(fill),
    bare: entry.bare,
    former: entry.former.map(({ full, short, until, note }) => ({
      full: fill(full),
      short: short === undefined ? null : fill(short),
      until: until ?? null,
      note: note ?? null,
    })),
    since: entry.since ?? null,
    until: entry.until ?? null,
    office: entry.office ?? null,
    note: entry.note ?? null,
  };
}

function checkIds({ bureaus, composites }: RegistryFile, report: Report): void {
  const ids = new Set<string>();
  for (const [at, { id }] of bureaus.entries()) {
    if (ids.has(id)) report(['bureaus', at, 'id'], `id“${id}”用了两次`, '换一个没有用过的 id');
    ids.add(id);
  }
  const known = (id: string, at: YamlPath): void => {
    if (!ids.has(id)) report(at, `没有 id 为“${id}”的机构`, '改成名录里已有的 id，或先登记这个机构');
  };
  for (const [at, { office }] of bureaus.entries()) {
    if (office !== undefined) known(office, ['bureaus', at, 'office']);
  }
  for (const [at, composite] of composites.entries()) {
    for (const [index, id] of composite.bureaus.entries()) known(id, ['composites', at, 'bureaus', index]);
  }
}

/**
 * Every name once, with whom it stands for. A name of two owners is reported at the second, once for
 * all forms that one written name has (市甲局, 太仓市甲局).
 */
function collectNames(
  { place, composites, collectives }: RegistryFile,
  bureaus: readonly Bureau[],
  report: Report,
  file: YamlFile<RegistryFile>,
): readonly LexiconEntry[] {
  const reported = new Set<string>();
  const owners = new Map<
    string,
    { readonly entry: LexiconEntry; readonly owner: string; readonly at: YamlPath }
  >();
  const add = (entry: LexiconEntry, owner: string, at: YamlPath): void => {
    const first = owners.get(entry.text);
    if (first === undefined) owners.set(entry.text, { entry, owner, at });
    else if (entryOf(first.at) !== entryOf(at) && !reported.has(at.join())) {
      reported.add(at.join());
      const there = file.place(first.at);
      const line = there.kind === 'source' ? `第 ${there.line} 行` : '前面';
      report(at, `名称“${entry.text}”在${line}已属于“${first.owner}”`, '一个名称只能属于一家，删去其中一处');
    }
  };
  for (const [at, bureau] of bureaus.entries()) {
    for (const { text, bare, source } of namesOf(bureau, place)) {
      add({ text, bare, bureaus: [bureau.id], collective: false }, bureau.short, ['bureaus', at, ...source]);
    }
  }
  for (const [at, composite] of composites.entries()) {
    const entry = { text: composite.text, bare: false, bureaus: composite.bureaus, collective: false };
    add(entry, `组合写法 ${at + 1}`, ['composites', at, 'text']);
  }
  for (const [at, text] of collectives.entries()) {
    add({ text, bare: false, bureaus: [], collective: true }, '泛指', ['collectives', at]);
  }
  return [...owners.values()].map(({ entry }) => entry);
}

/** The list and number of the entry that a value belongs to: names repeated within it are harmless. */
function entryOf(at: YamlPath): string {
  return at.slice(0, 2).join();
}

function assemble(
  bureaus: readonly Bureau[],
  entries: readonly LexiconEntry[],
  place: RegistryPlace,
): Registry {
  const known = bureaus.flatMap((bureau) =>
    [bureau.short, ...bureau.aliases, ...bureau.former.flatMap(({ short }) => short ?? [])].map((text) => ({
      text,
      bureau: bureau.id,
    })),
  );
  return {
    place: place.P,
    bureaus,
    byId: new Map(bureaus.map((bureau) => [bureau.id, bureau])),
    lexicon: buildLexicon(entries, place),
    suggest: (name) => nearestNames(name, known),
  };
}
