import { parseLeakExceptions } from '../corpus/leak-exceptions.ts';
import { parseLists } from '../corpus/lists.ts';
import { EMPTY_REGISTRY, parseRegistry } from '../corpus/registry.ts';
import type { Diagnostic } from '../minutes/diagnostics.ts';
import { parseSite } from '../site.ts';
import type { FileContext } from './minutes-file.ts';
import { policyOf } from './policy.ts';
import type { WithheldSentences } from './withheld.ts';

/** A settings file before parsing. */
export interface SettingFile {
  readonly path: string;
  readonly source: string;
}

/** The settings that every file of minutes is held against. */
export interface FileSettings {
  readonly registry: SettingFile | null;
  readonly lists?: readonly SettingFile[];
  readonly site?: SettingFile | null;
  readonly exceptions?: SettingFile | null;
}

/** The identity of the site; where there is none, that of a demo site with placeholders (R1.4). */
export function siteFileOf({ site }: Pick<FileSettings, 'site'>): SettingFile {
  return site ?? { path: 'site.yaml', source: 'mode: demo\n' };
}

/** The registry and the lists, and what was found in them. */
export function readNames({
  registry,
  lists = [],
}: Pick<FileSettings, 'registry' | 'lists'>): Pick<FileContext, 'registry'> &
  Required<Pick<FileContext, 'lists'>> & { readonly diagnostics: readonly Diagnostic[] } {
  const named =
    registry === null
      ? { registry: EMPTY_REGISTRY, diagnostics: [] }
      : parseRegistry(registry.source, registry.path);
  const listed = parseLists(lists);
  return {
    registry: named.registry,
    lists: listed.lists,
    diagnostics: [...named.diagnostics, ...listed.diagnostics],
  };
}

/** The exceptions to what the detectors find, and what was found in their list. */
export function readExceptions({
  exceptions = null,
}: Pick<FileSettings, 'exceptions'>): ReturnType<typeof parseLeakExceptions> {
  return exceptions === null
    ? { exceptions: [], diagnostics: [] }
    : parseLeakExceptions(exceptions.source, exceptions.path);
}

/** What `checkPublication` holds each file against, for whoever checks some of its files elsewhere. */
export function fileContextOf(
  settings: FileSettings,
  { withheld, now }: { readonly withheld: WithheldSentences; readonly now: string },
): FileContext {
  const { source, path } = siteFileOf(settings);
  const policy = policyOf(parseSite(source, path).site);
  const { registry, lists } = readNames(settings);
  const { exceptions } = readExceptions(settings);
  return {
    registry,
    lists,
    policy,
    now,
    allowed: { exceptions, officeNumbers: policy.officeNumbers },
    withheld,
  };
}
