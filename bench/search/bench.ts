import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { kindChooser } from '../../src/search/index-kind.ts';
import { INDEX_KINDS, SEARCH_FOLDER, type IndexKind } from '../../src/search/manifest.ts';
import { recordPath, searchRecords, type SearchRecord } from '../../src/search/record.ts';
import { corpusSource } from '../../src/search/search-source.ts';
import type { BenchOptions } from '../options.ts';
import { cityCorpus } from './corpus.ts';
import { correctOne, type Corrected } from './corrected.ts';
import { buildPage, openBrowser, programBytes, type BenchBrowser } from './chromium.ts';
import { LIBRARIES } from './libraries.ts';
import { runLibrary } from './library-thread.ts';
import { buildOurs, costOfOurs, oursFinder, type Built, type Cost } from './ours.ts';
import { askPagefind, buildPagefind } from './pagefind.ts';
import { sampleQueries, type Query } from './queries.ts';
import { timesOf, writeResults, type Row } from './report.ts';
import { scoreOf, type Score } from './score.ts';
import { createScan } from './truth.ts';
import type { Timed } from './page/main.ts';

/**
 * `npm run bench -- search --meetings 600,2000,10000 [--queries 5000] [--sample 300] [--peers 2000] [--peer-sample 300] [--seed 1]`:
 * ours and its peers over the same generated minutes and queries. Sets and counts are held against a
 * plain scan; peers, and the kinds of index that aren't shipped, are asked a part of the sample alone, and only
 * up to `--peers` meetings.
 */
export async function benchSearch(sizes: readonly number[], values: BenchOptions): Promise<void> {
  for (const meetings of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'jiyao-bench-'));
    try {
      const bench = await prepare(meetings, values.seed ?? '1', folder, {
        queries: Number(values.queries ?? 5000),
        sample: Number(values.sample ?? 300),
      });
      const rows: Row[] = [];
      let corrected: Corrected | null = null;
      const peers =
        meetings <= Number(values.peers ?? 2000)
          ? smaller(bench, Number(values['peer-sample'] ?? 300))
          : null;
      for await (const measured of measure(bench, peers)) {
        if ('engine' in measured) rows.push(measured);
        else corrected = measured;
        // After each, for the whole takes long.
        writeResults({
          meetings,
          items: bench.items.length,
          seed: values.seed ?? '1',
          queries: bench.queries.length,
          sample: bench.sample.length,
          peerSample: peers?.sample.length ?? null,
          rows,
          corrected,
        });
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
}

interface Bench {
  readonly folder: string;
  readonly corpus: ReturnType<typeof cityCorpus>;
  readonly items: readonly SearchRecord[];
  readonly queries: readonly Query[];
  readonly sample: readonly Query[];
  /** The right addresses of each query. */
  readonly right: readonly (readonly string[])[];
}

async function prepare(
  meetings: number,
  seed: string,
  folder: string,
  { queries: count, sample }: { readonly queries: number; readonly sample: number },
): Promise<Bench> {
  tell(`${String(meetings)} meetings: generating and reading`);
  const corpus = cityCorpus(meetings, seed);
  const items = searchRecords(corpus).filter(({ kind }) => kind === 'item');
  const queries = sampleQueries(corpus, items, count);
  tell(`scanning for ${String(count)} queries`);
  const scan = createScan(items);
  const addresses = items.map(recordPath);
  const right = queries.map((query) => scan.find(query).map((number) => addresses[number] ?? ''));
  await buildPage(join(folder, 'page'));
  return { folder, corpus, items, queries, sample: queries.slice(0, sample), right };
}

/** The same with fewer queries in the sample. */
function smaller(bench: Bench, sample: number): Bench {
  return { ...bench, sample: bench.sample.slice(0, sample) };
}

/** Ours as it is shipped, and beside it what `peers` says, unless that is null. */
async function* measure(bench: Bench, peers: Bench | null): AsyncGenerator<Row | Corrected> {
  const { folder } = bench;
  const index = join(folder, 'index');
  mkdirSync(index);
  const texts = bench.items.map(({ text }) => text);
  if (peers !== null) writeFileSync(join(index, 'texts.json'), JSON.stringify(texts));
  const folders = {
    page: join(folder, 'page'),
    ...Object.fromEntries(INDEX_KINDS.map((kind) => [kind, join(folder, kind, SEARCH_FOLDER)])),
    stock: join(folder, 'stock'),
    index,
  };
  const { site: shipped } = kindChooser(corpusSource(bench.corpus).meetings);
  const others = INDEX_KINDS.filter((kind) => kind !== shipped);
  const browser = await openBrowser(folders);
  try {
    const program = await programBytes(join(folder, 'program'));
    yield await measureOurs(bench, browser, program, shipped, bench.queries.length);
    if (shipped !== 'text') yield await measureCorrection(bench, shipped);
    if (peers !== null) {
      for (const kind of others) yield await measureOurs(peers, browser, program, kind, peers.sample.length);
      yield* await measurePagefind(peers, browser);
      for (const library of LIBRARIES) {
        tell(library.name);
        yield await measureLibrary(peers, browser, library.name);
      }
      yield await measureScan(peers, browser, texts);
    }
  } finally {
    await browser.close();
  }
}

/** Our search with one kind of index; the first `asked` queries are compared. */
async function measureOurs(
  bench: Bench,
  browser: BenchBrowser,
  program: number,
  kind: IndexKind,
  asked: number,
): Promise<Row> {
  const folder = join(bench.folder, kind);
  tell(`ours, ${kind}: building`);
  const built = await buildOurs(bench.corpus, folder, { index: kind, cache: cacheOf(bench, kind) });
  tell(`ours, ${kind}: comparing ${String(asked)} queries`);
  const find = await oursFinder(folder);
  const found: (readonly string[])[] = [];
  for (const query of bench.queries.slice(0, asked)) found.push(await find(query));
  const score = scoreOf(found.map((each, index) => [each, bench.right[index] ?? []]));
  tellFaults(bench, found);
  tell(`ours, ${kind}: counting bytes`);
  // Every session with the text pack loads the same.
  const sessions = kind === 'text' ? bench.sample.slice(0, 5) : bench.sample;
  const cost = await costOfOurs(folder, sessions, program);
  tell(`ours, ${kind}: in Chromium`);
  const timed = await browser.ours(kind, bench.sample);
  const workerTimes = timesOf(await browser.oursInWorker(kind, bench.sample));
  const note = await checkInChromium(bench, browser, kind, timed);
  const isShipped = asked === bench.queries.length;
  const engine = isShipped ? `**ours, ${kind}**` : `ours, ${kind}`;
  return { ...rowOf(engine, score, built, cost, timed, note), workerTimes };
}

function cacheOf({ folder }: Bench, kind: IndexKind): string {
  return join(folder, `${kind}-cache`);
}

/** One meeting corrected on the site that was measured. */
function measureCorrection(bench: Bench, kind: IndexKind): Promise<Corrected> {
  tell(`ours, ${kind}: one corrected`);
  return correctOne({
    source: corpusSource(bench.corpus),
    items: bench.items,
    kind,
    site: join(bench.folder, kind),
    cache: cacheOf(bench, kind),
    next: join(bench.folder, `${kind}-next`),
    queries: bench.queries.slice(0, ASKED_AGAIN),
  });
}

const ASKED_AGAIN = 100;

/** All counts of the sample, and the whole sets of what finds little; throws when one is wrong. */
async function checkInChromium(
  { sample, right }: Bench,
  browser: BenchBrowser,
  kind: IndexKind,
  { totals, longestTask }: Timed,
): Promise<string> {
  const wrong = totals.filter((total, index) => total !== right[index]?.length).length;
  const small = [...sample.keys()].filter((index) => (right[index]?.length ?? 0) <= FEW);
  const sets = await browser.oursAll(
    kind,
    small.flatMap((index) => sample[index] ?? []),
  );
  const wrongSets = sets.filter(
    (addresses, at) => addresses.map((address) => address.slice(1)).join() !== right[small[at] ?? -1]?.join(),
  ).length;
  if (wrong + wrongSets > 0)
    throw new Error(`In Chromium ${String(wrong)} counts and ${String(wrongSets)} sets are wrong`);
  const exact = `in Chromium all ${String(totals.length)} counts and ${String(sets.length)} sets of up to ${String(FEW)} exact`;
  const blocked = longestTask === 0 ? 'no task above 50 ms' : `tasks of up to ${longestTask.toFixed(0)} ms`;
  return `${exact}; ${blocked} in the page`;
}

const FEW = 100;

function tellFaults({ queries, right }: Bench, found: readonly (readonly string[])[]): void {
  for (const [index, query] of queries.slice(0, found.length).entries()) {
    if (found[index]?.join() === right[index]?.join()) continue;
    console.log(
      `  ${JSON.stringify(query)}: found ${String(found[index]?.length)}, right ${String(right[index]?.length)}`,
    );
  }
}

async function measureScan(bench: Bench, browser: BenchBrowser, texts: readonly string[]): Promise<Row> {
  tell('raw text scan');
  const bytes = gzipSync(JSON.stringify(texts), { level: 9 }).length;
  const exact: Score = { queries: bench.sample.length, recall: 1, precision: 1, exact: 1 };
  const timed = await browser.scan(bench.sample);
  return rowOf(
    'raw text scan',
    exact,
    { seconds: 0, files: 1, bytes },
    wholeCost(bytes),
    timed,
    'whole text loaded; without filters',
  );
}

async function measurePagefind(bench: Bench, browser: BenchBrowser): Promise<readonly Row[]> {
  tell('Pagefind: building');
  const folder = join(bench.folder, 'stock');
  const built = await buildPagefind(bench.items, folder);
  const { sample, right } = unfiltered(bench);
  const rows: Row[] = [];
  for (const quoted of [false, true]) {
    tell(`Pagefind: ${quoted ? 'quoted' : 'as typed'}`);
    const { found, cost } = await askPagefind(folder, sample, quoted);
    const score = scoreOf(found.map((each, index) => [each, right[index] ?? []]));
    const timed = await browser.pagefind(sample, quoted);
    rows.push(
      rowOf(
        `Pagefind 1.6, ${quoted ? 'quoted' : 'as typed'}`,
        score,
        built,
        cost,
        timed,
        'stock, zh-CN, one page an item; without filters',
      ),
    );
  }
  return rows;
}

async function measureLibrary(bench: Bench, browser: BenchBrowser, name: string): Promise<Row> {
  const folder = join(bench.folder, 'index');
  const path = join(folder, `${name}.json`);
  const { sample, right } = unfiltered(bench);
  const queries = sample.map(({ text }) => text);
  const result = await runLibrary({ name, texts: join(folder, 'texts.json'), index: path, queries });
  if (typeof result === 'string') return missingRow(name, result);
  const addresses = bench.items.map(recordPath);
  const found = result.found.map((numbers) => numbers.map((number) => addresses[number] ?? ''));
  const score = scoreOf(found.map((each, index) => [each, right[index] ?? []]));
  const bytes = gzipSync(readFileSync(path), { level: 9 }).length;
  const timed = await browser.library(name, sample).catch(() => null);
  const built = { seconds: result.seconds, files: 1, bytes: statSync(path).size };
  const note = `whole index loaded${timed === null ? ', which Chromium did not manage' : ''}; without filters`;
  return rowOf(name, score, built, wholeCost(bytes), timed, note);
}

/** A peer that doesn't reach this size, and why. */
function missingRow(engine: string, note: string): Row {
  return { engine, score: null, built: null, cost: null, times: null, workerTimes: null, note };
}

/** The sample without filters, which peers don't have or have in another form. */
function unfiltered({ sample, right }: Bench): Pick<Bench, 'sample' | 'right'> {
  const kept = [...sample.keys()].filter((index) => sample[index]?.kind !== 'filtered');
  return {
    sample: kept.flatMap((index) => sample[index] ?? []),
    right: kept.map((index) => right[index] ?? []),
  };
}

/** All is loaded at the start. */
function wholeCost(bytes: number): Cost {
  return {
    startBytes: bytes,
    startRequests: 1,
    coldBytes: 0,
    coldBytes95: 0,
    coldRequests: 0,
    shownBytes: 0,
    firstBytes: 0,
    warmBytes: 0,
  };
}

function rowOf(
  engine: string,
  score: Score,
  built: Built,
  cost: Cost,
  timed: Timed | null,
  note: string,
): Row {
  const times = timed === null ? null : timesOf(timed.times);
  return { engine, score, built, cost, times, workerTimes: null, note };
}

function tell(sentence: string): void {
  console.log(`${new Date().toISOString().slice(11, 19)} ${sentence}`);
}
