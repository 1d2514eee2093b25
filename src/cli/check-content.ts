import { fixSource } from '../checks/fixes/fix.ts';
import { hideSecrets } from '../checks/leaks.ts';
import { checkPublication } from '../checks/publication.ts';
import { parseLists } from '../corpus/lists.ts';
import { readContent, readSomeContent } from '../files/content.ts';
import type { ContentFiles } from '../files/content.ts';
import { replaceFile } from '../files/replace-file.ts';
import type { Diagnostic } from '../minutes/diagnostics.ts';
import { QUIET } from '../progress/progress.ts';
import { formatChanges } from '../report/changes.ts';
import type { Sources } from '../minutes/sources.ts';
import { formatGithub } from '../report/github.ts';
import { formatGitlab } from '../report/gitlab.ts';
import { formatJson } from '../report/json.ts';
import { formatSarif } from '../report/sarif.ts';
import { formatReport } from '../report/text.ts';
import type { TextReport } from '../report/text.ts';
import { toldCheck } from './told-check.ts';

type Formatter = (diagnostics: readonly Diagnostic[], sources: Sources, options: TextReport) => string;

/** How findings can be printed. */
export const FORMATS = {
  text: formatReport,
  json: formatJson,
  github: formatGithub,
  gitlab: formatGitlab,
  sarif: formatSarif,
} as const satisfies Record<string, Formatter>;

export type Format = keyof typeof FORMATS;

export interface CheckRun {
  /** The files to check; none means the whole content folder with `site.yaml`. */
  readonly files: readonly string[];
  readonly format: Format;
  /** Whether the text report prints findings of level info. */
  readonly info: boolean;
  /** Whether it prints every reminder by itself. */
  readonly all: boolean;
  /** Whether to mend what is mechanical first: in the files, or only to show how. */
  readonly fix: 'no' | 'show' | 'write';
  readonly contentDir: string;
  /** The minute of the check in Beijing time, `YYYY-MM-DD HH:MM`. */
  readonly now: string;
}

export interface CheckReport {
  readonly report: string;
  /** What was mended, for the terminal; '' when nothing was asked or needed. */
  readonly changes: string;
  readonly exitCode: 0 | 1;
}

/**
 * Checks minutes, after mending them if asked, and returns the report, and the exit code: 1 when any
 * finding is an error, else 0. Rejects with a `UserError` when a file or the content folder can't be
 * found.
 *
 * @param progress who is told how far it has come
 */
export async function checkContent(run: CheckRun, progress = QUIET): Promise<CheckReport> {
  const whole = run.files.length === 0;
  const read = await (whole ? readContent(run.contentDir) : readSomeContent(run.contentDir, run.files));
  const { files, changes } = run.fix === 'no' ? { files: read, changes: '' } : await fixFiles(read, run.fix);
  progress.begin('检查', files.minutes.length);
  const check = toldCheck(progress);
  const { publication, diagnostics, sources } = checkPublication(files, run.now, { check });
  return {
    report: FORMATS[run.format](diagnostics, sources, { info: run.info, all: run.all }),
    changes,
    exitCode: publication === null ? 1 : 0,
  };
}

/** The files as mended, and what was changed in which. With `show` the files themselves stay. */
async function fixFiles(
  files: ContentFiles,
  mode: 'show' | 'write',
): Promise<{ readonly files: ContentFiles; readonly changes: string }> {
  const { lists } = parseLists(files.lists);
  const minutes = [];
  const changes = [];
  for (const file of files.minutes) {
    const { source, hunks } = fixSource(file.source, file.path, lists);
    if (source !== file.source && mode === 'write') await replaceFile(file.path, file.source, source);
    if (hunks.length > 0) changes.push(formatChanges(file.path, hunks));
    else if (source !== file.source) changes.push(`${file.path}：换行符或文件末尾的空行`);
    minutes.push({ ...file, source });
  }
  const done = mode === 'write' ? '已改正' : '可以改正（没有写入）';
  const summary = changes.length === 0 ? '没有可以自动改正的地方' : `${done} ${changes.length} 份纪要`;
  return { files: { ...files, minutes }, changes: hideSecrets([...changes, summary].join('\n\n')) };
}
