import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { createApi } from '../../src/search/client/api.ts';
import { createService } from '../../src/search/client/service.ts';
import { SEARCH_FOLDER } from '../../src/search/manifest.ts';
import { createRandom, type Random } from '../city/random.ts';
import { createNodeHost, ROOT } from '../../tests/search/node-host.ts';

/** What somebody asks for, one after the other: a page, then what it needs. Paths below the base. */
export interface Step {
  readonly page: string;
  readonly files: readonly string[];
}

/** A visit: reading from the home page to a meeting, or searching and opening a result. */
export interface Visit {
  readonly kind: 'reader' | 'searcher';
  readonly steps: readonly Step[];
}

/** Visits of so many people each, by chance, of a built site; the same for the same seed. */
export async function planVisits(dir: string, seed: string, count: number): Promise<readonly Visit[]> {
  const random = createRandom(`load/${seed}`);
  const site = readSite(dir);
  const queries = await recordQueries(dir, passages(dir, site.meetings, random, count));
  return Array.from({ length: count }, (_, at): readonly Visit[] => {
    const meeting = random.pick(site.meetings);
    const year = meeting.split('/')[0] ?? '';
    const reading = ['', `minutes/${year}/`, `minutes/${meeting}/`];
    const { files, found } = queries[at % queries.length] ?? { files: [], found: [] };
    return [
      { kind: 'reader', steps: reading.map(site.stepOf) },
      {
        kind: 'searcher',
        steps: [withFiles(site.stepOf('search/'), files), ...found.slice(0, 1).map(site.stepOf)],
      },
    ];
  }).flat();
}

const withFiles = ({ page, files }: Step, more: readonly string[]): Step => ({
  page,
  files: [...files, ...more],
});

interface Site {
  readonly meetings: readonly string[];
  stepOf(this: void, page: string): Step;
}

function readSite(dir: string): Site {
  const minutes = join(dir, 'minutes');
  const years = readdirSync(minutes).filter((name) => /^\d{4}$/u.test(name));
  const meetings = years.flatMap((year) =>
    readdirSync(join(minutes, year))
      .filter((name) => existsSync(join(minutes, year, name, 'minutes.txt')))
      .map((name) => `${year}/${name}`),
  );
  const known = new Map<string, Step>();
  return {
    meetings,
    stepOf: (page) => {
      const step = known.get(page) ?? { page, files: filesOfPage(dir, page) };
      known.set(page, step);
      return step;
    },
  };
}

/** The styles, scripts and the icon that a page has a browser load, with the modules that those import at once. */
function filesOfPage(dir: string, page: string): readonly string[] {
  const html = readFileSync(join(dir, page, 'index.html'), 'utf8');
  const first = Array.from(
    html.matchAll(/<(?:script[^>]* src|link rel="(?:stylesheet|icon)"[^>]* href)="\/(?<path>[^"]+)"/gu),
    ({ groups = {} }) => groups['path'] ?? '',
  );
  const files = new Set(first);
  for (const path of files)
    if (path.endsWith('.js'))
      for (const imported of importsOf(readFileSync(join(dir, path), 'utf8')))
        files.add(posix.join(dirname(path), imported));
  return [...files];
}

function importsOf(script: string): readonly string[] {
  return Array.from(
    script.matchAll(/(?:^|[;}])(?:import|export)(?:[^"'()]*?from)?"(?<path>\.\/[^"]+)"/gu),
    ({ groups = {} }) => groups['path'] ?? '',
  );
}

/** Passages of the texts, as people type them. */
function passages(
  dir: string,
  meetings: readonly string[],
  random: Random,
  count: number,
): readonly string[] {
  return Array.from({ length: count }, () => {
    const text = readFileSync(join(dir, 'minutes', random.pick(meetings), 'minutes.txt'), 'utf8');
    const words = text.split(/[\s，。：；、（）《》“”]+/u).filter((word) => word.length >= 2);
    return random.pick(words).slice(0, 2 + random.whole(0, 6));
  });
}

interface Recorded {
  /** What the search loads for it in a new session, in this order. */
  readonly files: readonly string[];
  /** The pages of its first results. */
  readonly found: readonly string[];
}

/** What the shipped search asks for each query, written down once, so that five hundred need not search here. */
async function recordQueries(dir: string, queries: readonly string[]): Promise<readonly Recorded[]> {
  const host = createNodeHost(join(dir, SEARCH_FOLDER));
  const recorded: Recorded[] = [];
  for (const query of queries) {
    host.requests.length = 0;
    const { results } = await createApi(createService(ROOT, host), '')(query, { limit: 10 });
    recorded.push({
      files: host.requests.map((path) => `${SEARCH_FOLDER}${path}`),
      found: results.map(({ url }) => url.replace(/#.*$/u, '')),
    });
  }
  host.close();
  return recorded;
}
