import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Host } from '../../src/search/client/backend.ts';

/** Where the files of search seem to lie. */
export const ROOT = 'https://search.invalid/data/';

export interface NodeHost extends Host {
  /** Paths requested so far, below `ROOT`. */
  readonly requests: string[];
  /** Bytes answered so far. */
  bytes(): number;
  /** Files that can't be loaded any more. */
  readonly broken: Set<string>;
  /** Serves another folder in the place of the one served so far. */
  publish(folder: string): void;
  close(): void;
}

/** Serves a folder through the global `fetch`, as `pagefind.js` wants it, and counts. */
export function createNodeHost(published: string): NodeHost {
  let folder = published;
  const realFetch = globalThis.fetch;
  const requests: string[] = [];
  const broken = new Set<string>();
  let bytes = 0;
  let failures = 0;
  const serve = (url: string): Promise<Response> => {
    const path = url.slice(ROOT.length).replace(/\?.*$/u, '');
    const file = join(folder, path);
    const content = broken.has(path) || !existsSync(file) ? undefined : readFileSync(file);
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
      folder = next;
    },
    importModule: (url) =>
      import(/* @vite-ignore */ pathToFileURL(join(folder, url.slice(ROOT.length))).href) as Promise<unknown>,
    close() {
      globalThis.fetch = realFetch;
    },
  };
}
