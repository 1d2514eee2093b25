import { columnPath, decodeColumn, type Column, type ColumnName } from '../columns.ts';
import { decodeLengths } from '../lengths.ts';
import {
  LENGTHS_PATH,
  MANIFEST_PATH,
  parseManifest,
  PHRASES_PATH,
  TABLE_PATH,
  type Manifest,
} from '../manifest.ts';
import type { BureauName } from '../names.ts';
import { decodeDirectory, DIRECTORY_PATH, type PairDirectory } from '../pair-files.ts';
import { decodeTable, type RecordTable } from '../table.ts';
import { TEXTS_PATH, type MeetingTexts } from '../text-file.ts';
import { atMost } from './at-most.ts';
import type { Host } from './backend.ts';

/** Reads the manifest in the directory at `root`, past every cache; rejects when there is none. */
export async function loadManifest(root: string, host: Host): Promise<Manifest> {
  const response = await host.fetch(root + MANIFEST_PATH, { cache: 'no-cache' });
  const manifest = response.ok ? parseManifest(await response.json()) : null;
  if (manifest === null) throw new Error(`No search at ${root}`);
  return manifest;
}

export async function loadTable(base: string, host: Host): Promise<RecordTable> {
  return decodeTable(await loadText(base + TABLE_PATH, host));
}

export async function loadLengths(base: string, host: Host): Promise<Uint32Array> {
  return decodeLengths(await loadText(base + LENGTHS_PATH, host));
}

export async function loadColumn(base: string, name: ColumnName, host: Host): Promise<Column> {
  return decodeColumn(await loadText(base + columnPath(name), host));
}

export async function loadDirectory(base: string, host: Host): Promise<PairDirectory> {
  return decodeDirectory(await loadBytes(base + DIRECTORY_PATH, host));
}

/** Texts of one meeting, by the path of `textPath`. */
export async function loadTexts(address: string, host: Host): Promise<MeetingTexts> {
  const texts: MeetingTexts = JSON.parse(await loadText(address, host));
  return texts;
}

/** The texts of all meetings, in their order. */
export async function loadAllTexts(base: string, host: Host): Promise<readonly MeetingTexts[]> {
  const texts: readonly MeetingTexts[] = JSON.parse(await loadText(base + TEXTS_PATH, host));
  return texts;
}

export async function loadNames(address: string, host: Host): Promise<readonly BureauName[]> {
  const names: readonly BureauName[] = JSON.parse(await loadText(address, host));
  return names;
}

/** The lines of phrases of a generation; see `decodePhrases`. */
export function loadPhrases(base: string, host: Host): Promise<string> {
  return loadText(base + PHRASES_PATH, host);
}

/** A packed file as text. */
export async function loadText(address: string, host: Host): Promise<string> {
  return new TextDecoder().decode(await loadBytes(address, host));
}

/** Far above what any file of search comes to, in bytes. */
const LARGEST = 256 * 1024 * 1024;

/** A packed file, unpacked. A server may have taken the compression off already. */
export async function loadBytes(address: string, host: Host): Promise<Uint8Array> {
  const response = await host.fetch(address);
  if (!response.ok) throw new Error(`${String(response.status)} ${address}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const unpacked = new Blob([bytes])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'))
    .pipeThrough(atMost(LARGEST));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}
