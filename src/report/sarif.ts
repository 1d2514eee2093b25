import { DIAGNOSTICS, severityOf } from '../minutes/diagnostics.ts';
import type { Diagnostic, DiagnosticCode, Severity } from '../minutes/diagnostics.ts';
import { pageOf, sortFindings } from './findings.ts';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/**
 * The findings as SARIF 2.1.0, which code hosts and editors read. Columns count UTF-16 units, which
 * the run says; paths are relative to the working directory; a replacement is given as a fix. Rules
 * are those that found something.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function formatSarif(diagnostics: readonly Diagnostic[]): string {
  const sorted = sortFindings(diagnostics);
  const codes = [...new Set(sorted.map(({ code }) => code))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'jiyao', language: 'zh-Hans', rules: codes.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        results: sorted.map((diagnostic) => resultOf(diagnostic, codes.indexOf(diagnostic.code))),
      },
    ],
  };
  return JSON.stringify(log, null, 2);
}

function ruleOf(code: DiagnosticCode): object {
  return {
    id: code,
    shortDescription: { text: DIAGNOSTICS[code].title },
    help: { text: `说明：${pageOf(code)}` },
    defaultConfiguration: { level: LEVELS[severityOf(code)] },
  };
}

function resultOf(diagnostic: Diagnostic, ruleIndex: number): object {
  const { code, message, hint, path, place, replacement } = diagnostic;
  const artifactLocation = { uri: encodeURI(path) };
  const region =
    place.kind === 'source'
      ? { startLine: place.line, startColumn: place.column, endColumn: place.column + place.length }
      : null;
  return {
    ruleId: code,
    ruleIndex,
    level: LEVELS[severityOf(code)],
    message: { text: `${message}。改法：${hint}` },
    locations: [{ physicalLocation: { artifactLocation, ...(region === null ? {} : { region }) } }],
    ...(region === null || replacement === undefined
      ? {}
      : {
          fixes: [
            {
              description: { text: hint },
              artifactChanges: [
                {
                  artifactLocation,
                  replacements: [{ deletedRegion: region, insertedContent: { text: replacement } }],
                },
              ],
            },
          ],
        }),
  };
}
