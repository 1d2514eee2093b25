import { checkPublication } from '../checks/publication.ts';
import { readContent, readSomeContent } from '../files/content.ts';
import type { Diagnostic } from '../minutes/diagnostics.ts';
import type { Sources } from '../report/findings.ts';
import { formatGithub } from '../report/github.ts';
import { formatJson } from '../report/json.ts';
import { formatReport } from '../report/text.ts';

/** How findings can be printed. */
export const FORMATS = {
  text: formatReport,
  json: formatJson,
  github: formatGithub,
} as const satisfies Record<string, (diagnostics: readonly Diagnostic[], sources: Sources) => string>;

export type Format = keyof typeof FORMATS;

export interface CheckRun {
  /** The files to check; none means the whole content folder with `site.yaml`. */
  readonly files: readonly string[];
  readonly format: Format;
  readonly contentDir: string;
  /** The minute of the check in Beijing time, `YYYY-MM-DD HH:MM`. */
  readonly now: string;
}

/**
 * Checks minutes and returns the report, and the exit code: 1 when any finding is an error, else 0.
 * Rejects with a `UserError` when a file or the content folder can't be found.
 */
export async function checkContent(run: CheckRun): Promise<{ report: string; exitCode: 0 | 1 }> {
  const whole = run.files.length === 0;
  const files = await (whole ? readContent(run.contentDir) : readSomeContent(run.contentDir, run.files));
  const { publication, diagnostics, sources } = checkPublication(files, run.now);
  return { report: FORMATS[run.format](diagnostics, sources), exitCode: publication === null ? 1 : 0 };
}
