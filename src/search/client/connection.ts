import type { SearchAnswer, SearchRequest, SearchService } from './service.ts';

/** A message to the worker. */
export interface Question {
  readonly id: number;
  /** Address of the search directory. */
  readonly root: string;
  readonly request: SearchRequest;
}

/** A message from the worker. */
export type Answer =
  { readonly id: number; readonly answer: SearchAnswer } | { readonly id: number; readonly failure: string };

interface Pending {
  readonly request: SearchRequest;
  readonly resolve: (answer: SearchAnswer) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The search service in a worker, which is started with the first question. Where a worker can't be
 * started, the same code runs in the page.
 */
export function connect(root: string): SearchService {
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let worker: Worker | null = null;
  let inPage: Promise<SearchService> | null = null;

  const fallBack = (): void => {
    worker?.terminate();
    worker = null;
    inPage ??= startInPage(root);
    for (const [id, { request, resolve, reject }] of pending) {
      pending.delete(id);
      inPage.then((service) => service.search(request)).then(resolve, reject);
    }
  };
  const start = (): Worker => {
    const started = new Worker(new URL('./worker.ts', import.meta.url), {
      type: 'module',
      name: 'jiyao-search',
    });
    started.addEventListener('error', fallBack);
    started.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      const waiting = pending.get(data.id);
      pending.delete(data.id);
      if ('answer' in data) waiting?.resolve(data.answer);
      else waiting?.reject(new Error(data.failure));
    });
    return started;
  };
  return {
    search: (request) =>
      new Promise((resolve, reject) => {
        const id = ++lastId;
        pending.set(id, { request, resolve, reject });
        try {
          if (inPage === null) {
            worker ??= start();
            // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's has no such argument
            worker.postMessage({ id, root, request } satisfies Question);
          } else fallBack();
        } catch {
          fallBack();
        }
      }),
  };
}

async function startInPage(root: string): Promise<SearchService> {
  const [{ createService }, { browserHost }] = await Promise.all([
    import('./service.ts'),
    import('./host.ts'),
  ]);
  return createService(root, browserHost(root));
}
