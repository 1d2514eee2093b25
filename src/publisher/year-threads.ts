import { withoutFindings } from './document-entry.ts';
import { carriedValues } from './kept-values.ts';
import type { Publishing } from './publish.ts';
import type { SearchAside } from './search-aside.ts';
import type { SiteWork } from './site-work.ts';
import { newCount, takeFrom } from './taking.ts';
import { startThread, type Thread } from './thread.ts';
import { othersFor } from './threads.ts';
import type { MadeInThread, YearOrder } from './year-order.ts';
import type { PlannedYear } from './year-plan.ts';
import { YEAR_THREAD } from './year-thread.ts';

/** The years of a site that have to be made, shared out among the build and threads beside it. */
export class YearThreads {
  /** What the others have done to pages. */
  readonly pages = { printed: 0, kept: 0 };
  readonly #publishing: Publishing;
  readonly #work: SiteWork;
  readonly #years: readonly PlannedYear[];
  readonly #taken = newCount();
  readonly #steps = newCount();
  readonly #threads: Thread[] = [];
  /** The thread that still makes search. */
  #coming: Promise<void> | null = null;

  constructor(publishing: Publishing, work: SiteWork, years: readonly PlannedYear[]) {
    this.#publishing = publishing;
    this.#work = work;
    this.#years = years;
  }

  /** Begins the other threads, where the minutes are many; the one that makes search comes when it has done that. */
  begin(search: SearchAside): void {
    const { threads, portion } = this.#publishing;
    if (portion !== null && portion.share === null) return;
    const documents = this.#years.reduce((sum, { ids }) => sum + ids.length, 0);
    const others = Math.min(othersFor(documents, threads), this.#years.length - 1);
    for (let number = 1; number <= others; number++)
      if (number > 1 || !search.hasBegun) this.#start(number);
      else
        this.#coming = search.finish().then(() => {
          if (this.#areLeft) this.#start(number);
        });
    // Whoever needs the search is told.
    this.#coming?.catch(() => undefined);
  }

  /** Whether there are other threads, or will be. */
  get hasBegun(): boolean {
    return this.#threads.length > 0 || this.#coming !== null;
  }

  /** The years that are made here. */
  own(): Iterable<PlannedYear> {
    return !this.hasBegun || this.#publishing.threads.helps ? takeFrom(this.#years, this.#taken) : [];
  }

  /** Resolves when all years are made, and are known here as if they had been made here. */
  async finish(): Promise<void> {
    if (this.#areLeft) await this.#coming;
    await Promise.all(this.#threads.map(({ ended }) => ended));
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map(({ close }) => close()));
  }

  get #areLeft(): boolean {
    return Atomics.load(this.#taken, 0) < this.#years.length;
  }

  #start(number: number): void {
    this.#threads.push(startThread(YEAR_THREAD, this.#order(number), this.#take));
  }

  #order(number: number): YearOrder {
    const { light, entries, topics, portion, before, site, standing, ...rest } = this.#publishing;
    const { registry, target, version, bundleVersion, cacheDir, siteCache, parts } = rest;
    return {
      registry,
      archive: light.archive,
      entries: Array.from(entries.values(), withoutFindings),
      site,
      target,
      share: portion?.share ?? null,
      hasBefore: before !== null,
      standing,
      version,
      bundleVersion,
      cacheDir,
      siteCache,
      parts,
      pack: `${String(process.pid)}-${String(number)}.pack`,
      kept: carriedValues(light.kept.all),
      derivations: light.derivations.all,
      topics: topics.carried,
      keepsRows: this.#work.exports.keepsRows,
      years: this.#years.map(({ year }) => year),
      taken: this.#taken,
      steps: this.#steps,
    };
  }

  readonly #take = (made: MadeInThread): void => {
    const { scan, progress, light, topics } = this.#publishing;
    for (let steps = Atomics.exchange(this.#steps, 0, 0); steps > 0; steps--) progress.step();
    switch (made.kind) {
      case 'look':
        for (const [path, part] of made.files)
          if (part === null) scan.file(path);
          else scan.part(path, part);
        break;
      case 'year':
        this.#work.parcels.adopt(made.year, made);
        break;
      case 'end':
        this.pages.printed += made.printed;
        this.pages.kept += made.kept;
        this.#work.exports.packages.pieces.adopt(made.pieces);
        this.#work.exports.adoptRows(made.rows);
        light.kept.adopt(made.values);
        light.derivations.adopt(made.derivations);
        topics.adopt(made.hits);
    }
  };
}
