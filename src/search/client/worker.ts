import { answerQuestion, type Question } from './messages.ts';
import { browserHost } from './host.ts';
import { createService, type SearchService } from './service.ts';

/** The worker: everything of search but the page runs here, so that the page is never blocked. */
let service: SearchService | null = null;

self.addEventListener('message', ({ data: { id, root, asked } }: MessageEvent<Question>) => {
  service ??= createService(root, browserHost(root));
  void answerQuestion(id, asked, service, (answer) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's has no such argument
    self.postMessage(answer);
  });
});
