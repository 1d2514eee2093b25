import { readFileSync } from 'node:fs';
import { yearOf } from '../corpus/model.ts';
import type { BundleExport, ExportContext } from '../exporters/export.ts';
import { EXPORTS } from '../exporters/registry.ts';
import type { Minutes } from '../minutes/model.ts';
import { putPieces, writeBundle } from './bundle-file.ts';
import { digestOfAll } from './digest.ts';
import { PieceCache } from './piece-cache.ts';
import type { Publishing } from './publish.ts';
import type { SiteFiles } from './site-files.ts';
import type { OpenParcel } from './site-parcels.ts';

const BUNDLES = EXPORTS.filter((row) => row.kind === 'bundle');

/** What packages are made of. */
interface PackageSource {
  readonly context: ExportContext;
  /** See `inputsOfRows`. */
  readonly inputsOf: (id: string) => string;
}

/** The packages of years and of all of them. What is packed of a meeting is kept, and stands in the site by itself. */
export class Packages {
  /** The pieces that packages were made of. */
  readonly pieces: PieceCache;
  readonly #publishing: Publishing;
  readonly #files: SiteFiles;
  readonly #source: PackageSource;

  constructor(publishing: Publishing, files: SiteFiles, source: PackageSource) {
    this.pieces = new PieceCache(publishing.siteCache, publishing.pack);
    this.#publishing = publishing;
    this.#files = files;
    this.#source = source;
  }

  /** Packs a meeting while it is open, as far as its package belongs to what is built. */
  pack(minutes: Minutes): void {
    const { portion } = this.#publishing;
    for (const row of BUNDLES)
      if (portion === null || portion.has(row.path(yearOf(minutes)))) this.#pieceOf(row, minutes);
  }

  /** The packages of a year. */
  writeYear(year: string, minutes: readonly Minutes[], parcel: OpenParcel): void {
    if (minutes.length > 0) for (const row of BUNDLES) this.#writeYear(row, row.path(year), minutes, parcel);
  }

  /** Those of all years, once theirs stand; no piece is asked for any more. */
  writeWhole(parcel: OpenParcel): void {
    const { light, portion } = this.#publishing;
    const { minutes } = light.corpus;
    const current = new Set(minutes.map(({ id }) => this.#keyOf(id)));
    this.pieces.close((key) => current.has(key));
    if (portion !== null) return;
    for (const row of BUNDLES) if (row.hasWhole(minutes.length)) this.#writeWhole(row, parcel);
  }

  #writeYear(row: BundleExport, path: string, minutes: readonly Minutes[], parcel: OpenParcel): void {
    const inputs = minutes.map(({ id }) => this.#source.inputsOf(id));
    const ids = minutes.map(({ id }) => id);
    const made = [ids, inputs];
    if (parcel.made.remake(path, made, () => made) === null) return;
    const pieceAt = (at: number): Uint8Array => this.#pieceOf(row, minutes[at]);
    writeBundle(row, path, { ids, inputs, pieceAt }, parcel.before.tables, this.#files);
  }

  /** Made of the bytes of those of the years. */
  #writeWhole(row: BundleExport, { made }: OpenParcel): void {
    const { light, site } = this.#publishing;
    const files = this.#files;
    const paths = [...light.corpus.byYear.keys()].map((year) => row.path(year));
    const hashes = paths.map((path) => files.hashOf(path));
    if (made.remake(row.wholePath, hashes, () => hashes) === null) return;
    const pieces = [row.preface(site), ...paths.map((path) => readFileSync(files.placeOf(path)))];
    putPieces(row.wholePath, row.join(pieces), files);
  }

  #pieceOf(row: BundleExport, minutes: Minutes | undefined): Uint8Array {
    if (minutes === undefined) throw new RangeError('No minutes for a piece');
    return this.pieces.get(this.#keyOf(minutes.id), () => row.piece(minutes, this.#source.context));
  }

  #keyOf(id: string): string {
    return digestOfAll([this.#publishing.version, this.#source.inputsOf(id)]);
  }
}
