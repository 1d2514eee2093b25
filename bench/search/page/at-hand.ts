import { browserHost } from '../../../src/search/client/host.ts';
import { createService, type SearchRequest, type SearchService } from '../../../src/search/client/service.ts';

/**
 * A worker that runs the search of the site and measures its own time: from the arrival of a question until
 * the whole answer is there to be sent, with every file at hand, so that nothing of the network is in it. For
 * that the questions are put twice: once to get the files, then to a service that has read none of them.
 */
export interface Asked {
  readonly root: string;
  readonly requests: readonly SearchRequest[];
}

const files = new Map<string, ArrayBuffer>();
const plainFetch = globalThis.fetch.bind(globalThis);

/** Answers from memory what was loaded once. */
async function fetchOnce(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const address = input instanceof Request ? input.url : input.toString();
  const known = files.get(address);
  if (known !== undefined) return new Response(known);
  const response = await plainFetch(input, init);
  if (!response.ok) return response;
  const bytes = await response.arrayBuffer();
  files.set(address, bytes);
  return new Response(bytes, { headers: { 'content-type': response.headers.get('content-type') ?? '' } });
}

async function ownTimes(
  service: SearchService,
  requests: readonly SearchRequest[],
): Promise<readonly number[]> {
  const times: number[] = [];
  for (const request of requests) {
    const start = performance.now();
    await service.search(request);
    times.push(performance.now() - start);
  }
  return times;
}

self.addEventListener('message', ({ data: { root, requests } }: MessageEvent<Asked>) => {
  globalThis.fetch = fetchOnce;
  void ownTimes(createService(root, browserHost(root)), requests)
    .then(() => ownTimes(createService(root, browserHost(root)), requests))
    .then((times) => {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's has no such argument
      self.postMessage(times);
    });
});
