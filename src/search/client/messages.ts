import type { NearMiss } from './near.ts';
import type { Found, SearchAnswer, SearchRequest, SearchService } from './service.ts';

/** Where the files of a search lie. */
export interface SearchPlace {
  /** Address of the search directory, with a slash at its end. */
  readonly root: string;
  /** Of another site's search: the folder with this site's own copy of Pagefind, the only one that is run. */
  readonly program: string | null;
}

/** A message to the worker. */
export interface Question {
  readonly id: number;
  readonly place: SearchPlace;
  readonly asked: Asked;
}

export type Asked =
  | { readonly kind: 'search'; readonly request: SearchRequest }
  | { readonly kind: 'near'; readonly input: string };

/** A message from the worker. */
export type Answer = { readonly id: number } & (
  | { readonly kind: 'first'; readonly answer: Found }
  | { readonly kind: 'answer'; readonly answer: SearchAnswer }
  | { readonly kind: 'near'; readonly near: readonly NearMiss[] }
  | { readonly kind: 'failure'; readonly failure: string }
);

/** Puts a question to the service and hands back every message of the answer; never rejects. */
export async function answerQuestion(
  id: number,
  asked: Asked,
  service: SearchService,
  reply: (answer: Answer) => void,
): Promise<void> {
  try {
    if (asked.kind === 'near') {
      reply({ id, kind: 'near', near: await service.near(asked.input) });
      return;
    }
    const answer = await service.search(asked.request, (first) => {
      reply({ id, kind: 'first', answer: first });
    });
    reply({ id, kind: 'answer', answer });
  } catch (error) {
    reply({ id, kind: 'failure', failure: String(error) });
  }
}
