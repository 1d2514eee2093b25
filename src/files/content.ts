import { statSync } from 'node:fs';
import { basename, extname, isAbsolute, join, relative, sep } from 'node:path';
import type { Diagnostic } from '../minutes/diagnostics.ts';
import { isListFileName, LIST_FILES } from '../corpus/lists-file.ts';
import type { ArchiveFiles } from '../corpus/archive.ts';
import { EMBLEM_NAMES, type EmblemFile } from '../corpus/emblem.ts';
import { readArchive } from './archive.ts';
import { contentReader, maybeRealPath, shownPath } from './content-reader.ts';
import type { ContentFile, ContentReader, Expected } from './content-reader.ts';
import type { HistoryCache } from './kept-history.ts';
import { UnreadMinutes, type KnownFile } from './known-file.ts';
import { readPapers } from './papers.ts';
import { paperDirOf } from './paper-folder.ts';
import { UserError } from './user-error.ts';

/** One file of minutes, unparsed. */
export interface MinutesFile extends ContentFile {
  /** `2022/013`; the bare name of a file outside the content folder. */
  readonly id: string;
  /** Whether it lies in `drafts/`; only a preview reads those. */
  readonly draft?: boolean;
  /** What is known of the text without reading it, see `KnownFile`. */
  readonly digest?: string;
  readonly blob?: string;
  readonly isMarked?: boolean;
}

/** A file of `reviews/`, by the id of its minutes. */
export interface ReviewFile extends ContentFile {
  readonly id: string;
}

/** A content folder, or part of it. What can't be read is in `diagnostics`: nothing is skipped silently. */
export interface ContentFiles {
  /** Sorted by id. */
  readonly minutes: readonly MinutesFile[];
  /** `bureaus.yaml`; null when there is none. */
  readonly registry: ContentFile | null;
  /** The files of `lists/`, sorted by name. */
  readonly lists: readonly ContentFile[];
  /** The records of reviews, sorted by id. */
  readonly reviews: readonly ReviewFile[];
  /** `leak-exceptions.yaml`; null when there is none. */
  readonly exceptions: ContentFile | null;
  /** Whether these are all minutes of the folder. */
  readonly whole: boolean;
  /** `site.yaml`; null when there is none. */
  readonly site: ContentFile | null;
  /** `emblem.svg`, `emblem.png`; a site has one at most. */
  readonly emblems: readonly EmblemFile[];
  /** Null when only some files are read. */
  readonly archive: ArchiveFiles | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Ten times the longest minutes known; what is larger would only cost time and memory. */
const MOST_MINUTES_BYTES = 1024 * 1024;
const YEAR = /^\d{4}$/;
const NAME = /^[a-z0-9-]+$/;
const REVIEWS_HINT = 'reviews 里只放审查记录，位置和名称与纪要相同，如 reviews/2022/013.yaml';
const LISTS_HINT = `lists 里只放 ${Object.keys(LIST_FILES).join('、')}，改名或移出去`;

/** Says what is known of a regular file that lies in the folder, by its path below that: `minutes/2022/013.md`. */
export type FindKnown = (path: string) => (KnownFile & { readonly size: number }) | undefined;

type FindUnread = (file: string, path: string, id: string) => MinutesFile | null;

/** The variable that tells the development server to show what isn't published yet (1). */
export const PREVIEW = 'PREVIEW';

interface ReadingOptions {
  readonly drafts?: boolean;
  readonly known?: FindKnown;
  readonly historyCache?: HistoryCache;
}

/**
 * Reads a content folder: `minutes/<year>/<id>.md`, `bureaus.yaml`, `lists/*.yaml`, `site.yaml`. A file of
 * another name or place is `file/bad-path`, as is a link that leads out of the folder; a file that
 * is no UTF-8 is `file/unreadable`. Throws a `UserError` when `dir` is no folder.
 *
 * @param options with `known`, minutes of which it knows enough are read only when their text is asked for;
 *   with `drafts` those of `drafts/<year>/<id>.md` are read too, each instead of the
 *   minutes of the same id; without it nothing of that folder is opened; for `historyCache` see `readHistory`
 */
export async function readContent(
  dir: string,
  { drafts = false, known = () => undefined, historyCache }: ReadingOptions = {},
): Promise<ContentFiles> {
  const root = maybeRealPath(dir);
  if (root === null || !statSync(root).isDirectory()) {
    throw new UserError(`没有内容文件夹“${shownPath(dir)}”`, '检查当前目录和环境变量 CONTENT_DIR');
  }
  const reader = contentReader(root);
  const published = readByYear(reader, join(dir, 'minutes'), '.md', {
    unread: (file, path, id) => {
      const found = known(`minutes/${id}.md`);
      return found === undefined || found.size > MOST_MINUTES_BYTES
        ? null
        : new UnreadMinutes(file, { path, id }, found);
    },
  });
  const drafted = drafts ? readByYear(reader, join(dir, 'drafts'), '.md') : [];
  const minutes = new Map<string, MinutesFile>(published.map((file) => [file.id, file]));
  for (const file of drafted) minutes.set(file.id, { ...file, draft: true });
  const site = reader.readOptional(join(dir, 'site.yaml'));
  const papers = await readPapers(paperDirOf(process.env), published, site?.source ?? '');
  return {
    minutes: [...minutes.values()].sort(byId),
    registry: reader.readOptional(join(dir, 'bureaus.yaml')),
    lists: readLists(reader, join(dir, 'lists')),
    reviews: readByYear(reader, join(dir, 'reviews'), '.yaml', { hint: REVIEWS_HINT }).sort(byId),
    exceptions: reader.readOptional(join(dir, 'leak-exceptions.yaml')),
    whole: true,
    site,
    emblems: readEmblems(reader, dir),
    archive: await readArchive(reader, dir, published, papers, historyCache),
    diagnostics: reader.diagnostics,
  };
}

/**
 * Reads some files of minutes, wherever they lie, with the registry, the lists, the exceptions and
 * their own reviews of the content folder if there are any; `site` is null. Files below `minutes/` keep its rules. Throws a `UserError` for what
 * doesn't exist or is no Markdown file.
 */
export async function readSomeContent(dir: string, files: readonly string[]): Promise<ContentFiles> {
  const root = maybeRealPath(dir);
  const reader = contentReader(root ?? '');
  const minutes = new Map<string, MinutesFile>();
  for (const file of files) {
    refuseWrongFile(file);
    const draft = isWithin(join(dir, 'drafts'), file);
    const outside = !draft && !isWithin(join(dir, 'minutes'), file);
    const below = relative(join(dir, draft ? 'drafts' : 'minutes'), file).split(sep);
    const [year = '', name = ''] = below;
    const named = below.length === 2 && YEAR.test(year) && NAME.test(name.replace(/\.md$/u, ''));
    if (!outside && !reader.accepts(file, { kind: 'file', named })) continue;
    const text = reader.read(file, MOST_MINUTES_BYTES);
    const id = outside ? basename(file, '.md') : `${year}/${name.slice(0, -3)}`;
    if (text !== null) minutes.set(text.path, { ...text, id, ...(draft ? { draft } : {}) });
  }
  return {
    minutes: [...minutes.values()].sort(byId),
    registry: root === null ? null : reader.readOptional(join(dir, 'bureaus.yaml')),
    lists: root === null ? [] : readLists(reader, join(dir, 'lists')),
    reviews: root === null ? [] : readReviewsOf([...minutes.values()], reader, join(dir, 'reviews')),
    exceptions: root === null ? null : reader.readOptional(join(dir, 'leak-exceptions.yaml')),
    whole: false,
    site: null,
    emblems: [],
    archive: null,
    diagnostics: reader.diagnostics,
  };
}

/**
 * The files `<year>/<name><ending>` of a folder; what else lies there is a finding.
 *
 * @param options with `unread`, what stands for a regular file that needn't be read
 */
function readByYear(
  reader: ContentReader,
  folder: string,
  ending: string,
  { hint, unread = () => null }: { readonly hint?: string; readonly unread?: FindUnread } = {},
): MinutesFile[] {
  const files: MinutesFile[] = [];
  if (maybeRealPath(folder) === null) return files;
  const expected = (kind: 'file' | 'folder', named: boolean): Expected =>
    hint === undefined ? { kind, named } : { kind, named, hint };
  for (const year of reader.list(folder)) {
    const yearFolder = join(folder, year);
    if (!reader.accepts(yearFolder, expected('folder', YEAR.test(year)))) continue;
    const shownFolder = shownPath(yearFolder);
    for (const name of reader.list(yearFolder)) {
      const file = join(yearFolder, name);
      const stem = name.slice(0, -ending.length);
      const named = name.endsWith(ending) && NAME.test(stem);
      const standing = named ? unread(file, `${shownFolder}/${name}`, `${year}/${stem}`) : null;
      if (standing !== null) {
        files.push(standing);
        continue;
      }
      if (!reader.accepts(file, expected('file', named))) continue;
      const text = reader.read(file, MOST_MINUTES_BYTES);
      if (text !== null) files.push({ path: text.path, source: text.source, id: `${year}/${stem}` });
    }
  }
  return files;
}

function readReviewsOf(
  minutes: readonly MinutesFile[],
  reader: ContentReader,
  folder: string,
): readonly ReviewFile[] {
  const reviews: ReviewFile[] = [];
  for (const { id } of minutes) {
    const text = reader.readOptional(join(folder, `${id}.yaml`));
    if (text !== null) reviews.push({ ...text, id });
  }
  return reviews;
}

function readLists(reader: ContentReader, folder: string): readonly ContentFile[] {
  if (maybeRealPath(folder) === null) return [];
  const lists: ContentFile[] = [];
  for (const name of reader.list(folder)) {
    const file = join(folder, name);
    const named = isListFileName(name);
    if (!reader.accepts(file, { kind: 'file', named, hint: LISTS_HINT })) continue;
    const text = reader.read(file);
    if (text !== null) lists.push(text);
  }
  return lists;
}

function readEmblems(reader: ContentReader, dir: string): readonly EmblemFile[] {
  const emblems: EmblemFile[] = [];
  for (const name of EMBLEM_NAMES) {
    const file = join(dir, name);
    const bytes = reader.bytesOptional(file);
    if (bytes !== null) emblems.push({ name, path: shownPath(file), bytes });
  }
  return emblems;
}

function isWithin(folder: string, file: string): boolean {
  const path = relative(folder, file);
  return !isAbsolute(path) && path.split(sep)[0] !== '..';
}

function refuseWrongFile(file: string): void {
  const path = shownPath(file);
  const real = maybeRealPath(file);
  if (real === null) throw new UserError(`没有“${path}”这个文件`, '检查文件名和所在的文件夹');
  if (statSync(real).isDirectory())
    throw new UserError(`“${path}”是文件夹`, '写出其中的文件名，如 文件夹/*.md');
  if (extname(file) !== '.md') throw new UserError(`“${path}”不是 Markdown 文件`, '先用 npm run import 转换');
}

function byId(one: { readonly id: string }, other: { readonly id: string }): number {
  if (one.id === other.id) return 0;
  return one.id < other.id ? -1 : 1;
}
