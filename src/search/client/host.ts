import type { Host } from './backend.ts';

/** How long to wait before a failed request is made once more, in milliseconds. */
const RETRY_AFTER = 400;

/**
 * The host of a browser page or worker. It watches the global `fetch` for requests below `root`:
 * Pagefind swallows an index chunk that can't be loaded and answers as if nothing matched, so failures
 * have to be seen from outside. A request that fails is made once more.
 */
export function browserHost(root: string): Host {
  const plainFetch = globalThis.fetch.bind(globalThis);
  let failures = 0;
  const watchedFetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    if (!addressOf(input).startsWith(root)) return plainFetch(input, init);
    const first = await plainFetch(input, init).catch(() => null);
    if (first?.ok === true) return first;
    await new Promise((resolve) => {
      setTimeout(resolve, RETRY_AFTER);
    });
    const second = await plainFetch(input, init).catch(() => null);
    if (second?.ok !== true) failures++;
    return second ?? Response.error();
  };
  globalThis.fetch = watchedFetch;
  return {
    fetch: watchedFetch,
    failures: () => failures,
    importModule: (url) => import(/* @vite-ignore */ url) as Promise<unknown>,
  };
}

function addressOf(input: RequestInfo | URL): string {
  const address = input instanceof Request ? input.url : input.toString();
  return address.startsWith('/') ? new URL(address, globalThis.location.href).href : address;
}
