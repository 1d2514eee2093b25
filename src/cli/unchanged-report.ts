import type { LastBuild } from '../publisher/last-build.ts';
import type { BuildReport } from './build-report.ts';

/** Of a build that wrote nothing. */
export const NOTHING: BuildReport = {
  written: false,
  unchanged: false,
  findings: '',
  meetings: 0,
  items: 0,
  records: 0,
  generations: 0,
  notices: [],
  waiting: [],
  anew: null,
  changes: {
    parsed: 0,
    printed: 0,
    pagesKept: 0,
    pagesDeleted: 0,
    yearsKept: 0,
    written: 0,
    kept: 0,
    deleted: 0,
    bytes: 0,
    generationsMade: 0,
  },
  phases: [],
};

/** Of a build that found everything as the last one left it. */
export function unchangedReport({ report, files }: LastBuild, phases: BuildReport['phases']): BuildReport {
  return {
    ...NOTHING,
    ...report,
    written: true,
    unchanged: true,
    changes: { ...NOTHING.changes, kept: files },
    phases,
  };
}
