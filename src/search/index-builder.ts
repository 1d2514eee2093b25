import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Corpus, Registry } from '../corpus/model.ts';
import type { BureauId } from '../minutes/model.ts';
import { MANIFEST_FORMAT, MANIFEST_PATH, TABLE_PATH, type Manifest } from './manifest.ts';
import { pagefindFiles } from './pagefind-bundle.ts';
import { searchRecords, type SearchRecord } from './record.ts';
import { encodeTable, type NamesOfBureau } from './table.ts';
import { meetingTexts, textPath } from './text-file.ts';

/** What was written, for the build's report. */
export interface SearchIndexReport {
  readonly records: number;
  readonly files: number;
  readonly bytes: number;
}

/** The files of search, by path below `pagefind/`. */
export type SearchFiles = ReadonlyMap<string, Uint8Array>;

/**
 * Builds the search of a site into `<dist>/pagefind/`, replacing what is there. The same corpus gives
 * the same bytes. Throws when Pagefind reports anything: a record may not go missing.
 * One call at a time: Pagefind's service is one for the process.
 */
export async function buildSearchIndex(corpus: Corpus, dist: string): Promise<SearchIndexReport> {
  const records = searchRecords(corpus);
  const files = await searchFiles(records, (id) => namesIn(corpus.registry, id));
  const root = join(dist, 'pagefind');
  await rm(root, { recursive: true, force: true });
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), bytes);
  }
  return {
    records: records.length,
    files: files.size,
    bytes: [...files.values()].reduce((sum, { length }) => sum + length, 0),
  };
}

/** The files for `records`, which are in the order of results. */
export async function searchFiles(
  records: readonly SearchRecord[],
  namesOfBureau: NamesOfBureau,
): Promise<SearchFiles> {
  if (records.length === 0) return new Map([manifestFile([])]);
  const files = await generationFiles(records, namesOfBureau);
  const path = `${digestOf(files)}/`;
  return new Map([
    manifestFile([{ path, records: records.length }]),
    ...[...files].map(([name, bytes]) => [path + name, bytes] as const),
  ]);
}

async function generationFiles(
  records: readonly SearchRecord[],
  namesOfBureau: NamesOfBureau,
): Promise<SearchFiles> {
  const texts = [...meetingTexts(records)];
  return new Map([
    ...(await pagefindFiles(records)),
    [TABLE_PATH, pack(encodeTable(records, namesOfBureau))],
    ...texts.map(([meeting, ofMeeting]) => [textPath(meeting), pack(JSON.stringify(ofMeeting))] as const),
  ]);
}

function manifestFile(generations: Manifest['generations']): readonly [path: string, bytes: Uint8Array] {
  return [
    MANIFEST_PATH,
    Buffer.from(JSON.stringify({ format: MANIFEST_FORMAT, generations } satisfies Manifest)),
  ];
}

function namesIn({ byId }: Registry, id: BureauId): ReturnType<NamesOfBureau> {
  const bureau = byId.get(id);
  if (bureau === undefined) return [id];
  const former = bureau.former.flatMap(({ full, short }) => [full, short]);
  const others = [bureau.full, ...bureau.aliases, ...former].filter((name) => name !== null);
  return [bureau.short, ...new Set(others)];
}

/** Compressed by us, so that bytes are few on any host; the clients take it apart themselves. */
function pack(text: string): Uint8Array {
  const packed = gzipSync(text, { level: 9 });
  packed[9] = 255; // The system it was made on, unknown: the same bytes everywhere.
  return packed;
}

function digestOf(files: SearchFiles): string {
  const hash = createHash('sha256');
  for (const [path, bytes] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`${path}\0${String(bytes.length)}\0`).update(bytes);
  return hash.digest('hex').slice(0, 12);
}
