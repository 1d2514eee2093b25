import { answerQuestion, type Question } from './messages.ts';
import { createServices } from './services.ts';

/** The worker: everything of search but the page runs here, so that the page is never blocked. */
const serviceOf = createServices();

self.addEventListener('message', ({ data: { id, place, asked } }: MessageEvent<Question>) => {
  void answerQuestion(id, asked, serviceOf(place), (answer) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's has no such argument
    self.postMessage(answer);
  });
});
