import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findingOf, keyOfLeak } from '../checks/leaks.ts';
import type { SiteGate } from '../checks/publication.ts';
import { findBlockingLeaks } from '../leaks/find-leaks.ts';
import type { Diagnostic } from '../minutes/diagnostics.ts';
import { UNKNOWN_PLACE } from '../minutes/places.ts';
import { readBuiltFile } from './built-file.ts';

export interface SiteScan extends SiteGate {
  /** Names that files may say they were made by. */
  readonly ownNames: readonly string[];
}

/**
 * R5.5, R2.5: looks once more for what must not go out, in every file of a built site as it will be
 * served. One finding for each thing, at the first file that holds it in the order of paths; reminders
 * are left to the check of the sources.
 */
export async function scanSite(folder: string, scan: SiteScan): Promise<readonly Diagnostic[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return scanFiles(folder, files, scan);
}

/**
 * The same for some files of the site, named by their paths below `folder`. Enough where every other file
 * was scanned before, as it is, under a scan of the same `keyOfScan` and by the same program.
 *
 * @param step is called for each file
 */
export async function scanFiles(
  folder: string,
  files: readonly string[],
  scan: SiteScan,
  step: () => void = () => undefined,
): Promise<readonly Diagnostic[]> {
  const found: FoundLeak[] = [];
  for (const file of files) {
    step();
    found.push(...(await scanFile(folder, file, scan)));
  }
  return findingsOf(found);
}

/** One finding for each thing, at the first file that holds it in the order of paths, with how often it was found. */
export function findingsOf(leaks: readonly FoundLeak[]): readonly Diagnostic[] {
  const found = new Map<string, { readonly finding: Diagnostic; count: number }>();
  for (const { key, finding } of leaks.toSorted((one, other) => compare(one.file, other.file))) {
    const known = found.get(key);
    if (known === undefined) found.set(key, { finding, count: 1 });
    else known.count++;
  }
  return [...found.values()].map(({ finding, count }) =>
    count === 1 ? finding : { ...finding, message: `${finding.message}（共 ${String(count)} 处）` },
  );
}

/** Tells scans apart that could find different things in the same bytes: exceptions, withheld passages, names. */
export function keyOfScan({ released, withheld, ownNames }: SiteScan): string {
  const parts = [[...released].sort(), [...withheld].sort(), ownNames];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** Something in a file that must not go out. */
export interface FoundLeak {
  readonly file: string;
  /** Tells things apart; never to be printed. */
  readonly key: string;
  readonly finding: Diagnostic;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** What a file below a folder holds. */
export function scanFile(folder: string, name: string, scan: SiteScan): Promise<readonly FoundLeak[]> {
  // Thousands of small files: waiting for each in turn costs more than reading it.
  return scanBytes(name, readFileSync(join(folder, name)), scan);
}

/** What a file, or a part of it that nothing reaches over, holds. */
export async function scanBytes(
  file: string,
  bytes: Uint8Array,
  { released, withheld, ownNames }: SiteScan,
): Promise<readonly FoundLeak[]> {
  const path = `建成的站点 ${file.replaceAll('\\', '/')}`;
  const { texts, properties } = await readBuiltFile(file, bytes, ownNames);
  const inText = texts.flatMap((text) => [
    ...findBlockingLeaks(text)
      .filter((leak) => !released.has(keyOfLeak(leak)))
      .map((leak) => ({ file, key: keyOfLeak(leak), finding: findingOf(leak, path, UNKNOWN_PLACE) })),
    ...withheldIn(text, withheld).map((sentence) => ({
      file,
      key: sentence,
      finding: withheldFinding(sentence, path),
    })),
  ]);
  const about = properties.map((property) => ({
    file,
    key: `${path} ${property}`,
    finding: propertyFinding(property, path),
  }));
  return [...inText, ...about];
}

function withheldIn(text: string, sentences: ReadonlySet<string>): readonly string[] {
  if (sentences.size === 0) return [];
  const compact = text.replaceAll(/[\s\u200b\0]/gu, '');
  return [...sentences].filter((sentence) => compact.includes(sentence));
}

function withheldFinding(sentence: string, path: string): Diagnostic {
  const message = `这里有一句话（${String(sentence.length)} 个字）在原文里标为不予公开`;
  const hint = '查明它从哪里来：机构名录、站点配置、public 文件夹或者更正前的旧稿';
  return { code: 'withheld/repeated', message, hint, path, place: UNKNOWN_PLACE };
}

function propertyFinding(property: string, path: string): Diagnostic {
  const hint = '用 Word、WPS 的“检查文档”或图片软件删去属性、修订和批注，再放进 public 文件夹';
  return { code: 'file/metadata', message: `文件带有${property}`, hint, path, place: UNKNOWN_PLACE };
}
