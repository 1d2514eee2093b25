import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildReport } from '../../src/cli/build-report.ts';
import { filesBelow } from '../../src/publisher/site-files.ts';
import { measureNode } from './measured.ts';
import { phasesOf, sizeOfFolder, type BuildRow } from './report.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const NAME = '**ours**';

/** A generated city, where it is built and what is kept. */
export interface City {
  readonly content: string;
  readonly out: string;
  readonly cache: string;
}

/** A whole site: from the beginning, and then what changes of one set of minutes cost. */
export async function* measureOurs(city: City): AsyncGenerator<BuildRow> {
  const newest = newestFile(join(city.content, 'minutes'));
  const text = readFileSync(newest, 'utf8');
  rmSync(newest);
  yield await build('pages compiled, clean', city);
  yield await build('clean', city, ['--clean']);
  yield await build('nothing changed', city);
  writeFileSync(newest, text);
  yield await build('one added', city);
  writeFileSync(newest, text.replace('会议强调', '会议要求'));
  yield await build('one corrected', city);
  rmSync(newest);
  yield await build('one withdrawn', city);
  writeFileSync(newest, text);
}

/** The pages that peers build too; the pages have to be compiled already. */
export async function measurePages(city: City): Promise<BuildRow> {
  const program = join(import.meta.dirname, 'pages-only.ts');
  const { output, cost } = await measureNode({ program, args: [], env: environmentOf(city) });
  return { generator: NAME, build: 'same pages, clean', ...cost, ...filesOf(output, city) };
}

async function build(what: string, city: City, options: readonly string[] = []): Promise<BuildRow> {
  const { output, cost } = await measureNode({
    program: join(ROOT, 'src', 'cli', 'build.mjs'),
    args: ['--json', ...options],
    env: environmentOf(city),
  });
  return { generator: NAME, build: what, ...cost, ...filesOf(output, city) };
}

function environmentOf({ content, out, cache }: City): Readonly<Record<string, string>> {
  return { CONTENT_DIR: content, OUT_DIR: out, CACHE_DIR: cache };
}

function filesOf(
  output: string,
  { out, cache }: City,
): Pick<BuildRow, 'files' | 'bytes' | 'written' | 'deleted' | 'phases' | 'state'> {
  const { changes, phases }: BuildReport = JSON.parse(output);
  return {
    ...sizeOfFolder(out),
    written: changes.written,
    deleted: changes.deleted,
    phases: phasesOf(phases),
    state: stateBytes(cache),
  };
}

/** What the next build has to know of this one: the states of the sites in the caches, with their parcels. */
function stateBytes(cache: string): number {
  const states = filesBelow(join(cache, 'sites')).filter((path) =>
    /^[^/]+\/(?:state\.json$|parcels\/)/u.test(path),
  );
  return states.reduce((sum, path) => sum + statSync(join(cache, 'sites', path)).size, 0);
}

function newestFile(minutes: string): string {
  const year = readdirSync(minutes).toSorted().at(-1) ?? '';
  const name = readdirSync(join(minutes, year)).toSorted().at(-1) ?? '';
  return join(minutes, year, name);
}
