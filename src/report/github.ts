import { DIAGNOSTICS, severityOf } from '../minutes/diagnostics.ts';
import type { Diagnostic, Severity } from '../minutes/diagnostics.ts';
import { pageOf, sortFindings } from './findings.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * The findings as workflow commands of GitHub Actions, one a line, which show as annotations in a
 * merge request. Empty when there are none.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function formatGithub(diagnostics: readonly Diagnostic[]): string {
  return sortFindings(diagnostics).map(annotation).join('\n');
}

function annotation({ code, message, hint, path, place }: Diagnostic): string {
  const at =
    place.kind === 'source'
      ? [`line=${place.line}`, `col=${place.column}`, `endColumn=${place.column + place.length}`]
      : [];
  const properties = [
    `file=${escapeProperty(path)}`,
    ...at,
    `title=${escapeProperty(`${DIAGNOSTICS[code].title} [${code}]`)}`,
  ];
  const body = [message, `改法：${hint}`, `说明：${pageOf(code)}`].join('\n');
  return `::${COMMANDS[severityOf(code)]} ${properties.join(',')}::${escapeData(body)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
