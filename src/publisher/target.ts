import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { UserError } from '../files/user-error.ts';

/** What stands at the top of a built site, whichever program built it; one such name is enough. */
const OF_SITE = /^(?:SHA256SUMS|_astro|.*\.html)$/u;

/**
 * Throws a `UserError` for a folder that a site must not be built into, since a build replaces all that is
 * in it: one that holds the content, the caches or the place where the command was called, one within
 * the content, and one with files that are no built site.
 */
export function checkTarget(
  target: string,
  { contentDir, cacheDir }: { readonly contentDir: string; readonly cacheDir: string },
): void {
  const real = realOf(target);
  for (const folder of ['.', contentDir, cacheDir])
    if (isWithin(realOf(resolve(folder)), real)) throw refused(target, `建站会清空它，而里面有“${folder}”`);
  if (isWithin(real, realOf(resolve(contentDir)))) throw refused(target, '它在内容文件夹里');
  const names = isFolder(target) ? readdirSync(target) : [];
  if (names.length > 0 && !names.some((name) => OF_SITE.test(name)))
    throw refused(target, '里面有别的文件，不是建成的站点');
}

function refused(target: string, reason: string): UserError {
  return new UserError(`不能建到“${target}”：${reason}`, '用 OUT_DIR 换一个空的或者还没有的文件夹');
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && resolve(way) !== way);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Without links, as far as the path exists. */
function realOf(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const above = dirname(path);
  return above === path ? path : join(realOf(above), path.slice(above.length));
}
