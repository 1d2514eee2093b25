import type { ContentFiles } from '../files/content.ts';
import { digestOf, digestOfAll } from '../publisher/digest.ts';
import { readState, type StoredState } from '../publisher/site-state.ts';
import { basePath } from '../urls.ts';

/** Of the code, the addresses and the settings that every page shows. */
export function versionOf(code: string, files: ContentFiles, preview: boolean): string {
  return digestOfAll([
    code,
    basePath(),
    process.env['SITE_URL'] ?? '',
    String(preview),
    digestOf(files.site?.source ?? ''),
    files.emblems.map(({ name }) => name).join(' '),
    digestOf(files.registry?.source ?? ''),
  ]);
}

/** The state that the last build left in a folder, where it counts; else why it doesn't, as staff read it. */
export function lastState(
  folder: string,
  version: string,
  clean: boolean,
): { readonly before: StoredState | null; readonly reason: string | null } {
  if (clean) return { before: null, reason: null };
  const state = readState(folder);
  if (state === 'none') return { before: null, reason: '没有上次建站的记录' };
  if (state === 'damaged') return { before: null, reason: '上次建站的记录损坏' };
  return state.version === version
    ? { before: state, reason: null }
    : { before: null, reason: '程序、站点信息或机构名录变了' };
}
