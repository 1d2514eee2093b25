import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  BundleExport,
  Export,
  ExportContext,
  MeetingExport,
  TableExport,
  YearTableExport,
} from '../exporters/export.ts';
import type { Corpus } from '../corpus/model.ts';
import { EXPORTS } from '../exporters/registry.ts';
import { SITEMAPS } from '../views/sitemaps.ts';
import type { Minutes } from '../minutes/model.ts';
import { digestOfAll } from './digest.ts';
import type { FacetDigests } from './facet-digests.ts';
import type { MadeFiles } from './made-files.ts';
import { notedValue, pathAt } from './noted-value.ts';
import { PieceCache } from './piece-cache.ts';
import type { Publishing } from './publish.ts';
import type { SiteFiles } from './site-files.ts';
import type { MadeTable, SiteState } from './site-state.ts';
import { writeTable } from './table-file.ts';

/** What exports are made with and where they go. */
export interface ExportWork {
  readonly files: SiteFiles;
  readonly made: MadeFiles;
  readonly digests: FacetDigests;
}

/** Writes the files beside the pages that a change reaches; what the tables hold, for the next build. */
export function writeExports(publishing: Publishing, work: ExportWork): SiteState['tables'] {
  const { light, site, reading, portion, progress } = publishing;
  const { corpus, archive } = light;
  const context: ExportContext = {
    registry: corpus.registry,
    archive: notedValue(archive, 'archive', reading),
    site,
  };
  const tables: Record<string, MadeTable> = {};
  let phase: string | null = null;
  for (const [at, row] of ROWS.entries()) {
    if (phase !== phaseOf(row)) {
      phase = phaseOf(row);
      progress.begin(phase, stepsFrom(at, corpus));
    }
    if (portion !== null && (row.kind === 'table' || row.kind === 'corpus')) continue;
    switch (row.kind) {
      case 'meeting':
        writeMeetings(row, publishing, work, context);
        break;
      case 'table':
        tables[row.path] = writeRows(row, publishing, work);
        break;
      case 'year-table':
        writeYears(row, publishing, work, context);
        break;
      case 'bundle':
        writeBundles(row, publishing, work, context);
        break;
      case 'corpus':
        for (const { path, content } of work.made.remakeAll(`export ${String(at)}`, () => [
          ...row.files(corpus, site),
        ]))
          work.files.put(path, content);
        break;
    }
    if (row.kind !== 'meeting') progress.step();
  }
  return tables;
}

const ROWS: readonly Export[] = [...EXPORTS, SITEMAPS];

/** Packing takes a time of its own. */
function phaseOf({ kind }: Export): string {
  return kind === 'bundle' ? '压缩包' : '数据';
}

/** The steps of a row and of those behind it that belong to the same phase. */
function stepsFrom(at: number, { minutes }: Corpus): number {
  const rows = ROWS.slice(at);
  const [first] = rows.map(phaseOf);
  const end = rows.findIndex((row) => phaseOf(row) !== first);
  return rows
    .slice(0, end === -1 ? rows.length : end)
    .reduce((sum, { kind }) => sum + (kind === 'meeting' ? minutes.length : 1), 0);
}

function writeMeetings(
  row: MeetingExport,
  { light: { corpus }, progress }: Publishing,
  { files, made }: ExportWork,
  context: ExportContext,
): void {
  for (const minutes of corpus.minutes) {
    progress.step();
    const path = row.path(minutes.id);
    const file = made.remake(path, null, () => row.write(minutes, context));
    if (file !== null) files.put(path, file.shown);
  }
}

function writeRows(row: TableExport, publishing: Publishing, { files, digests }: ExportWork): MadeTable {
  const { light, site, before } = publishing;
  const { corpus, archive } = light;
  const inputsOf = inputsOfRows(publishing, digests);
  const context = { registry: corpus.registry, archive, site };
  return writeTable(row, { minutes: corpus.minutes, context, inputsOf }, before?.tables[row.path], files);
}

function writeYears(
  row: YearTableExport,
  { light: { corpus } }: Publishing,
  { files, made }: ExportWork,
  context: ExportContext,
): void {
  const years = [...corpus.byYear.keys()];
  for (const [year, minutes] of corpus.byYear) {
    const path = row.path(year);
    const place = { year, years, minutes };
    const file = made.remake(path, place, () => {
      const rows = minutes.flatMap((each) => row.rows(each, context)).join(row.separator);
      return row.head(place, context) + rows + row.foot(place, context);
    });
    if (file !== null) files.put(path, file.shown);
  }
}

/** Packages of years are made anew where their meetings changed; that of all is made of their bytes. */
function writeBundles(
  row: BundleExport,
  publishing: Publishing,
  { files, made, digests }: ExportWork,
  context: ExportContext,
): void {
  const { light, site, siteCache, version, portion } = publishing;
  const { corpus, archive } = light;
  const pieces = new PieceCache(siteCache);
  const inputsOf = inputsOfRows(publishing, digests);
  const plain = { ...context, archive };
  const pieceOf = (each: Minutes): Uint8Array => {
    const key = digestOfAll([version, inputsOf(each.id)]);
    return pieces.get(key, () => row.piece(each, plain));
  };
  const fresh = new Map<string, Uint8Array>();
  for (const [year, minutes] of corpus.byYear) {
    const path = row.path(year);
    const rests = minutes.map(({ id }) => inputsOf(id));
    const file = made.remake(path, rests, () => row.join(minutes.map(pieceOf)));
    if (file === null) continue;
    fresh.set(path, file.shown);
    files.put(path, file.shown);
  }
  const current = new Set(corpus.minutes.map(({ id }) => digestOfAll([version, inputsOf(id)])));
  pieces.close((key) => current.has(key));
  if (corpus.minutes.length === 0 || portion !== null) return;
  const paths = [...corpus.byYear.keys()].map((year) => row.path(year));
  const whole = made.remake(
    row.wholePath,
    paths.map((path) => files.hashOf(path)),
    () =>
      row.join([
        row.preface(site),
        ...paths.map((path) => fresh.get(path) ?? readFileSync(join(files.target, path))),
      ]),
  );
  if (whole !== null) files.put(row.wholePath, whole.shown);
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
  return (id) => {
    const entry = entries.get(id);
    if (entry === undefined) throw new Error(`No entry of ${id}`);
    const own = digests.of(BY_MEETING.map((name) => pathAt('archive', name, id)));
    return digestOfAll([id, common, own, entry.headDigest, entry.values.digest, entry.text.digest]);
  };
}
