import type { Answer, Question } from './connection.ts';
import { browserHost } from './host.ts';
import { createService, type SearchService } from './service.ts';

/** The worker: everything of search but the page runs here, so that the page is never blocked. */
let service: SearchService | null = null;

function reply(answer: Answer): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's has no such argument
  self.postMessage(answer);
}

self.addEventListener('message', ({ data: { id, root, request } }: MessageEvent<Question>) => {
  service ??= createService(root, browserHost(root));
  service.search(request).then(
    (answer) => {
      reply({ id, answer });
    },
    (error: unknown) => {
      reply({ id, failure: String(error) });
    },
  );
});
