import { DIAGNOSTICS, severityOf } from '../minutes/diagnostics.ts';
import type { Diagnostic } from '../minutes/diagnostics.ts';
import { countOf, minutesCount, pageOf, sortFindings } from './findings.ts';
import type { Sources } from '../minutes/sources.ts';

/**
 * The findings for other programs: `{checked, errors, warnings, infos, findings}`, each finding with code,
 * severity, title, message, hint, page and path, and with line, column (both from 1, columns in
 * UTF-16 units) and length, which are null when the finding is about the whole file, and replacement,
 * which is null where nothing is suggested.
 */
export function formatJson(diagnostics: readonly Diagnostic[], sources: Sources): string {
  const report = {
    checked: minutesCount(sources),
    errors: countOf(diagnostics, 'error'),
    warnings: countOf(diagnostics, 'warning'),
    infos: countOf(diagnostics, 'info'),
    findings: sortFindings(diagnostics).map(({ code, message, hint, path, place, replacement }) => ({
      code,
      severity: severityOf(code),
      title: DIAGNOSTICS[code].title,
      message,
      hint,
      page: pageOf(code),
      path,
      line: place.kind === 'source' ? place.line : null,
      column: place.kind === 'source' ? place.column : null,
      length: place.kind === 'source' ? place.length : null,
      replacement: replacement ?? null,
    })),
  };
  return JSON.stringify(report, null, 2);
}
