import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { launch } from '../../tests/browser/launch.ts';
import type { Timed } from './page/main.ts';
import type { Query } from './queries.ts';

/** The benchmark's page in a real Chromium. */
export interface BenchBrowser {
  /** `folder` is the name under which the files of search are served. */
  ours(folder: string, queries: readonly Query[]): Promise<Timed>;
  oursInWorker(folder: string, queries: readonly Query[]): Promise<readonly number[]>;
  oursAll(folder: string, queries: readonly Query[]): Promise<readonly (readonly string[])[]>;
  pagefind(queries: readonly Query[], quoted: boolean): Promise<Timed>;
  library(name: string, queries: readonly Query[]): Promise<Timed>;
  scan(queries: readonly Query[]): Promise<Timed>;
  close(): Promise<void>;
}

/** Builds the page once into `folder`. */
export async function buildPage(folder: string): Promise<void> {
  await build({
    root: join(import.meta.dirname, 'page'),
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, target: 'es2022' },
    worker: { format: 'es' },
  });
}

/** Builds the scripts of the search page as the site has them; returns their bytes as a host compresses them. */
export async function programBytes(folder: string): Promise<number> {
  await build({
    root: join(import.meta.dirname, 'page'),
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      rolldownOptions: { input: join(import.meta.dirname, '../../src/search/client/page.ts') },
    },
    worker: { format: 'es' },
  });
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  // Everything else is loaded only where no worker can be started.
  const needed = files.filter((file) => /(?:^|[/\\])(?:page|worker)-[^/\\]*\.js$/u.test(file));
  return needed.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
}

/** Opens the page with folders for its parts: `page`, and what is searched. */
export async function openBrowser(folders: Readonly<Record<string, string>>): Promise<BenchBrowser> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = fileOf(path, folders);
    response.writeHead(file === null ? 404 : 200, { 'content-type': TYPES[extname(file ?? '')] ?? BINARY });
    if (file === null) response.end();
    else createReadStream(file).pipe(response);
  });
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const browser = await launch();
  /** Each engine in a page of its own, so that none fills the other's memory. */
  const withPage = async <Argument, Result>(
    work: (argument: Argument) => Promise<Result> | undefined,
    argument: Argument,
  ): Promise<Result> => {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    await page.goto(`http://127.0.0.1:${String(port)}/`);
    await page.waitForFunction(() => window.benchPage !== undefined);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- playwright's type of a function's argument
    const result = await page.evaluate(work as (argument: unknown) => Promise<Result> | undefined, argument);
    await page.close();
    if (result === undefined) throw new Error('The page has no engines');
    return result;
  };
  return {
    ours: (folder, queries) =>
      withPage(([name, all]) => window.benchPage?.ours(name, all), [folder, queries] as const),
    oursInWorker: (folder, queries) =>
      withPage(([name, all]) => window.benchPage?.oursInWorker(name, all), [folder, queries] as const),
    oursAll: (folder, queries) =>
      withPage(([name, all]) => window.benchPage?.oursAll(name, all), [folder, queries] as const),
    pagefind: (queries, quoted) =>
      withPage(([all, isQuoted]) => window.benchPage?.pagefind(all, isQuoted), [queries, quoted] as const),
    library: (name, queries) =>
      withPage(([library, all]) => window.benchPage?.library(library, all), [name, queries] as const),
    scan: (queries) => withPage((all) => window.benchPage?.scan(all), queries),
    async close() {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

const BINARY = 'application/octet-stream';
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
};

function fileOf(path: string, folders: Readonly<Record<string, string>>): string | null {
  const [, name = '', ...rest] = path.split('/');
  const folder = folders[name];
  const [parent, below] =
    folder === undefined ? [folders['page'] ?? '', path.slice(1)] : [folder, rest.join('/')];
  const root = resolve(parent);
  const file = join(root, below === '' ? 'index.html' : below);
  const isInside = file.startsWith(root + sep);
  return isInside && existsSync(file) && statSync(file).isFile() ? file : null;
}
