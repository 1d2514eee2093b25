import { answerQuestion, type Answer, type Asked, type Question } from './messages.ts';
import type { SearchService } from './service.ts';

interface Pending {
  readonly asked: Asked;
  receive(this: void, answer: Answer): void;
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

  const receive = (answer: Answer): void => {
    pending.get(answer.id)?.receive(answer);
    if (answer.kind !== 'first') pending.delete(answer.id);
  };
  const fallBack = (): void => {
    worker?.terminate();
    worker = null;
    inPage ??= startInPage(root);
    for (const [id, { asked }] of pending)
      void inPage.then((service) => answerQuestion(id, asked, service, receive));
  };
  const start = (): Worker => {
    const started = new Worker(new URL('./worker.ts', import.meta.url), {
      type: 'module',
      name: 'jiyao-search',
    });
    started.addEventListener('error', fallBack);
    started.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      receive(data);
    });
    return started;
  };
  const send = (asked: Asked, receiver: Pending['receive']): void => {
    const id = ++lastId;
    pending.set(id, { asked, receive: receiver });
    if (inPage !== null) {
      void inPage.then((service) => answerQuestion(id, asked, service, receive));
      return;
    }
    try {
      worker ??= start();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's has no such argument
      worker.postMessage({ id, root, asked } satisfies Question);
    } catch {
      fallBack();
    }
  };
  return {
    search: (request, onFirst) =>
      new Promise((resolve, reject) => {
        send({ kind: 'search', request }, (answer) => {
          if (answer.kind === 'first') onFirst?.(answer.answer);
          else if (answer.kind === 'answer') resolve(answer.answer);
          else if (answer.kind === 'failure') reject(new Error(answer.failure));
        });
      }),
    near: (input) =>
      new Promise((resolve, reject) => {
        send({ kind: 'near', input }, (answer) => {
          if (answer.kind === 'near') resolve(answer.near);
          else if (answer.kind === 'failure') reject(new Error(answer.failure));
        });
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
