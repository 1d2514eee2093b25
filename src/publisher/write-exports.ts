import { readFileSync } from 'node:fs';
import type {
  BundleExport,
  Export,
  ExportContext,
  ExportFile,
  ListingExport,
  MeetingExport,
  YearExport,
} from '../exporters/export.ts';
import type { Corpus } from '../corpus/model.ts';
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
import type { SiteFiles } from './site-files.ts';
import type { OpenParcel } from './site-parcels.ts';
import { orderTables, writeTables, type OrderedTables, type TablePlan } from './table-file.ts';

const WHOLE_TABLES = EXPORTS.filter((row) => row.kind === 'table');

/** The files beside the pages that a change reaches: those of each year, then those over all. */
export class Exports {
  readonly #publishing: Publishing;
  readonly #files: SiteFiles;
  readonly #context: ExportContext;
  readonly #inputsOf: (id: string) => string;
  readonly #pieces: PieceCache;
  /** The same with nothing noted, for what is known by `inputsOfRows`. */
  readonly #plain: ExportContext;

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

  /** The files of one year, which its parcel is opened for. */
  writeYear(year: string, minutes: readonly Minutes[], parcel: OpenParcel): void {
    const { corpus } = this.#publishing.light;
    for (const [at, row] of EXPORTS.entries())
      if (row.kind === 'meeting') this.#writeMeetings(row, minutes, parcel);
      else if (row.kind === 'bundle' && minutes.length > 0) this.#writeYearBundle(row, year, minutes, parcel);
      else if (row.kind === 'year' && this.#hasYear(row, year, `export ${String(at)} ${year}`))
        this.#remakeFiles(
          `export ${String(at)}`,
          () => row.files(year, corpus, this.#publishing.site),
          parcel,
        );
    const place = { year, years: [...corpus.byYear.keys()], minutes };
    const plans = EXPORTS.filter((row) => row.kind === 'year-table').map((row) => ({
      ...row,
      path: row.path(year),
      head: row.head(place, this.#plain),
      foot: row.foot(place, this.#plain),
    }));
    if (minutes.length > 0) this.#writeTables(plans, minutes, parcel, () => undefined);
  }

  /** The pieces of packages that years were made of, see `PieceCache`. */
  takePieces(): ReturnType<PieceCache['take']> {
    return this.#pieces.take();
  }

  adoptPieces(pieces: ReturnType<PieceCache['take']>): void {
    this.#pieces.adopt(pieces);
  }

  /** Whether a year has such files, and they belong to what is built. */
  #hasYear(row: YearExport, year: string, name: string): boolean {
    const { light, portion } = this.#publishing;
    return (portion === null || portion.has(name)) && [...row.years(light.corpus)].includes(year);
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
   * The files over all years, where it is no part alone that is built, but for those of `writeLast`.
   *
   * @param sitemaps the years that have one
   * @param hasTables whether the tables are written already
   */
  writeRest(parcel: OpenParcel, sitemaps: readonly string[], hasTables: boolean): void {
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
    if (hasTables) return;
    progress.begin('表格', light.corpus.minutes.length);
    this.#writeTables(WHOLE_TABLES, light.corpus.minutes, parcel, progress.step);
  }

  /** What is made of the files of all years, once they stand. */
  writeLast(parcel: OpenParcel): void {
    const { light, site, portion } = this.#publishing;
    for (const row of EXPORTS) if (row.kind === 'bundle') this.#writeWholeBundle(row, parcel);
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

  #writeMeetings(row: MeetingExport, minutes: readonly Minutes[], { made }: OpenParcel): void {
    for (const each of minutes) {
      const path = row.path(each.id);
      const file = made.remake(path, null, () => row.write(each, this.#context));
      if (file !== null) this.#files.put(path, file.shown);
    }
  }

  /** Tables over some minutes, as far as they belong to what is built. */
  #writeTables(
    plans: readonly TablePlan[],
    minutes: readonly Minutes[],
    parcel: OpenParcel,
    step: () => void,
  ): void {
    const { portion } = this.#publishing;
    parcel.tables = writeTables(
      plans.filter(({ path }) => portion === null || portion.has(path)),
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
