import { readFile, realpath, stat } from 'node:fs/promises';
import { UserError } from './user-error.ts';
import { writeWhole } from './write-whole.ts';

/**
 * Replaces the text of a file in one step: whoever reads it meets the old or the new one, never a part,
 * also when the machine stops in between. Links are followed, permissions kept. Rejects with a
 * `UserError` when the file is no longer what it was when it was read: then somebody is editing it.
 */
export async function replaceFile(path: string, before: string, after: string): Promise<void> {
  const file = await realpath(path);
  if ((await readFile(file, 'utf8')) !== before) {
    throw new UserError(`“${path}”刚刚被改动过，没有写入`, '保存编辑器里的改动后再运行一次');
  }
  await writeWhole(file, after, (await stat(file)).mode);
}
