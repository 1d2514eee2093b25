import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PageRequest } from '../bundle/server.ts';
import { GENERATOR_ROOT } from './generator.ts';

/** The pages, compiled. */
export interface Bundle {
  /** Its folder: `client/` holds the files that go into every site, `server/` prints pages. */
  readonly folder: string;
  /** Whether it had to be compiled now. */
  readonly compiled: boolean;
}

/** What `server/entry.mjs` of a bundle gives. */
export interface PagePrinter {
  readonly renderPage: (page: PageRequest) => Promise<string>;
}

const DIGESTS = 'digests.json';
/** How many bundles stay: one for each path a generator serves, and those before an update. */
const KEPT = 4;

/**
 * The bundle of a version of the generator: that of the cache when every file of it has its digest, else
 * compiled anew. Rejects when the pages don't compile.
 */
export async function openBundle(cacheDir: string, version: string): Promise<Bundle> {
  const root = join(cacheDir, 'bundle');
  const folder = join(root, version);
  if (isWhole(folder)) return { folder, compiled: false };
  const aside = join(root, `${version}.${String(process.pid)}`);
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true });
  try {
    await compile(aside);
    writeFileSync(join(aside, DIGESTS), JSON.stringify(digestsOf(aside)));
    if (existsSync(folder) && !isWhole(folder)) rmSync(folder, { recursive: true });
    // Another build may have been faster; its bundle is the same.
    if (!existsSync(folder)) renameSync(aside, folder);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
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

function digestsOf(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== DIGESTS)
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    files.map((file) => [
      file.slice(folder.length + 1),
      createHash('sha256').update(readFileSync(file)).digest('base64url'),
    ]),
  );
}

function isWhole(folder: string): boolean {
  try {
    return readFileSync(join(folder, DIGESTS), 'utf8') === JSON.stringify(digestsOf(folder));
  } catch {
    return false;
  }
}

function removeOld(root: string, version: string): void {
  const others = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== version && !entry.name.includes('.'))
    .map(({ name }) => ({ name, when: timeOf(join(root, name)) }))
    .sort((one, other) => other.when - one.when);
  for (const { name } of others.slice(KEPT - 1)) rmSync(join(root, name), { recursive: true, force: true });
}

function timeOf(folder: string): number {
  return statSync(folder).mtimeMs;
}
