import { createInterface } from 'node:readline/promises';
import type { Ask } from './review-doubts.ts';

/** Asks at the terminal, or reads one answer a line; null when the input has ended. */
export function openTerminal(): { readonly ask: Ask; readonly close: () => void } {
  const reader = createInterface({ input: process.stdin });
  const lines = reader[Symbol.asyncIterator]();
  return {
    ask: async (question) => {
      process.stdout.write(question);
      const { done, value } = await lines.next();
      return done === true ? null : value;
    },
    close: () => {
      reader.close();
    },
  };
}
