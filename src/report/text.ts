import { severityOf } from '../minutes/diagnostics.ts';
import type { Diagnostic, Severity } from '../minutes/diagnostics.ts';
import { codeFrame, linesOf } from './code-frame.ts';
import { countOf, minutesCount, pageOf, sortFindings } from './findings.ts';
import type { Sources } from './findings.ts';
import { visible } from './width.ts';

/** What a text report leaves out. */
export interface TextReport {
  /** Whether findings of level info are printed, and not only counted; true when left out. */
  readonly info?: boolean;
}

const LABELS: Readonly<Record<Severity, string>> = { error: '错误', warning: '提醒', info: '提示' };

/**
 * The findings as staff read them in a terminal: place, fact, code, the line itself with a mark
 * under it, what to do, the page that explains; then one line of sums. A file that isn't in
 * `sources` gets no code frame. Ends without line feed.
 */
export function formatReport(
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  { info = true }: TextReport = {},
): string {
  const errors = countOf(diagnostics, 'error');
  const warnings = countOf(diagnostics, 'warning');
  const infos = countOf(diagnostics, 'info');
  const left = infos > 0 && !info ? '（加 --info 查看）' : '';
  const summary =
    `共检查 ${minutesCount(sources)} 份纪要：${errors} 处错误，${warnings} 处提醒` +
    (infos > 0 ? `，${infos} 处提示${left}` : '');
  const shown = diagnostics.filter(({ code }) => info || severityOf(code) !== 'info');
  const byFile = Map.groupBy(sortFindings(shown), ({ path }) => path);
  const findings = [...byFile].flatMap(([path, ofFile]) => {
    const source = sources.get(path);
    const lines = source === undefined ? [] : linesOf(source);
    return ofFile.map((diagnostic) => formatFinding(diagnostic, lines));
  });
  return [...findings, summary].join('\n\n');
}

function formatFinding({ code, message, hint, path, place }: Diagnostic, lines: readonly string[]): string {
  const where = place.kind === 'source' ? `${path}:${place.line}:${place.column}` : path;
  return [
    `${visible(where)} ${LABELS[severityOf(code)]} ${visible(message)} [${code}]`,
    ...(place.kind === 'source' ? codeFrame(lines, place) : []),
    `  改法：${visible(hint)}`,
    `  说明：${pageOf(code)}`,
  ].join('\n');
}
