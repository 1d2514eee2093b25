import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brokenLink, parseReleases, type Release } from '../proof/releases.ts';
import { shownPath } from './content-reader.ts';
import { UserError } from './user-error.ts';

/** Where the releases of a site are entered. */
export function releasesPath(dir: string): string {
  return join(dir, 'releases.json');
}

/**
 * The releases that a content folder knows of, oldest first; none where it has no such file. Rejects
 * with a `UserError` when the file was damaged: a chain that doesn't hold proves nothing.
 */
export async function readReleases(dir: string): Promise<readonly Release[]> {
  const path = releasesPath(dir);
  const json = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new UserError(`“${shownPath(path)}”读不出来`, '检查文件的权限');
  });
  if (json === null) return [];
  const releases = parseReleases(json);
  const hint = '用 git 取回上一次提交的这个文件；合并时有冲突的，留下先提交的一边，再建站、再登记';
  if (releases === null) throw new UserError(`校验记录“${shownPath(path)}”被改坏了`, hint);
  const broken = brokenLink(releases);
  if (broken !== null)
    throw new UserError(`校验记录“${shownPath(path)}”的第 ${String(broken)} 次发布接不上前一次`, hint);
  return releases;
}
