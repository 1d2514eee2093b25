import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readGitState } from '../files/git-state.ts';
import { manifestPath } from '../files/paper-folder.ts';
import { paperDirOf } from '../files/paper-folder.ts';
import { basePath } from '../urls.ts';
import type { ContentIndex } from './content-index.ts';
import { digestOf, digestOfAll } from './digest.ts';
import { filesBelow } from './site-files.ts';

/** What a build is asked to make a site of. */
export interface BuildInputs {
  readonly contentDir: string;
  readonly preview: boolean;
  /** The version of the code, see `codeVersion`. */
  readonly code: string;
  /** What is known of the files of the content folder. */
  readonly index: Pick<ContentIndex, 'digestOf'>;
}

/**
 * One digest of everything that decides a site but the time: every byte of the content folder, what git
 * tells of it, the paper documents, the addresses, the code. Null where any of it can't be told, such as
 * a link in the content folder or a file that nobody may read: then nobody can say that nothing changed.
 */
export async function digestOfInputs({
  contentDir,
  preview,
  code,
  index,
}: BuildInputs): Promise<string | null> {
  const files = fileLines(contentDir, (path) => index.digestOf(path));
  if (files === null) return null;
  const history = await readGitState(contentDir);
  if (history === null) return null;
  return digestOfAll([
    code,
    String(preview),
    basePath(),
    process.env['SITE_URL'] ?? '',
    // Findings name files as they are seen from here.
    resolve(''),
    contentDir,
    digestOf(history),
    ...files,
  ]);
}

/**
 * Whether anything in the content folder was written, renamed or removed since a moment, in milliseconds.
 * A build may then have read something else than what its digest says.
 */
export function wasTouched(contentDir: string, since: number): boolean {
  try {
    return isTouched(contentDir, since - CLOCK_STEP);
  } catch {
    return true;
  }
}

/** Whether a folder, or anything below it but what is git's, was changed at a moment or after it. */
function isTouched(folder: string, since: number): boolean {
  if (lstatSync(folder).ctimeMs >= since) return true;
  return readdirSync(folder, { withFileTypes: true }).some((entry) => {
    if (entry.name === '.git') return false;
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? isTouched(path, since) : lstatSync(path).ctimeMs >= since;
  });
}

/** File systems tell the time in steps of some milliseconds. */
const CLOCK_STEP = 10;

/** A line for each file and folder of the content folder, and for the paper documents. */
function fileLines(contentDir: string, digestAt: (path: string) => string): readonly string[] | null {
  try {
    const lines = linesBelow(contentDir, '', digestAt);
    return [...paperLines(paperDirOf(process.env)), realpathSync(contentDir), ...lines];
  } catch {
    return null;
  }
}

/**
 * One digest of every byte of the content folder and of the list of paper documents, the same wherever they
 * lie. Null where it can't be told.
 */
export function digestOfContent(contentDir: string): string | null {
  try {
    const digestAt = (path: string): string => digestOf(readFileSync(join(contentDir, path)));
    const lines = linesBelow(contentDir, '', digestAt);
    return digestOfAll([maybeDigest(manifestPath(paperDirOf(process.env))), ...lines]);
  } catch {
    return null;
  }
}

/** Throws for what is neither file nor folder, and for what can't be read. */
function linesBelow(root: string, below: string, digestAt: (path: string) => string): readonly string[] {
  const entries = readdirSync(join(root, below), { withFileTypes: true });
  return entries.toSorted(byName).flatMap((entry) => {
    // Builds read of it what `readGitState` tells.
    if (entry.name === '.git') return [];
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) return [`${JSON.stringify(path)} folder`, ...linesBelow(root, path, digestAt)];
    if (!entry.isFile()) throw new Error(`${path} is neither file nor folder`);
    return [`${JSON.stringify(path)} ${digestAt(path)}`];
  });
}

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return one.name < other.name ? -1 : 1;
}

/** What is read of the folder of paper documents: the list, and the size of each (`readPapers`). */
function paperLines(dir: string): readonly string[] {
  const sizes = filesBelow(dir).map((path) => {
    const size = statSync(join(dir, path), { throwIfNoEntry: false })?.size ?? -1;
    return `${JSON.stringify(path)} ${String(size)}`;
  });
  return [resolve(dir), maybeDigest(manifestPath(dir)), ...sizes.toSorted()];
}

function maybeDigest(file: string): string {
  try {
    return digestOf(readFileSync(file));
  } catch {
    return '';
  }
}
