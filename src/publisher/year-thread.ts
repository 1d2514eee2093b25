import { readNames } from '../checks/file-context.ts';
import { openBundle } from './bundle.ts';
import { Reading } from './facets.ts';
import { revivedValues, carriedValues } from './kept-values.ts';
import { LazyMinutes, MinutesReader } from './lazy-minutes.ts';
import { lightCorpus } from './light-corpus.ts';
import { PartStore } from './part-store.ts';
import type { Publishing } from './publish.ts';
import { portionOf } from './share.ts';
import { SiteFiles, type FileScan } from './site-files.ts';
import { stagedFolder } from './site-folders.ts';
import { readState } from './site-state.ts';
import { workOn } from './site-work.ts';
import { takeFrom } from './taking.ts';
import type { ThreadWork } from './thread.ts';
import { TopicCache } from './topic-cache.ts';
import { YearMaker } from './year-maker.ts';
import type { MadeInThread, ToLookAt, YearOrder } from './year-order.ts';
import { planSite } from './year-plan.ts';

type Tell = (made: MadeInThread) => void;

/** Makes the years that a thread takes, each as a whole, and tells what the build has to know of them. */
async function makeTaken(order: YearOrder, tell: Tell): Promise<void> {
  const store = new PartStore(order.parts, '');
  const look = new Looking(tell);
  const { publishing, topics } = publishingOf(order, store, look);
  const { light, cacheDir, bundleVersion, target } = publishing;
  const work = workOn(publishing, new SiteFiles(target, stagedFolder(target), look));
  if (order.keepsRows) work.exports.keepRows(false);
  const maker = new YearMaker(publishing, work, await openBundle(cacheDir, bundleVersion));
  const plans = new Map(planSite(publishing).years.map((plan) => [plan.year, plan]));
  for (const year of takeFrom(order.years, order.taken)) {
    const plan = plans.get(year);
    if (plan === undefined) throw new Error(`No year ${year} to be made`);
    await maker.make(plan);
    look.tell();
    tell({ kind: 'year', year, ...work.parcels.take(year) });
  }
  tell({
    kind: 'end',
    ...maker.printer.pages,
    pieces: work.exports.packages.pieces.take(),
    rows: work.exports.takeRows(),
    values: carriedValues(light.kept.all),
    derivations: light.derivations.all,
    hits: topics.carried.hits,
  });
  store.close();
}

/** What `publishing` is to the build, made here of what was carried. */
function publishingOf(
  order: YearOrder,
  store: PartStore,
  scan: FileScan,
): { readonly publishing: Publishing; readonly topics: TopicCache } {
  const { entries, archive, share, siteCache, steps, hasBefore } = order;
  const reading = new Reading();
  const reader = new MinutesReader(store, reading);
  const topics = new TopicCache(order.topics.folder, order.topics.code);
  topics.adopt(order.topics.hits);
  const state = hasBefore ? readState(siteCache) : null;
  if (typeof state === 'string') throw new Error(`The last build has left a state that is ${state}`);
  const light = lightCorpus(
    entries.map((entry) => new LazyMinutes(entry, reader)),
    readNames({ registry: order.registry }).registry,
    archive,
    {
      reading,
      topics,
      before: {
        kept: { ...state?.kept, ...revivedValues(order.kept) },
        derivations: { ...state?.derivations, ...order.derivations },
      },
    },
  );
  const publishing = {
    ...order,
    light,
    topics,
    emblem: null,
    entries: new Map(entries.map((entry) => [entry.id, entry])),
    reading,
    portion: share === null ? null : portionOf(share),
    before: state,
    threads: { count: 1, least: 0, helps: true },
    progress: { begin: () => undefined, step: () => Atomics.add(steps, 0, 1) },
    scan,
  };
  return { publishing, topics };
}

/** Tells the files that are to be looked at, some at a time. */
class Looking implements FileScan {
  readonly #tell: Tell;
  #files: ToLookAt['files'][number][] = [];

  constructor(tell: Tell) {
    this.#tell = tell;
  }

  file(path: string): void {
    this.#add([path, null]);
  }

  part(path: string, bytes: Uint8Array): void {
    this.#add([path, bytes]);
  }

  help(): Promise<void> {
    return Promise.resolve();
  }

  tell(): void {
    this.#tell({ kind: 'look', files: this.#files });
    this.#files = [];
  }

  #add(each: ToLookAt['files'][number]): void {
    this.#files.push(each);
    if (this.#files.length === AT_ONCE) this.tell();
  }
}

const AT_ONCE = 50;

export const YEAR_THREAD: ThreadWork<YearOrder, MadeInThread> = {
  file: new URL('./year-worker.ts', import.meta.url),
  work: makeTaken,
};
