import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Corpus } from '../corpus/model.ts';
import { sha256Of } from '../files/papers.ts';
import { UserError } from '../files/user-error.ts';

/**
 * Copies the paper documents that the pages offer into the site. Rejects with a `UserError` when one isn't
 * what was made: a damaged document is never published.
 */
export async function copyPapers({ archive }: Corpus, folder: string): Promise<void> {
  for (const [id, { path, sha256 }] of archive.papers) {
    const bytes = await readFile(path);
    if (sha256Of(bytes) !== sha256) throw new UserError(`“${path}”已经损坏`, '运行 npm run pdf 重做，再建站');
    const file = join(folder, 'minutes', id, 'minutes.pdf');
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
}
