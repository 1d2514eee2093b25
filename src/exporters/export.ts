import type { Archive } from '../corpus/archive.ts';
import type { Corpus, Registry } from '../corpus/model.ts';
import type { Minutes } from '../minutes/model.ts';
import type { Site } from '../site.ts';
import type { ReadBytes, ZipRange, ZipStretch } from '../zip/zip.ts';

/** What a file of one meeting may rest on beside its minutes; of the archive only what is about them. */
export interface ExportContext {
  readonly registry: Registry;
  readonly archive: Archive;
  readonly site: Site;
}

/**
 * Files beside the pages. The kind says what a file rests on, so that a build writes anew only the
 * files that a change reaches, and what may be kept from one build to the next under the key of a
 * meeting: its file, its rows, its piece.
 */
export type Export =
  | MeetingExport
  | TableExport
  | YearTableExport
  | YearExport
  | BundleExport
  | PartsExport
  | CorpusExport
  | ListingExport;

/** One file for each meeting, made of that meeting alone. */
export interface MeetingExport {
  readonly kind: 'meeting';
  /** Path below the root of the site; the id is `2022/013`. */
  readonly path: (id: string) => string;
  /** The whole content; text is UTF-8. */
  readonly write: (minutes: Minutes, context: ExportContext) => string | Uint8Array;
}

/** Makes the rows of one meeting; they rest on it alone, and may hold its text. */
export type RowsOf = (minutes: Minutes, context: ExportContext) => readonly string[];

/** One file with the rows of every meeting, newest meeting first. */
export interface TableExport {
  readonly kind: 'table';
  readonly path: string;
  readonly head: string;
  readonly rows: RowsOf;
  readonly separator: string;
  readonly foot: string;
}

/** A year of addresses (`2022` of `2022/013`) among all that have minutes. */
export interface YearPlace {
  readonly year: string;
  /** All of them, newest first. */
  readonly years: readonly string[];
  /** Its minutes, newest first; of them head and foot read nothing but heads. */
  readonly minutes: readonly Minutes[];
}

/** A file for each year with the rows of its meetings, newest first: a new meeting changes one of them. */
export interface YearTableExport {
  readonly kind: 'year-table';
  readonly path: (year: string) => string;
  readonly head: (place: YearPlace, context: ExportContext) => string;
  readonly rows: RowsOf;
  /** The path of a file of the site that is the only row of a meeting, with a line end behind it. */
  readonly copyOf?: (id: string) => string;
  readonly separator: string;
  readonly foot: (place: YearPlace, context: ExportContext) => string;
}

/** Files about one year each, whose addresses name it. */
export interface YearExport {
  readonly kind: 'year';
  /** The years that have such files. */
  readonly years: (corpus: Corpus) => Iterable<string>;
  readonly files: (year: string, corpus: Corpus, site: Site) => Iterable<ExportFile>;
}

/**
 * Packages: one for each year and one of all. They hold copies of files that stand in the site by
 * themselves, which is why nobody looks for leaks in them. A piece rests on one meeting alone and is kept under its
 * key; packing is done there. `join` only puts pieces behind each other, and what it gives can be a
 * piece again: that is how the years become the whole.
 */
export interface BundleExport {
  readonly kind: 'bundle';
  readonly path: (year: string) => string;
  readonly wholePath: string;
  /** Whether so many meetings fit into the one of all. */
  readonly hasWhole: (meetings: number) => boolean;
  readonly piece: (minutes: Minutes, context: ExportContext) => Uint8Array;
  /** What only the package of all holds beside the years, in front of them. */
  readonly preface: (site: Site) => Uint8Array;
  /** The package of pieces, piece by piece. */
  readonly join: (pieces: Iterable<BundlePiece>) => Iterable<BundleBytes>;
  /** Cuts pieces out of a package of so many, from one place up to another; null where it isn't one. */
  readonly cutter: (
    size: number,
    read: ReadBytes,
    pieces: number,
  ) => ((from: number, to: number) => BundlePiece) | null;
}

/** A piece of a package by itself, or several that were cut out of one. */
export type BundlePiece = Uint8Array | ZipStretch;

/** Bytes of a package, or where they lie in the one that pieces were cut out of. */
export type BundleBytes = Uint8Array | ByteRange;

export type ByteRange = ZipRange;

/**
 * Files over many meetings in parts that are made one by one: what changes one part leaves the others. Their
 * addresses name no year.
 */
export interface PartsExport {
  readonly kind: 'parts';
  readonly keys: (corpus: Corpus) => Iterable<string>;
  readonly files: (key: string, corpus: Corpus, site: Site) => Iterable<ExportFile>;
}

/**
 * Files over many meetings, whose addresses name no year. They read values (`head.held.value`,
 * `decision.outcome` …) and never the text of minutes, which isn't in memory for all meetings at once.
 */
export interface CorpusExport {
  readonly kind: 'corpus';
  readonly files: (corpus: Corpus, site: Site) => Iterable<ExportFile>;
}

/** What a listing says of another file of the site. */
export interface FileFacts {
  readonly bytes: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
}

/** A file that says of others how large they are and what their bytes come to: made when they stand. */
export interface ListingExport {
  readonly kind: 'listing';
  readonly path: string;
  /** The paths of those files below the root of the site; they are never listings themselves. */
  readonly listed: (corpus: Corpus) => readonly string[];
  /** `files` holds what is known of them by path: nothing where no site is built. */
  readonly write: (corpus: Corpus, site: Site, files: ReadonlyMap<string, FileFacts>) => string;
}

export interface ExportFile {
  /** Path below the root of the site. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** The files of one row of the registry, in an order that depends on the corpus alone. */
export function* filesOf(row: Export, corpus: Corpus, site: Site): Iterable<ExportFile> {
  const context = { registry: corpus.registry, archive: corpus.archive, site };
  const rowsOf = (rows: RowsOf, all: readonly Minutes[], separator: string): string =>
    all.flatMap((minutes) => rows(minutes, context)).join(separator);
  switch (row.kind) {
    case 'meeting':
      for (const minutes of corpus.minutes)
        yield { path: row.path(minutes.id), content: row.write(minutes, context) };
      break;
    case 'table': {
      const rows = rowsOf(row.rows, corpus.minutes, row.separator);
      yield { path: row.path, content: row.head + rows + row.foot };
      break;
    }
    case 'year-table':
      for (const [year, all] of corpus.byYear) {
        const place = { year, years: [...corpus.byYear.keys()], minutes: all };
        const rows = rowsOf(row.rows, all, row.separator);
        yield { path: row.path(year), content: row.head(place, context) + rows + row.foot(place, context) };
      }
      break;
    case 'bundle':
      yield* bundlesOf(row, corpus, context);
      break;
    case 'year':
      for (const year of row.years(corpus)) yield* row.files(year, corpus, site);
      break;
    case 'parts':
      for (const key of row.keys(corpus)) yield* row.files(key, corpus, site);
      break;
    case 'corpus':
      yield* row.files(corpus, site);
      break;
    case 'listing':
      yield { path: row.path, content: row.write(corpus, site, new Map()) };
      break;
  }
}

function* bundlesOf(row: BundleExport, corpus: Corpus, context: ExportContext): Iterable<ExportFile> {
  const whole = [row.preface(context.site)];
  for (const [year, all] of corpus.byYear) {
    const content = joined(
      row,
      all.map((minutes) => row.piece(minutes, context)),
    );
    whole.push(content);
    yield { path: row.path(year), content };
  }
  if (row.hasWhole(corpus.minutes.length)) yield { path: row.wholePath, content: joined(row, whole) };
}

function joined(row: BundleExport, pieces: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat([...row.join(pieces)].filter((piece) => piece instanceof Uint8Array));
}
