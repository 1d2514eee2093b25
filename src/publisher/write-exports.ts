import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  BundleExport,
  Export,
  ExportContext,
  ExportFile,
  ListingExport,
  MeetingExport,
} from '../exporters/export.ts';
import type { Corpus } from '../corpus/model.ts';
import { EXPORTS } from '../exporters/registry.ts';
import { SITEMAPS } from '../views/sitemaps.ts';
import type { Minutes } from '../minutes/model.ts';
import type { Site } from '../site.ts';
import { digestOfAll } from './digest.ts';
import type { FacetDigests } from './facet-digests.ts';
import type { MadeFiles } from './made-files.ts';
import { notedValue, pathAt } from './noted-value.ts';
import { PieceCache } from './piece-cache.ts';
import type { Publishing } from './publish.ts';
import type { SiteFiles } from './site-files.ts';
import type { MadeTable, SiteState } from './site-state.ts';
import { writeTables, type TablePlan } from './table-file.ts';

/** What exports are made with and where they go. */
export interface ExportWork {
  readonly files: SiteFiles;
  readonly made: MadeFiles;
  readonly digests: FacetDigests;
}

/** The files beside the pages that a change reaches: those of each year, then those over all. */
export class Exports {
  readonly #publishing: Publishing;
  readonly #work: ExportWork;
  readonly #context: ExportContext;
  readonly #inputsOf: (id: string) => string;
  readonly #pieces: PieceCache;
  /** The same with nothing noted, for what is known by `inputsOfRows`. */
  readonly #plain: ExportContext;
  readonly #tables: Record<string, MadeTable> = {};
  /** Packages of years that were made anew. */
  readonly #fresh = new Map<string, Uint8Array>();

  constructor(publishing: Publishing, work: ExportWork) {
    const { light, site, reading, siteCache } = publishing;
    this.#publishing = publishing;
    this.#work = work;
    this.#context = {
      registry: light.corpus.registry,
      archive: notedValue(light.archive, 'archive', reading),
      site,
    };
    this.#plain = { ...this.#context, archive: light.archive };
    this.#inputsOf = inputsOfRows(publishing, work.digests);
    this.#pieces = new PieceCache(siteCache);
  }

  writeYear(year: string, minutes: readonly Minutes[]): void {
    for (const row of EXPORTS)
      if (row.kind === 'meeting') this.#writeMeetings(row, minutes);
      else if (row.kind === 'bundle') this.#writeYearBundle(row, year, minutes);
    const place = { year, years: [...this.#publishing.light.corpus.byYear.keys()], minutes };
    const plans = EXPORTS.filter((row) => row.kind === 'year-table').map((row) => ({
      ...row,
      path: row.path(year),
      head: row.head(place, this.#plain),
      foot: row.foot(place, this.#plain),
    }));
    this.#writeTables(plans, minutes, () => undefined);
  }

  /** The files over all years, where it is no part alone that is built; what the tables hold, for the next build. */
  writeRest(): SiteState['tables'] {
    const { light, site, portion, progress } = this.#publishing;
    for (const row of EXPORTS) if (row.kind === 'bundle') this.#writeWholeBundle(row);
    if (portion !== null) return this.#tables;
    const rows = [...EXPORTS, SITEMAPS];
    progress.begin('汇总的数据', rows.length);
    for (const [at, row] of rows.entries()) {
      progress.step();
      this.#writeFiles(row, `export ${String(at)}`, light.corpus, site);
    }
    progress.begin('表格', light.corpus.minutes.length);
    const tables = EXPORTS.filter((row) => row.kind === 'table');
    this.#writeTables(tables, light.corpus.minutes, progress.step);
    for (const row of EXPORTS) if (row.kind === 'listing') this.#writeListing(row, light.corpus, site);
    return this.#tables;
  }

  /** Made of the files that stand, so that it comes last. */
  #writeListing(row: ListingExport, corpus: Corpus, site: Site): void {
    const { files, made } = this.#work;
    const listed = row.listed(corpus).flatMap((path) => {
      const facts = files.factsOf(path);
      return facts === undefined ? [] : [[path, facts] as const];
    });
    const file = made.remake(row.path, listed, () => row.write(corpus, site, new Map(listed)));
    if (file !== null) files.put(row.path, file.shown);
  }

  #writeFiles(row: Export, name: string, corpus: Corpus, site: Site): void {
    if (row.kind === 'corpus') this.#remakeFiles(name, () => row.files(corpus, site));
    if (row.kind === 'parts')
      for (const key of row.keys(corpus))
        this.#remakeFiles(`${name} ${key}`, () => row.files(key, corpus, site));
  }

  #remakeFiles(name: string, make: () => Iterable<ExportFile>): void {
    const { files, made } = this.#work;
    for (const { path, content } of made.remakeAll(name, () => [...make()])) files.put(path, content);
  }

  #writeMeetings(row: MeetingExport, minutes: readonly Minutes[]): void {
    const { files, made } = this.#work;
    for (const each of minutes) {
      const path = row.path(each.id);
      const file = made.remake(path, null, () => row.write(each, this.#context));
      if (file !== null) files.put(path, file.shown);
    }
  }

  /** Tables over some minutes, as far as they belong to what is built. */
  #writeTables(plans: readonly TablePlan[], minutes: readonly Minutes[], step: () => void): void {
    const { before, portion } = this.#publishing;
    const made = writeTables(
      plans.filter(({ path }) => portion === null || portion.has(path)),
      { minutes, context: this.#plain, inputsOf: this.#inputsOf },
      before?.tables ?? {},
      { files: this.#work.files, step },
    );
    Object.assign(this.#tables, made);
  }

  /** The package of a year; what is packed of each of its meetings is kept, and stands in the site by itself. */
  #writeYearBundle(row: BundleExport, year: string, minutes: readonly Minutes[]): void {
    const { files, made } = this.#work;
    const path = row.path(year);
    const rests = minutes.map(({ id }) => this.#inputsOf(id));
    const file = made.remake(path, rests, () =>
      row.join(
        minutes.map((each) => this.#pieces.get(this.#pieceKey(each.id), () => row.piece(each, this.#plain))),
      ),
    );
    if (file === null) return;
    this.#fresh.set(path, file.shown);
    files.put(path, file.shown, 'none');
  }

  /** The package of all years is made of the bytes of theirs. */
  #writeWholeBundle(row: BundleExport): void {
    const { light, site, portion } = this.#publishing;
    const { files, made } = this.#work;
    const { minutes, byYear } = light.corpus;
    const current = new Set(minutes.map(({ id }) => this.#pieceKey(id)));
    this.#pieces.close((key) => current.has(key));
    if (!row.hasWhole(minutes.length) || portion !== null) return;
    const paths = [...byYear.keys()].map((year) => row.path(year));
    const whole = made.remake(
      row.wholePath,
      paths.map((path) => files.hashOf(path)),
      () =>
        row.join([
          row.preface(site),
          ...paths.map((path) => this.#fresh.get(path) ?? readFileSync(join(files.target, path))),
        ]),
    );
    if (whole !== null) files.put(row.wholePath, whole.shown, 'none');
  }

  #pieceKey(id: string): string {
    return digestOfAll([this.#publishing.version, this.#inputsOf(id)]);
  }
}

/** The parts of the archive that are kept by meeting, and those that are about others or follow from them. */
const BY_MEETING = ['histories', 'papers', 'ledger'];
const APART = new Set([...BY_MEETING, 'changed', 'withdrawn', 'portal']);

/** What the rows and the piece of a meeting rest on: it, its past, and the rest of the archive as a whole. */
function inputsOfRows(
  { entries, light: { archive } }: Publishing,
  digests: FacetDigests,
): (id: string) => string {
  const common = digests.of(
    Object.keys(archive)
      .filter((name) => !APART.has(name))
      .map((name) => pathAt('archive', name)),
  );
  const known = new Map<string, string>();
  return (id) => {
    const entry = entries.get(id);
    if (entry === undefined) throw new Error(`No entry of ${id}`);
    const own = (): string => digests.of(BY_MEETING.map((name) => pathAt('archive', name, id)));
    const inputs =
      known.get(id) ??
      digestOfAll([id, common, own(), entry.headDigest, entry.values.digest, entry.text.digest]);
    known.set(id, inputs);
    return inputs;
  };
}
