import { readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { parseRegistry } from '../corpus/registry.ts';
import { readSomeContent } from '../files/content.ts';
import { contentDirOf } from '../files/content-folder.ts';
import { UserError } from '../files/user-error.ts';
import { importBytes } from '../importers/import.ts';
import { ImportError } from '../importers/import-error.ts';
import { DIAGNOSTICS } from '../minutes/diagnostics.ts';
import { factsOf, type Facts } from '../minutes/facts.ts';
import { EMPTY_LEXICON, type BureauLexicon } from '../minutes/lexicon.ts';
import { parseMinutes } from '../minutes/parse.ts';
import { convertWithLibreOffice } from './convert-office.ts';

/** What was read of one file. */
export interface ReadFacts {
  readonly facts: Facts;
  /** The official text the facts rest on. */
  readonly text: string;
}

/**
 * The facts of one file: a Markdown file is parsed as it stands, any other is imported first.
 * Rejects with a `UserError` when the file isn't there or can't be imported.
 */
export async function readFacts(file: string, lexicon: BureauLexicon): Promise<ReadFacts> {
  const bytes = await readBytes(file);
  const markdown = extname(file) === '.md' ? new TextDecoder().decode(bytes) : await importFile(bytes, file);
  const { minutes } = parseMinutes(markdown, file.replaceAll('\\', '/'), lexicon);
  return { facts: factsOf(minutes), text: minutes.text };
}

/**
 * The names of `bureaus.yaml` in the content folder (`CONTENT_DIR`); no names where there is no such
 * file. Rejects with a `UserError` when the file has faults.
 */
export async function readLexicon(environment: NodeJS.ProcessEnv): Promise<BureauLexicon> {
  const { registry } = await readSomeContent(contentDirOf(environment), []);
  if (registry === null) return EMPTY_LEXICON;
  const { registry: read, diagnostics } = parseRegistry(registry.source, registry.path);
  const fault = diagnostics.find(({ code }) => DIAGNOSTICS[code].severity === 'error');
  if (fault)
    throw new UserError(`${registry.path} 有错误：${fault.message}`, '先用 npm run check 检查并改正');
  return read.lexicon;
}

/** `2022/013.md` → `013`: what the facts file of a document is named after. */
export function nameOf(file: string): string {
  return basename(file, extname(file));
}

async function importFile(bytes: Uint8Array, file: string): Promise<string> {
  try {
    return (await importBytes(bytes, basename(file), {}, convertWithLibreOffice)).markdown;
  } catch (error) {
    if (error instanceof ImportError) throw new UserError(`${file}：${error.message}`, error.hint);
    throw error;
  }
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') throw new UserError(`没有“${file}”这个文件`, '检查文件名和所在的文件夹');
    if (code === 'EISDIR') {
      throw new UserError(`“${file}”是文件夹`, `写出其中的文件名，如 ${join(file, '*.txt')}`);
    }
    throw new UserError(`读不了“${file}”`, '检查文件的权限');
  }
}
