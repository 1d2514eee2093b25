import { shownPath } from './content-reader.ts';
import { UserError } from './user-error.ts';

/** What the machine refuses, and what to do about it. */
const FAULTS: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  ENOSPC: ['磁盘满了', '腾出空间，再运行一次；原来的站点没有动'],
  EDQUOT: ['磁盘配额用完了', '腾出空间，再运行一次；原来的站点没有动'],
  EROFS: ['磁盘是只读的', '换一个能写的文件夹，或请管理员改为可写'],
  EACCES: ['没有读写权限', '检查文件夹的权限，换一个有权限的用户运行'],
  EPERM: ['没有读写权限', '检查文件夹的权限，换一个有权限的用户运行'],
  EEXIST: ['路径里有一段不是文件夹', '检查 CONTENT_DIR、OUT_DIR 写得对不对'],
  ENOTDIR: ['路径里有一段不是文件夹', '检查 CONTENT_DIR、OUT_DIR 写得对不对'],
  EMFILE: ['打开的文件太多', '关掉别的程序，再运行一次'],
  ENFILE: ['打开的文件太多', '关掉别的程序，再运行一次'],
  EBUSY: ['文件正被别的程序占用', '关掉打开它的程序，再运行一次'],
  EFBIG: ['文件超过了这台机器允许的大小', '请管理员放宽限制（ulimit -f），再运行一次；原来的站点没有动'],
  EIO: ['磁盘读写出错', '检查磁盘，再运行一次；原来的站点没有动'],
  ENAMETOOLONG: ['文件夹的路径太长', '换一个短一些的文件夹'],
};

/** What is said where there is no code: by Node's removing of files, by the compiler of pages. */
const UNCODED: readonly (readonly [said: string, code: string])[] = [
  ['Read-only file system', 'EROFS'],
  ['No space left on device', 'ENOSPC'],
  ['Permission denied', 'EACCES'],
  ['Operation not permitted', 'EPERM'],
  ['Input/output error', 'EIO'],
];

/**
 * What a command tells its user in one line: a fault of the call as it is, or what the machine refuses;
 * null for a bug, which is to be seen whole.
 */
export function userFault(error: unknown): UserError | null {
  if (error instanceof UserError) return error;
  if (!(error instanceof Error)) return null;
  const fault = FAULTS[codeOf(error)];
  if (fault === undefined) return null;
  const path = placeOf(error);
  return new UserError(`${fault[0]}${path === null ? '' : `（${shownPath(path)}）`}`, fault[1]);
}

function codeOf(error: Error): string {
  if ('code' in error && typeof error.code === 'string' && error.code !== '') return error.code;
  return UNCODED.find(([said]) => error.message.includes(said))?.[1] ?? '';
}

/** What was to be written, where a file was copied; null where the machine names nothing. */
function placeOf(error: object): string | null {
  if ('dest' in error && typeof error.dest === 'string') return error.dest;
  return 'path' in error && typeof error.path === 'string' ? error.path : null;
}
