import { DIAGNOSTICS, severityOf } from '../minutes/diagnostics.ts';
import type { Diagnostic, Severity } from '../minutes/diagnostics.ts';
import { sortFindings } from './findings.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' };

/**
 * The findings as a code quality report of GitLab, which shows them in a merge request. A finding
 * keeps its fingerprint when lines before it come or go, so that only new ones are shown as new.
 * https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export function formatGitlab(diagnostics: readonly Diagnostic[]): string {
  const seen = new Map<string, number>();
  const report = sortFindings(diagnostics).map(({ code, message, hint, path, place }) => {
    const identity = [code, path, message].join('\n');
    const count = seen.get(identity) ?? 0;
    seen.set(identity, count + 1);
    return {
      description: `${DIAGNOSTICS[code].title}：${message}。改法：${hint}`,
      check_name: code,
      fingerprint: fingerprintOf(`${identity}\n${count}`),
      severity: SEVERITIES[severityOf(code)],
      location: { path, lines: { begin: place.kind === 'source' ? place.line : 1 } },
    };
  });
  return JSON.stringify(report, null, 2);
}

const PRIME = 0x100_0000_01b3n;
const BASIS = 0xcbf2_9ce4_8422_2325n;

/** FNV-1a over UTF-16 units, 64 bits in hexadecimal: it tells findings apart and keeps no secret. */
function fingerprintOf(text: string): string {
  let hash = BASIS;
  for (let at = 0; at < text.length; at++)
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(at))) * PRIME);
  return hash.toString(16).padStart(16, '0');
}
