import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PageRequest } from '../bundle/server.ts';
import { basePath } from '../urls.ts';
import { digestOfAll } from './digest.ts';
import { GENERATOR_ROOT } from './generator.ts';
import { isWhole, keepFolder, removeOld } from './kept-folder.ts';

/** The pages, compiled. */
export interface Bundle {
  /** Its folder: `client/` holds the files that go into every site, `server/` prints pages. */
  readonly folder: string;
  /** Whether it had to be compiled now. */
  readonly compiled: boolean;
}

/** What `server/entry.mjs` of a bundle gives. */
export interface PagePrinter {
  readonly renderPage: (page: PageRequest) => Promise<Uint8Array>;
}

/** The version of the compiled pages: that of the code, and the path the site stands below. */
export function bundleVersion(code: string): string {
  return digestOfAll([code, basePath()]).replaceAll(/[-_]/gu, '');
}

/**
 * The bundle of a version of the generator: that of the cache when every file of it has its digest, else
 * compiled anew. Rejects when the pages don't compile.
 */
export async function openBundle(cacheDir: string, version: string): Promise<Bundle> {
  const root = join(cacheDir, 'bundle');
  const folder = join(root, version);
  if (isWhole(folder)) return { folder, compiled: false };
  await keepFolder(folder, compile);
  removeOld(root, version);
  return { folder, compiled: true };
}

/** Loads what prints pages. */
export async function loadPrinter({ folder }: Bundle): Promise<PagePrinter> {
  const printer: PagePrinter = await import(pathToFileURL(join(folder, 'server', 'entry.mjs')).href);
  return printer;
}

/** Astro and its compiler are loaded only here: they are most of what a build without changes would take. */
async function compile(outDir: string): Promise<void> {
  // Astro would tell its makers of every build; a city hall's machine asks nobody for anything.
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  const { build } = await import('astro');
  // What is compiled is the same whoever asks for it, a test run too.
  process.env['NODE_ENV'] = 'production';
  await build({ root: GENERATOR_ROOT, outDir, logLevel: 'silent', mode: 'production' });
}
