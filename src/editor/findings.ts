import { DIAGNOSTICS, severityOf } from '../minutes/diagnostics.ts';
import type { Diagnostic, Severity } from '../minutes/diagnostics.ts';
import { pageOf } from '../report/findings.ts';

/** A place in an editor: lines and characters from 0, characters in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A finding as editors show it. `data` comes back with a request for what could mend it. */
export interface EditorFinding {
  readonly range: Range;
  readonly severity: 1 | 2 | 3;
  readonly code: string;
  readonly source: '纪要';
  readonly message: string;
  readonly data?: { readonly replacement: string };
}

const SEVERITIES: Readonly<Record<Severity, EditorFinding['severity']>> = { error: 1, warning: 2, info: 3 };

/** Findings for the editor: fact, fix and page in one text. One about the whole file stands at its start. */
export function findingsForEditor(diagnostics: readonly Diagnostic[]): readonly EditorFinding[] {
  return diagnostics.map(({ code, message, hint, place, replacement }) => ({
    range: rangeOf(place),
    severity: SEVERITIES[severityOf(code)],
    code,
    source: '纪要',
    message: `${DIAGNOSTICS[code].title}：${message}\n改法：${hint}\n说明：${pageOf(code)}`,
    ...(replacement === undefined || place.kind !== 'source' ? {} : { data: { replacement } }),
  }));
}

function rangeOf(place: Diagnostic['place']): Range {
  if (place.kind === 'unknown') return { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
  const { line, column, length } = place;
  return {
    start: { line: line - 1, character: column - 1 },
    end: { line: line - 1, character: column - 1 + length },
  };
}

/** The whole of a text as a range, its last line end included. */
export function wholeRange(text: string): Range {
  const lines = text.split(/\r\n|\n|\r/u);
  return {
    start: { line: 0, character: 0 },
    end: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 },
  };
}
