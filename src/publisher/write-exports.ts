import { readFileSync } from 'node:fs';
import type {
  Export,
  ExportContext,
  ExportFile,
  ListingExport,
  MeetingExport,
  RowsOf,
  YearExport,
} from '../exporters/export.ts';
import type { Corpus } from '../corpus/model.ts';
import { EXPORTS } from '../exporters/registry.ts';
import type { SitePage } from '../views/site-pages.ts';
import { listedPaths, sitemapIndex, sitemapOf, sitemapPath } from '../views/sitemaps.ts';
import type { Minutes } from '../minutes/model.ts';
import type { Site } from '../site.ts';
import { MeetingRows } from './meeting-rows.ts';
import { notedValue } from './noted-value.ts';
import { Packages } from './packages.ts';
import type { Publishing } from './publish.ts';
import type { SiteFiles } from './site-files.ts';
import type { OpenParcel } from './site-parcels.ts';
import { orderTables, writeTables, type OrderedTables, type TablePlan } from './table-file.ts';

const OF_MEETINGS = EXPORTS.filter((row) => row.kind === 'meeting');
const WHOLE_TABLES = EXPORTS.filter((row) => row.kind === 'table');
const YEAR_TABLES = EXPORTS.filter((row) => row.kind === 'year-table');

/** The files beside the pages that a change reaches: those of each year, then those over all. */
export class Exports {
  readonly #publishing: Publishing;
  readonly #files: SiteFiles;
  readonly #context: ExportContext;
  readonly #inputsOf: (id: string) => string;
  /** The same with nothing noted, for what is known by `inputsOfRows`. */
  readonly #plain: ExportContext;
  readonly packages: Packages;
  #rows: MeetingRows | null = null;

  /** @param inputsOf see `inputsOfRows` */
  constructor(publishing: Publishing, files: SiteFiles, inputsOf: (id: string) => string) {
    const { light, site, reading } = publishing;
    this.#publishing = publishing;
    this.#files = files;
    this.#context = {
      registry: light.corpus.registry,
      archive: notedValue(light.archive, 'archive', reading),
      site,
    };
    this.#plain = { ...this.#context, archive: light.archive };
    this.#inputsOf = inputsOf;
    this.packages = new Packages(publishing, files, { context: this.#plain, inputsOf });
  }

  /**
   * Has the rows of meetings kept as they are made, until `writeTables` writes those over all years.
   *
   * @param isFirst whether it is for the whole build, which others keep rows for too
   */
  keepRows(isFirst: boolean): void {
    const { siteCache, pack } = this.#publishing;
    this.#rows = new MeetingRows(this.#plain, siteCache, pack);
    if (isFirst) this.#rows.clear();
  }

  get keepsRows(): boolean {
    return this.#rows !== null;
  }

  /**
   * Writes the files of single meetings of a year, which its parcel is opened for, and keeps what the files of the
   * year, and of all years, will hold of each.
   */
  meetingWriter(parcel: OpenParcel): (minutes: Minutes) => void {
    const { ids, inputs } = parcel.before.tables;
    const before = new Map(ids.map((id, at) => [id, inputs[at]]));
    return (minutes) => {
      for (const row of OF_MEETINGS) this.#writeMeeting(row, minutes, parcel);
      if (before.get(minutes.id) === this.#inputsOf(minutes.id)) return;
      this.packages.pack(minutes);
      this.#rows?.add(minutes);
    };
  }

  /** The files of one year but for those of single meetings, which are written already. */
  writeYear(year: string, minutes: readonly Minutes[], parcel: OpenParcel): void {
    const { corpus } = this.#publishing.light;
    for (const [at, row] of EXPORTS.entries())
      if (row.kind === 'year' && this.#hasYear(row, year, `export ${String(at)} ${year}`))
        this.#remakeFiles(
          `export ${String(at)}`,
          () => row.files(year, corpus, this.#publishing.site),
          parcel,
        );
    this.packages.writeYear(year, minutes, parcel);
    const place = { year, years: [...corpus.byYear.keys()], minutes };
    const plans = YEAR_TABLES.map(({ copyOf, ...row }) => ({
      ...row,
      path: row.path(year),
      ...(copyOf === undefined
        ? { rows: this.#keptRows(row.path(year), row.rows) }
        : { copied: ({ id }: Minutes) => this.#lineOf(copyOf(id)) }),
      head: row.head(place, this.#plain),
      foot: row.foot(place, this.#plain),
    }));
    if (minutes.length > 0) this.#writeTables(plans, minutes, parcel, () => undefined);
  }

  #keptRows(path: string, make: RowsOf): RowsOf {
    return this.#rows?.rowsOf(path, make) ?? make;
  }

  /** A file of one line that is in the new site; null where it isn't, as in a part of one. */
  #lineOf(path: string): string | null {
    const files = this.#files;
    if (files.factsOf(path) === undefined) return null;
    return readFileSync(files.placeOf(path), 'utf8').replace(/\n$/u, '');
  }

  /** The rows that were kept here, see `MeetingRows`. */
  takeRows(): ReturnType<MeetingRows['take']> {
    return this.#rows?.take() ?? [];
  }

  adoptRows(rows: ReturnType<MeetingRows['take']>): void {
    this.#rows?.adopt(rows);
  }

  /** Whether a file belongs to what is built. */
  #isMade(path: string): boolean {
    const { portion } = this.#publishing;
    return portion === null || portion.has(path);
  }

  /** Whether a year has such files, and they belong to what is built. */
  #hasYear(row: YearExport, year: string, name: string): boolean {
    return this.#isMade(name) && [...row.years(this.#publishing.light.corpus)].includes(year);
  }

  /** The sitemap of the pages of a year, or of those of none. */
  writeSitemap(year: string | null, pages: readonly SitePage[], { made }: OpenParcel): void {
    const { light, site, portion } = this.#publishing;
    const paths = listedPaths(pages);
    if (paths.length === 0 || (year === null && portion !== null)) return;
    const path = sitemapPath(year);
    const file = made.remake(path, paths, () => sitemapOf(paths, light.corpus, site));
    if (file !== null) this.#files.put(path, file.shown);
  }

  /** The tables over all years, where few of their rows are new: somebody else is to write them. */
  orderTables(parcel: OpenParcel): OrderedTables | null {
    const { light } = this.#publishing;
    const source = { minutes: light.corpus.minutes, context: this.#plain, inputsOf: this.#inputsOf };
    const work = { files: this.#files, step: () => undefined };
    const ordered = orderTables(WHOLE_TABLES, source, parcel.before.tables, work);
    if (ordered !== null) parcel.tables = ordered.made;
    return ordered;
  }

  /**
   * The files over all years, where it is no part alone that is built, but for tables and those of `writeLast`.
   *
   * @param sitemaps the years that have one
   */
  writeRest(parcel: OpenParcel, sitemaps: readonly string[]): void {
    const { light, site, portion, progress } = this.#publishing;
    if (portion !== null) return;
    const index = parcel.made.remake('sitemap.xml', sitemaps, () =>
      sitemapIndex(sitemaps, light.corpus, site),
    );
    if (index !== null) this.#files.put('sitemap.xml', index.shown);
    progress.begin('汇总的数据', EXPORTS.length);
    for (const [at, row] of EXPORTS.entries()) {
      progress.step();
      this.#writeFiles(row, `export ${String(at)}`, light.corpus, site, parcel);
    }
  }

  /** The tables over all years, where it is no part alone that is built, once all years are made. */
  writeTables(parcel: OpenParcel): void {
    const { light, portion, progress } = this.#publishing;
    if (portion !== null) return;
    progress.begin('表格', light.corpus.minutes.length);
    const plans = WHOLE_TABLES.map((row) => ({ ...row, rows: this.#keptRows(row.path, row.rows) }));
    this.#writeTables(plans, light.corpus.minutes, parcel, progress.step);
    this.#rows?.clear();
  }

  /** What is made of the files of all years, once they stand. */
  writeLast(parcel: OpenParcel): void {
    const { light, site, portion } = this.#publishing;
    this.packages.writeWhole(parcel);
    if (portion !== null) return;
    for (const row of EXPORTS)
      if (row.kind === 'listing') this.#writeListing(row, light.corpus, site, parcel);
  }

  /** Made of the files that stand, so that it comes last. */
  #writeListing(row: ListingExport, corpus: Corpus, site: Site, { made }: OpenParcel): void {
    const files = this.#files;
    const listed = row.listed(corpus).flatMap((path) => {
      const facts = files.factsOf(path);
      return facts === undefined ? [] : [[path, facts] as const];
    });
    const file = made.remake(row.path, listed, () => row.write(corpus, site, new Map(listed)));
    if (file !== null) files.put(row.path, file.shown);
  }

  #writeFiles(row: Export, name: string, corpus: Corpus, site: Site, parcel: OpenParcel): void {
    if (row.kind === 'corpus') this.#remakeFiles(name, () => row.files(corpus, site), parcel);
    if (row.kind === 'parts')
      for (const key of row.keys(corpus))
        this.#remakeFiles(`${name} ${key}`, () => row.files(key, corpus, site), parcel);
  }

  #remakeFiles(name: string, make: () => Iterable<ExportFile>, { made }: OpenParcel): void {
    for (const { path, content } of made.remakeAll(name, () => [...make()])) this.#files.put(path, content);
  }

  #writeMeeting(row: MeetingExport, minutes: Minutes, { made }: OpenParcel): void {
    const path = row.path(minutes.id);
    const file = made.remake(path, null, () => row.write(minutes, this.#context));
    if (file !== null) this.#files.put(path, file.shown);
  }

  /** Tables over some minutes, as far as they belong to what is built. */
  #writeTables(
    plans: readonly TablePlan[],
    minutes: readonly Minutes[],
    parcel: OpenParcel,
    step: () => void,
  ): void {
    parcel.tables = writeTables(
      plans.filter(({ path }) => this.#isMade(path)),
      { minutes, context: this.#plain, inputsOf: this.#inputsOf },
      parcel.before.tables,
      { files: this.#files, step },
    );
  }
}
