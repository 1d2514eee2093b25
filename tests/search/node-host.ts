import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Host } from '../../src/search/client/backend.ts';
import type { SearchFiles } from '../../src/search/index-builder.ts';

/** Where the files of search seem to lie. */
export const ROOT = 'https://search.invalid/pagefind/';

export interface NodeHost extends Host {
  /** Paths requested so far, below `ROOT`. */
  readonly requests: string[];
  /** Bytes answered so far. */
  bytes(): number;
  /** Files that can't be loaded any more. */
  readonly broken: Set<string>;
  /** Puts other files in the place of those served so far. */
  publish(files: SearchFiles): void;
  close(): Promise<void>;
}

/** Serves files from memory through the global `fetch`, as `pagefind.js` wants it, and counts. */
export async function createNodeHost(published: SearchFiles): Promise<NodeHost> {
  let files = published;
  const scripts = await mkdtemp(join(tmpdir(), 'search-'));
  const realFetch = globalThis.fetch;
  const requests: string[] = [];
  const broken = new Set<string>();
  let bytes = 0;
  let failures = 0;
  const serve = (url: string): Promise<Response> => {
    const path = url.slice(ROOT.length).replace(/\?.*$/u, '');
    const content = broken.has(path) ? undefined : files.get(path);
    requests.push(path);
    if (content === undefined) failures++;
    bytes += content?.length ?? 0;
    return Promise.resolve(
      content === undefined ? new Response(null, { status: 404 }) : new Response(Uint8Array.from(content)),
    );
  };
  globalThis.fetch = (input) => serve(input instanceof Request ? input.url : input.toString());
  return {
    fetch: serve,
    failures: () => failures,
    requests,
    broken,
    bytes: () => bytes,
    publish(next) {
      files = next;
    },
    async importModule(url) {
      const content = files.get(url.slice(ROOT.length));
      const path = join(scripts, `${String(requests.length)}.mjs`);
      await writeFile(path, content ?? '');
      return import(/* @vite-ignore */ pathToFileURL(path).href) as Promise<unknown>;
    },
    async close() {
      globalThis.fetch = realFetch;
      await rm(scripts, { recursive: true, force: true });
    },
  };
}
