import { chmod, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file in one step, over the one that is there: whoever reads it meets the old or the new one, never a
 * part, also when the disk is full or the machine stops in between. With the permissions of `mode`, if given.
 */
export async function writeWhole(file: string, text: string, mode?: number): Promise<void> {
  const aside = join(dirname(file), `.${basename(file)}.${String(process.pid)}.tmp`);
  try {
    const handle = await open(aside, 'wx');
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (mode !== undefined) await chmod(aside, mode);
    await rename(aside, file);
  } finally {
    await rm(aside, { force: true });
  }
}
