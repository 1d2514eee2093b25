import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { recordPath, type SearchRecord } from '../../src/search/record.ts';
import { createFolderHost, ROOT } from './folder-host.ts';
import { sizeOf, type Built, type Cost } from './ours.ts';
import type { Query } from './queries.ts';
import { mean, quantile } from './score.ts';

/** Pagefind as it comes, with one page for each agenda item, in the language of the site. */

interface Client {
  options(options: { readonly basePath: string; readonly baseUrl: string }): Promise<void>;
  init(): Promise<void>;
  filters(): Promise<unknown>;
  search(text: string): Promise<{ readonly results: readonly Hit[] }>;
  destroy(): Promise<void>;
}

interface Hit {
  data(): Promise<{ readonly url: string }>;
}

const BATCH = 200;

/** Builds a stock index of the items into `folder`. */
export async function buildPagefind(items: readonly SearchRecord[], folder: string): Promise<Built> {
  const start = performance.now();
  const { index } = await createIndex({});
  if (index === undefined) throw new Error('Pagefind did not start');
  for (let at = 0; at < items.length; at += BATCH)
    await Promise.all(
      items
        .slice(at, at + BATCH)
        .map((item) => index.addHTMLFile({ url: `/${recordPath(item)}`, content: pageOf(item) })),
    );
  const { files } = await index.getFiles();
  await close();
  for (const { path, content } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return { seconds: (performance.now() - start) / 1000, ...sizeOf(folder) };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function pageOf({ heading, text }: SearchRecord): string {
  const blocks = text.split('\n').map((block) => `<p>${escaped(block)}</p>`);
  return `<html lang="zh-CN"><head><title>${escaped(heading)}</title></head><body><main data-pagefind-body>${blocks.join('')}</main></body></html>`;
}

/** What one cold query finds and costs. */
interface Asked {
  readonly found: readonly string[];
  readonly bytes: number;
  readonly shown: number;
  readonly requests: number;
}

/** The sets that cold queries find (addresses), and what they cost; quoted or as typed. */
export async function askPagefind(
  folder: string,
  queries: readonly Query[],
  quoted: boolean,
): Promise<{ readonly found: readonly (readonly string[])[]; readonly cost: Cost }> {
  const start = await openClient(folder);
  const startBytes = start.host.bytes();
  const asked: Asked[] = [];
  for (const { text } of queries) asked.push(await askCold(folder, quoted ? `"${text}"` : text, startBytes));
  const session = await openClient(folder);
  for (const { text } of queries) {
    const { results } = await session.client.search(quoted ? `"${text}"` : text);
    await Promise.all(results.slice(0, 10).map((hit) => hit.data()));
  }
  const bytes = asked.map((each) => each.bytes);
  const shown = mean(asked.map((each) => each.shown));
  return {
    found: asked.map((each) => each.found),
    cost: {
      startBytes,
      startRequests: start.requests,
      coldBytes: mean(bytes),
      coldBytes95: quantile(bytes, 0.95),
      coldRequests: mean(asked.map((each) => each.requests)),
      shownBytes: shown,
      firstBytes: shown,
      warmBytes: (session.host.bytes() - startBytes) / queries.length,
    },
  };
}

async function askCold(folder: string, text: string, startBytes: number): Promise<Asked> {
  const { client, host, requests } = await openClient(folder);
  const { results } = await client.search(text);
  const bytes = host.bytes() - startBytes;
  const searchRequests = host.requests() - requests;
  await Promise.all(results.slice(0, 10).map((hit) => hit.data()));
  const shown = host.bytes() - startBytes;
  const found = await Promise.all(results.map(async (hit) => (await hit.data()).url.replace(/^\//u, '')));
  // A client that was imported is never let go, and this one has loaded every page it found.
  await client.destroy();
  return { found, bytes, shown, requests: searchRequests };
}

function isClient(module: unknown): module is Client {
  return typeof module === 'object' && module !== null && 'search' in module;
}

let opened = 0;

/** A new client, which has loaded what it needs to begin. */
async function openClient(folder: string) {
  const host = createFolderHost(folder);
  const client = await host.importModule(`${ROOT}pagefind.js?${String(++opened)}`);
  if (!isClient(client)) throw new Error('This is not the client of Pagefind');
  await client.options({ basePath: ROOT, baseUrl: '/' });
  await client.init();
  // Waits for what `init` only begins to load.
  await client.filters();
  return { client, host, requests: host.requests() };
}
