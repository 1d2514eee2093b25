import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { headersAt, TYPES } from '../../src/headers.ts';
import type { BuiltSite } from '../site/build.ts';

const KNOWN: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'text/xml; charset=utf-8',
  ...Object.fromEntries(TYPES.map(([ending, type]) => [`.${ending}`, `${type}; charset=utf-8`])),
};

const FORMER = z.object({
  moved: z.array(z.object({ from: z.string(), to: z.string() })),
  gone: z.array(z.object({ from: z.string() })),
});
export type Former = z.infer<typeof FORMER>;

export interface Server {
  /** The address of the home page, with a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

/** What a built site says of the addresses that moved or are gone. */
export function formerOf(dir: string): Former {
  const file = join(dir, 'data/former-addresses.json');
  return existsSync(file) ? FORMER.parse(JSON.parse(readFileSync(file, 'utf8'))) : { moved: [], gone: [] };
}

const MEMBERS = z.object({ members: z.array(z.object({ address: z.url() })) });

/** The origins of the members of a built site; none where it is no portal. */
export function membersOf(dir: string): readonly string[] {
  const file = join(dir, 'data/members.json');
  if (!existsSync(file)) return [];
  const { members } = MEMBERS.parse(JSON.parse(readFileSync(file, 'utf8')));
  return [...new Set(members.map(({ address }) => new URL(address).origin))];
}

/**
 * Serves a built site below its base path as the shipped configurations do: headers, 301, 404, 410.
 * With `wait`, pages come as over a slow line: part by part, so many milliseconds apart.
 */
export async function servePlainly({ dir, base }: BuiltSite, wait = 0): Promise<Server> {
  const { moved, gone } = formerOf(dir);
  const members = membersOf(dir);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const below = pathname.startsWith(base) ? decodeURIComponent(pathname.slice(base.length)) : '..';
    for (const { name, value } of headersAt(below, members)) response.setHeader(name, value);
    const target = moved.find(({ from }) => from === pathname)?.to;
    if (target !== undefined) {
      response.writeHead(301, { location: target }).end();
      return;
    }
    const path = normalize(join(dir, below));
    const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path;
    const found = (file === dir || file.startsWith(dir + sep)) && existsSync(file);
    const sent = found ? file : join(dir, '404.html');
    const good = gone.some(({ from }) => from === pathname) ? 410 : 200;
    response.writeHead(found ? good : 404, {
      'content-type': KNOWN[extname(sent)] ?? 'application/octet-stream',
    });
    const slow = wait > 0 && extname(sent) === '.html';
    (slow ? Readable.from(partsOf(sent, wait)) : createReadStream(sent)).pipe(response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${String(port)}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/** A page cut where a part of it ends. */
async function* partsOf(file: string, wait: number): AsyncGenerator<string> {
  for (const part of readFileSync(file, 'utf8').split(
    /(?<=<\/(?:header|nav|section|article|h1|dl|table)>)/u,
  )) {
    yield part;
    await setTimeout(wait);
  }
}
