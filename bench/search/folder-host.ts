import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Host } from '../../src/search/client/backend.ts';

/** Where a folder seems to lie. */
export const ROOT = 'https://bench.invalid/';

/**
 * Serves a folder as a host would that compresses code and JSON, and counts. Pagefind asks through the global
 * `fetch`, which is that of the host made last.
 */
export interface FolderHost extends Host {
  bytes(): number;
  requests(): number;
}

const COMPRESSED = new Set(['.js', '.json']);

export function createFolderHost(folder: string): FolderHost {
  let bytes = 0;
  let requests = 0;
  const read = (url: string): Buffer | null => {
    const path = url.slice(ROOT.length).replace(/\?.*$/u, '');
    try {
      const content = readFileSync(join(folder, path));
      bytes += COMPRESSED.has(extname(path)) ? gzipSync(content).length : content.length;
      return content;
    } catch {
      return null;
    } finally {
      requests++;
    }
  };
  const serve = (url: string): Promise<Response> => {
    const content = read(url);
    return Promise.resolve(
      content === null ? new Response(null, { status: 404 }) : new Response(Uint8Array.from(content)),
    );
  };
  globalThis.fetch = (input) => serve(input instanceof Request ? input.url : input.toString());
  return {
    fetch: serve,
    failures: () => 0,
    importModule(url) {
      read(url);
      const [path = '', query = ''] = url.slice(ROOT.length).split('?');
      return import(`${pathToFileURL(join(folder, path)).href}?${query}`) as Promise<unknown>;
    },
    bytes: () => bytes,
    requests: () => requests,
  };
}
