import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ImportError } from '../importers/import-error.ts';
import type { ConvertOffice } from '../importers/read.ts';

const run = promisify(execFile);
const PROGRAMS = [
  'soffice',
  'libreoffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
];
const PATIENCE_MS = 120_000;

/**
 * Converts an older office file to docx with LibreOffice, or an .ofd to pdf; null where LibreOffice
 * isn't installed. Throws `ImportError` where it is and can't read the file.
 */
export const convertWithLibreOffice: ConvertOffice = async (bytes, ending) => {
  const program = await findProgram();
  if (program === null) return null;
  const folder = await mkdtemp(join(tmpdir(), 'jiyao-import-'));
  const target = ending === 'ofd' ? 'pdf' : 'docx';
  try {
    const source = join(folder, `source.${ending}`);
    await writeFile(source, bytes);
    // A profile of its own: a LibreOffice that is open on the desk would refuse a second start.
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const args = [profile, '--headless', '--convert-to', target, '--outdir', folder, source];
    await run(program, args, { timeout: PATIENCE_MS });
    return { bytes: await readFile(join(folder, `source.${target}`)), ending: target };
  } catch {
    throw new ImportError('LibreOffice 转换不了这个文件', '用 Word 或 WPS 打开，另存为 docx 后再导入');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

async function findProgram(): Promise<string | null> {
  for (const program of PROGRAMS) {
    try {
      await run(program, ['--version'], { timeout: PATIENCE_MS });
      return program;
    } catch {
      // Not under this name: try the next.
    }
  }
  return null;
}
