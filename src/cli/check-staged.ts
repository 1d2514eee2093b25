import { checkPublication } from '../checks/publication.ts';
import { beijingMinute } from '../minutes/beijing-minute.ts';
import type { ContentFiles } from '../files/content.ts';
import { formatReport } from '../report/text.ts';

/** What the check of a commit says. */
export interface StagedCheck {
  /** The findings as staff read them; '' when there are none. */
  readonly findings: string;
  /** Whether an error forbids the commit. */
  readonly refused: boolean;
}

/**
 * Checks staged minutes by the rules of one document. What only all minutes together show is left to
 * `npm run check`.
 */
export function checkStaged(files: ContentFiles, moment: Date): StagedCheck {
  const { publication, diagnostics, sources } = checkPublication(files, beijingMinute(moment));
  return {
    findings: diagnostics.length === 0 ? '' : formatReport(diagnostics, sources, { info: false, all: false }),
    refused: publication === null,
  };
}
