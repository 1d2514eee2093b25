import { answerQuestion, type Answer, type Asked, type Question, type SearchPlace } from './messages.ts';
import type { SearchService } from './service.ts';
import type { Services } from './services.ts';

interface Pending {
  readonly place: SearchPlace;
  readonly asked: Asked;
  receive(this: void, answer: Answer): void;
}

/**
 * The search service in a worker, which is started with the first question. Where a worker can't be
 * started, the same code runs in the page.
 */
export function connect(root: string): SearchService {
  return connectTo()({ root, program: null });
}

/** The services of several places, all in one worker. */
export function connectTo(): (place: SearchPlace) => SearchService {
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let worker: Worker | null = null;
  let inPage: Promise<Services> | null = null;

  const receive = (answer: Answer): void => {
    pending.get(answer.id)?.receive(answer);
    if (answer.kind !== 'first') pending.delete(answer.id);
  };
  const askInPage = (services: Promise<Services>, id: number, { place, asked }: Pending): void => {
    void services.then((serviceOf) => answerQuestion(id, asked, serviceOf(place), receive));
  };
  const fallBack = (): void => {
    worker?.terminate();
    worker = null;
    inPage ??= import('./services.ts').then(({ createServices }) => createServices());
    for (const [id, question] of pending) askInPage(inPage, id, question);
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
  const send = (question: Pending): void => {
    const id = ++lastId;
    pending.set(id, question);
    if (inPage !== null) {
      askInPage(inPage, id, question);
      return;
    }
    try {
      worker ??= start();
      const { place, asked } = question;
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's has no such argument
      worker.postMessage({ id, place, asked } satisfies Question);
    } catch {
      fallBack();
    }
  };
  return (place) => serviceThrough(place, send);
}

/** A service whose questions are sent elsewhere. */
function serviceThrough(place: SearchPlace, send: (question: Pending) => void): SearchService {
  return {
    search: (request, onFirst) =>
      new Promise((resolve, reject) => {
        const receive = (answer: Answer): void => {
          if (answer.kind === 'first') onFirst?.(answer.answer);
          else if (answer.kind === 'answer') resolve(answer.answer);
          else if (answer.kind === 'failure') reject(new Error(answer.failure));
        };
        send({ place, asked: { kind: 'search', request }, receive });
      }),
    near: (input) =>
      new Promise((resolve, reject) => {
        const receive = (answer: Answer): void => {
          if (answer.kind === 'near') resolve(answer.near);
          else if (answer.kind === 'failure') reject(new Error(answer.failure));
        };
        send({ place, asked: { kind: 'near', input }, receive });
      }),
  };
}
