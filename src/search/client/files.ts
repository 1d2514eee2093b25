import { MANIFEST_PATH, parseManifest, TABLE_PATH, type Manifest } from '../manifest.ts';
import { decodeTable, type RecordTable } from '../table.ts';
import { textPath, type MeetingTexts } from '../text-file.ts';
import type { Host } from './backend.ts';

/** Reads the manifest in the directory at `root`, past every cache; rejects when there is none. */
export async function loadManifest(root: string, host: Host): Promise<Manifest> {
  const response = await host.fetch(root + MANIFEST_PATH, { cache: 'no-cache' });
  const manifest = response.ok ? parseManifest(await response.json()) : null;
  if (manifest === null) throw new Error(`No search at ${root}`);
  return manifest;
}

export async function loadTable(base: string, host: Host): Promise<RecordTable> {
  return decodeTable(await loadPack(base + TABLE_PATH, host));
}

export async function loadTexts(base: string, meeting: string, host: Host): Promise<MeetingTexts> {
  const texts: MeetingTexts = JSON.parse(await loadPack(base + textPath(meeting), host));
  return texts;
}

/** A packed file as text. A server may have taken the compression off already. */
async function loadPack(address: string, host: Host): Promise<string> {
  const response = await host.fetch(address);
  if (!response.ok) throw new Error(`${String(response.status)} ${address}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return new TextDecoder().decode(bytes);
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(unpacked).text();
}
