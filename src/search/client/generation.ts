import { COLUMN_NAMES, type Column, type ColumnName } from '../columns.ts';
import type { Generation } from '../manifest.ts';
import { meetingAt, partAt, type RecordTable } from '../table.ts';
import { textPath, type MeetingTexts } from '../text-file.ts';
import type { Backend, Host } from './backend.ts';
import {
  loadAllTexts,
  loadBytes,
  loadColumn,
  loadDirectory,
  loadLengths,
  loadPhrases,
  loadTable,
  loadTexts,
} from './files.ts';
import { createPairBackend } from './pair-backend.ts';
import { remember, rememberOne } from './remember.ts';
import { createTextBackend } from './text-backend.ts';
import { createTexts, type TextPlace, type Texts } from './texts.ts';

/** One generation, ready to be searched. */
export interface OpenGeneration {
  readonly table: RecordTable;
  readonly superseded: readonly number[];
  readonly backend: Backend;
  readonly texts: Texts;
  /** About how long each record is, in UTF-16 units. */
  lengths(this: void): Promise<Uint32Array>;
  column(this: void, name: ColumnName): Promise<Column>;
  phrases(this: void): Promise<string>;
}

/** How many files of texts and of the index are remembered. */
const TEXTS = 300;
const FILES = 600;

export async function openGeneration(
  root: string,
  generation: Generation,
  host: Host,
): Promise<OpenGeneration> {
  const base = root + generation.path;
  const allTexts = rememberOne(() => loadAllTexts(base, host));
  const [table, openBackend] = await Promise.all([
    loadTable(base, host),
    prepareBackend(base, generation, host),
  ]);
  const texts =
    generation.kind === 'text'
      ? createTexts(wholePlace(table), 0, async (meeting) => (await allTexts())[Number(meeting)] ?? NO_TEXTS)
      : createTexts(
          partPlace(table),
          generation.textBytes,
          remember(TEXTS, (path) => loadTexts(base + path, host)),
        );
  return {
    table,
    superseded: generation.superseded,
    texts,
    backend: withoutSuperseded(openBackend(texts, allTexts), table, generation.superseded),
    lengths: rememberOne(() => loadLengths(base, host)),
    column: remember(COLUMN_NAMES.length, (name) => loadColumn(base, name, host)),
    phrases: rememberOne(() => loadPhrases(base, host)),
  };
}

/** Where a record is in the one file of all texts: its meeting, and its place there. */
function wholePlace(table: RecordTable): (record: number) => TextPlace {
  return (record) => ({
    path: String(table.meetingOf[record] ?? 0),
    index: record - meetingAt(table, record).first,
  });
}

function partPlace(table: RecordTable): (record: number) => TextPlace {
  return (record) => {
    const { part, index } = partAt(table, record);
    return { path: textPath(meetingAt(table, record).id, part), index };
  };
}

const NO_TEXTS: MeetingTexts = { title: '', held: null, records: [] };

/** The backend over the meetings that count: the texts of the others aren't published. */
function withoutSuperseded(
  backend: Backend,
  { size, meetingOf }: RecordTable,
  superseded: readonly number[],
): Backend {
  if (superseded.length === 0) return backend;
  const out = new Set(superseded);
  const live = Array.from({ length: size }, (_, record) => record).filter(
    (record) => !out.has(meetingOf[record] ?? -1),
  );
  return { shortest: backend.shortest, find: (term, within) => backend.find(term, within ?? live) };
}

type OpenBackend = (texts: Texts, allTexts: Parameters<typeof createTextBackend>[0]) => Backend;

/** Loads what the backend needs to begin, while the table is loading too. */
async function prepareBackend(base: string, { kind }: Generation, host: Host): Promise<OpenBackend> {
  if (kind === 'text') return (_, allTexts) => createTextBackend(allTexts);
  if (kind === 'pairs') {
    const directory = await loadDirectory(base, host);
    const load = remember(FILES, (path) => loadBytes(base + path, host));
    return (texts) => createPairBackend({ directory, load, texts });
  }
  const { openPagefind } = await import('./pagefind-backend.ts');
  return openPagefind(base, host);
}
