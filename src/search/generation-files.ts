import { COLUMN_NAMES, columnPath, encodeColumns } from './columns.ts';
import { encodeLengths } from './lengths.ts';
import { LENGTHS_PATH, PHRASES_PATH, TABLE_PATH, type Generation, type IndexKind } from './manifest.ts';
import { pack } from './pack.ts';
import { pagefindFiles } from './pagefind-bundle.ts';
import { pairFiles } from './pair-index.ts';
import { encodePhrases } from './near-tables.ts';
import type { SearchRecord } from './record.ts';
import { encodeTable } from './table.ts';
import { meetingTexts, partTexts, TEXTS_PATH } from './text-file.ts';

/** The files of one generation, by path below its directory, and what the manifest says of it. */
export interface GenerationFiles extends Pick<Generation, 'kind' | 'records' | 'textBytes'> {
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** The files for `records`, which are in the order of results and not none. The same records give the same bytes. */
export async function generationFiles(
  records: readonly SearchRecord[],
  kind: IndexKind,
): Promise<GenerationFiles> {
  const texts: readonly (readonly [string, unknown])[] =
    kind === 'text' ? [[TEXTS_PATH, meetingTexts(records)]] : [...partTexts(records)];
  const textFiles = texts.map(([path, content]) => [path, pack(JSON.stringify(content))] as const);
  const textBytes = textFiles.reduce((sum, [, { length }]) => sum + length, 0);
  const items = records.filter((record) => record.kind === 'item');
  const columns = encodeColumns(records);
  const files = new Map([
    ...(await indexFiles(records, kind)),
    [TABLE_PATH, pack(encodeTable(records))],
    [LENGTHS_PATH, pack(encodeLengths(records))],
    ...COLUMN_NAMES.map((name) => [columnPath(name), pack(columns[name])] as const),
    [PHRASES_PATH, pack(encodePhrases(items.map(({ heading }) => heading)))],
    ...textFiles,
  ]);
  return { kind, records: records.length, textBytes: Math.round(textBytes / texts.length), files };
}

async function indexFiles(
  records: readonly SearchRecord[],
  kind: IndexKind,
): Promise<readonly (readonly [path: string, bytes: Uint8Array])[]> {
  if (kind === 'text') return [];
  return kind === 'pairs' ? pairFiles(records) : pagefindFiles(records);
}
