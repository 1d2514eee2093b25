import { readFileSync } from 'node:fs';
import type {
  BundleExport,
  Export,
  ExportContext,
  ExportFile,
  ListingExport,
  MeetingExport,
  RowsOf,
  YearExport,
} from '../exporters/export.ts';
import { yearOf, type Corpus } from '../corpus/model.ts';
import { EXPORTS } from '../exporters/registry.ts';
import type { SitePage } from '../views/site-pages.ts';
import { listedPaths, sitemapIndex, sitemapOf, sitemapPath } from '../views/sitemaps.ts';
import type { Minutes } from '../minutes/model.ts';
import type { Site } from '../site.ts';
import { putPieces, writeBundle } from './bundle-file.ts';
import { digestOfAll } from './digest.ts';
import { notedValue } from './noted-value.ts';
import { PieceCache } from './piece-cache.ts';
import type { Publishing } from './publish.ts';
import { RowStore } from './row-store.ts';
import type { SiteFiles } from './site-files.ts';
import type { OpenParcel } from './site-parcels.ts';
import { orderTables, writeTables, type OrderedTables, type TablePlan } from './table-file.ts';

const OF_MEETINGS = EXPORTS.filter((row) => row.kind === 'meeting');
const BUNDLES = EXPORTS.filter((row) => row.kind === 'bundle');
const WHOLE_TABLES = EXPORTS.filter((row) => row.kind === 'table');
const YEAR_TABLES = EXPORTS.filter((row) => row.kind === 'year-table');

/** The files beside the pages that a change reaches: those of each year, then those over all. */
export class Exports {
  readonly #publishing: Publishing;
  readonly #files: SiteFiles;
  readonly #context: ExportContext;
  readonly #inputsOf: (id: string) => string;
  readonly #pieces: PieceCache;
  /** The same with nothing noted, for what is known by `inputsOfRows`. */
  readonly #plain: ExportContext;
  #rows: RowStore | null = null;

  /** @param inputsOf see `inputsOfRows` */
  constructor(publishing: Publishing, files: SiteFiles, inputsOf: (id: string) => string) {
    const { light, site, reading, siteCache, pack } = publishing;
    this.#publishing = publishing;
    this.#files = files;
    this.#context = {
      registry: light.corpus.registry,
      archive: notedValue(light.archive, 'archive', reading),
      site,
    };
    this.#plain = { ...this.#context, archive: light.archive };
    this.#inputsOf = inputsOf;
    this.#pieces = new PieceCache(siteCache, pack);
  }

  /**
   * Has the rows of meetings kept as they are made, until `writeTables` writes those over all years.
   *
   * @param isFirst whether it is for the whole build, which others keep rows for too
   */
  keepRows(isFirst: boolean): void {
    const { siteCache, pack } = this.#publishing;
    this.#rows = new RowStore(siteCache, pack);
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
      for (const row of BUNDLES) if (this.#isMade(row.path(yearOf(minutes)))) this.#pieceOf(row, minutes);
      this.#rows?.add(minutes.id, this.#rowsOf(minutes));
    };
  }

  #rowsOf(minutes: Minutes): Readonly<Record<string, string>> {
    const year = yearOf(minutes);
    const tables = [
      ...WHOLE_TABLES,
      ...YEAR_TABLES.filter(({ copyOf }) => copyOf === undefined).map((row) => ({
        ...row,
        path: row.path(year),
      })),
    ];
    return Object.fromEntries(
      tables.map(({ path, rows, separator }) => [path, rows(minutes, this.#plain).join(separator)]),
    );
  }

  /** The same rows as `rows` makes, but for those that were kept. */
  #keptRows(path: string, rows: RowsOf): RowsOf {
    return (minutes, context) => {
      const kept = this.#rows?.rowsOf(minutes.id, path);
      if (kept === undefined) return rows(minutes, context);
      return kept === '' ? [] : [kept];
    };
  }

  /** The files of one year but for those of single meetings, which are written already. */
  writeYear(year: string, minutes: readonly Minutes[], parcel: OpenParcel): void {
    const { corpus } = this.#publishing.light;
    for (const [at, row] of EXPORTS.entries())
      if (row.kind === 'bundle' && minutes.length > 0) this.#writeYearBundle(row, year, minutes, parcel);
      else if (row.kind === 'year' && this.#hasYear(row, year, `export ${String(at)} ${year}`))
        this.#remakeFiles(
          `export ${String(at)}`,
          () => row.files(year, corpus, this.#publishing.site),
          parcel,
        );
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

  /** A file of one line that is in the new site; null where it isn't, as in a part of one. */
  #lineOf(path: string): string | null {
    const files = this.#files;
    if (files.factsOf(path) === undefined) return null;
    return readFileSync(files.placeOf(path), 'utf8').replace(/\n$/u, '');
  }

  /** The pieces of packages that years were made of, see `PieceCache`. */
  takePieces(): ReturnType<PieceCache['take']> {
    return this.#pieces.take();
  }

  adoptPieces(pieces: ReturnType<PieceCache['take']>): void {
    this.#pieces.adopt(pieces);
  }

  /** The rows that were kept here, see `RowStore`. */
  takeRows(): ReturnType<RowStore['take']> {
    return this.#rows?.take() ?? [];
  }

  adoptRows(rows: ReturnType<RowStore['take']>): void {
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
    for (const row of BUNDLES) this.#writeWholeBundle(row, parcel);
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

  /** The package of a year; what is packed of each of its meetings is kept, and stands in the site by itself. */
  #writeYearBundle(row: BundleExport, year: string, minutes: readonly Minutes[], parcel: OpenParcel): void {
    const path = row.path(year);
    const rests = minutes.map(({ id }) => this.#inputsOf(id));
    const ids = minutes.map(({ id }) => id);
    const made = [ids, rests];
    if (parcel.made.remake(path, made, () => made) === null) return;
    const pieceAt = (at: number): Uint8Array => this.#pieceOf(row, minutes[at]);
    writeBundle(row, path, { ids, inputs: rests, pieceAt }, parcel.before.tables, this.#files);
  }

  #pieceOf(row: BundleExport, minutes: Minutes | undefined): Uint8Array {
    if (minutes === undefined) throw new RangeError('No minutes for a piece');
    return this.#pieces.get(this.#pieceKey(minutes.id), () => row.piece(minutes, this.#plain));
  }

  /** The package of all years is made of the bytes of theirs. */
  #writeWholeBundle(row: BundleExport, { made }: OpenParcel): void {
    const { light, site, portion } = this.#publishing;
    const files = this.#files;
    const { minutes, byYear } = light.corpus;
    const current = new Set(minutes.map(({ id }) => this.#pieceKey(id)));
    this.#pieces.close((key) => current.has(key));
    if (!row.hasWhole(minutes.length) || portion !== null) return;
    const paths = [...byYear.keys()].map((year) => row.path(year));
    const hashes = paths.map((path) => files.hashOf(path));
    if (made.remake(row.wholePath, hashes, () => hashes) === null) return;
    const pieces = [row.preface(site), ...paths.map((path) => readFileSync(files.placeOf(path)))];
    putPieces(row.wholePath, row.join(pieces), files);
  }

  #pieceKey(id: string): string {
    return digestOfAll([this.#publishing.version, this.#inputsOf(id)]);
  }
}
