import { Agent, get, type IncomingMessage } from 'node:http';
import type { Visit } from './plan.ts';

/** What became of one request. */
export interface Answer {
  readonly path: string;
  readonly status: number;
  readonly bytes: number;
  readonly milliseconds: number;
  /** Whether it was in the cache and was asked for again. */
  readonly wasKept: boolean;
}

/** What a visit asked for, and what it didn't have to ask for. */
export interface Told {
  readonly kind: Visit['kind'];
  /** Whether somebody came back with a cache. */
  readonly isReturning: boolean;
  readonly answers: readonly Answer[];
  /** Files and pages taken from the cache without asking. */
  readonly spared: number;
}

interface Kept {
  readonly etag: string;
  readonly isImmutable: boolean;
  /** Whether it may be used without asking again during this visit. */
  isFresh: boolean;
}

/** One person's browser: one connection that stays open, and a cache that does what the headers say. */
export class Visitor {
  readonly #base: URL;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #cache = new Map<string, Kept>();

  constructor(base: string) {
    this.#base = new URL(base);
  }

  /** Makes a visit, with `pause` milliseconds between two pages; on another day than the one before. */
  async visit({ kind, steps }: Visit, pause: number): Promise<Told> {
    const isReturning = this.#cache.size > 0;
    for (const kept of this.#cache.values()) kept.isFresh = kept.isImmutable;
    const answers: Answer[] = [];
    let spared = 0;
    for (const { page, files } of steps) {
      for (const path of [page, ...files])
        if (this.#cache.get(path)?.isFresh === true) spared++;
        else answers.push(await this.#ask(path));
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    }
    return { kind, isReturning, answers, spared };
  }

  /** Closes the connection. */
  leave(): void {
    this.#agent.destroy();
  }

  async #ask(path: string): Promise<Answer> {
    const kept = this.#cache.get(path);
    const headers = {
      'accept-encoding': 'gzip',
      ...(kept === undefined ? {} : { 'if-none-match': kept.etag }),
    };
    const started = performance.now();
    const wasKept = kept !== undefined;
    try {
      const { response, bytes } = await this.#get(path, headers);
      const status = response.statusCode ?? 0;
      if (status === 200) this.#keep(path, response);
      if (status === 304 && kept !== undefined) kept.isFresh = true;
      return { path, status, bytes, milliseconds: performance.now() - started, wasKept };
    } catch {
      return { path, status: 0, bytes: 0, milliseconds: performance.now() - started, wasKept };
    }
  }

  #get(
    path: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<{ readonly response: IncomingMessage; readonly bytes: number }> {
    return new Promise((resolve, reject) => {
      const request = get(new URL(path, this.#base), { agent: this.#agent, headers }, (response) => {
        let bytes = 0;
        response.on('data', (part: Buffer) => {
          bytes += part.length;
        });
        response.once('end', () => {
          resolve({ response, bytes });
        });
        response.once('error', reject);
      });
      request.once('error', reject);
    });
  }

  #keep(path: string, { headers: { etag, 'cache-control': caching = '' } }: IncomingMessage): void {
    if (etag === undefined || !/max-age=[1-9]/u.test(caching)) return;
    this.#cache.set(path, { etag, isImmutable: caching.includes('immutable'), isFresh: true });
  }
}
