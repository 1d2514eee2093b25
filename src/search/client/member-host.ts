import { atMost } from './at-most.ts';
import type { Host } from './backend.ts';
import { browserHost } from './host.ts';
import { timeLimit } from './time-limit.ts';

/** How long a file of a member may take, in milliseconds, and how large it may be, in bytes. */
const LONGEST = 15_000;
const LARGEST = 32 * 1024 * 1024;

/** What of a Pagefind bundle is a program and not data. */
const WASM = /^wasm\.[^/]+\.pagefind/u;
const ENTRY = 'pagefind-entry.json';

/**
 * The host for the search of another site, whose files are data and nothing else: they are asked for
 * without anything that tells of the reader, follow no redirect, end after a time and at a size, and what
 * is run is this site's own copy of Pagefind in the folder `program`, if it is of the same version.
 */
export function memberHost(root: string, program: string): Host {
  const host = browserHost(root);
  const watchedFetch = globalThis.fetch.bind(globalThis);
  const memberFetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const address = input instanceof Request ? input.url : input.toString();
    if (!address.startsWith(root)) return watchedFetch(input, init);
    const file = address.slice(address.lastIndexOf('/') + 1);
    if (WASM.test(file)) return watchedFetch(program + file);
    const response = await watchedFetch(input, {
      ...init,
      ...DATA_ONLY,
      signal: timeLimit(LONGEST),
    });
    return limited(response);
  };
  globalThis.fetch = memberFetch;
  return {
    ...host,
    fetch: memberFetch,
    async importModule(url) {
      const bundle = url.slice(0, url.lastIndexOf('/') + 1);
      const [own, theirs] = await Promise.all(
        [program, bundle].map(async (folder) => versionOf(await memberFetch(folder + ENTRY))),
      );
      if (own !== theirs) throw new Error(`Pagefind ${String(theirs)} at ${bundle}, ${String(own)} here`);
      return host.importModule(`${program}pagefind.js`);
    },
  };
}

const DATA_ONLY: RequestInit = {
  credentials: 'omit',
  mode: 'cors',
  redirect: 'error',
  referrerPolicy: 'no-referrer',
};

/** The response as far as it may go; reading it fails where it goes further. */
function limited(response: Response): Response {
  if (response.body === null || !response.ok) return response;
  const body = response.body.pipeThrough(atMost(LARGEST));
  return new Response(body, { status: response.status, headers: response.headers });
}

async function versionOf(response: Response): Promise<unknown> {
  const entry: unknown = await response.json();
  return typeof entry === 'object' && entry !== null && 'version' in entry ? entry.version : null;
}
