import { wholeRange } from './findings.ts';
import type { Range } from './findings.ts';

interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** Something an editor offers to do. Nothing is ever done before somebody chooses it. */
export interface CodeAction {
  readonly title: string;
  readonly kind: 'quickfix' | 'source.fixAll';
  readonly diagnostics?: readonly unknown[];
  readonly edit: { readonly changes: Readonly<Record<string, readonly TextEdit[]>> };
}

/**
 * What an editor may offer for findings that it shows: for each that has one its replacement, and to
 * mend all that is mechanical when `fixed` differs from the text.
 *
 * @param shown the findings as the editor sends them back; whatever has another form is passed over
 */
export function actionsFor(
  uri: string,
  text: string,
  shown: readonly unknown[],
  fixed: string,
): readonly CodeAction[] {
  const single = shown.flatMap((finding): readonly CodeAction[] => {
    const mend = readMend(finding);
    if (mend === null) return [];
    return [
      {
        title: mend.newText === '' ? '删去' : `改成“${mend.newText}”（请对照原件）`,
        kind: 'quickfix',
        diagnostics: [finding],
        edit: { changes: { [uri]: [mend] } },
      },
    ];
  });
  if (fixed === text) return single;
  const whole = { range: wholeRange(text), newText: fixed };
  return [
    ...single,
    {
      title: '改正机械的问题：文件头写法、空行断行、复制带进的空格',
      kind: 'source.fixAll',
      edit: { changes: { [uri]: [whole] } },
    },
  ];
}

function readMend(finding: unknown): TextEdit | null {
  if (!isRecord(finding) || !isRecord(finding['data']) || !isRecord(finding['range'])) return null;
  const { replacement } = finding['data'];
  const [start, end] = [readPosition(finding['range']['start']), readPosition(finding['range']['end'])];
  if (typeof replacement !== 'string' || start === null || end === null) return null;
  return { range: { start, end }, newText: replacement };
}

function readPosition(value: unknown): Range['start'] | null {
  if (!isRecord(value)) return null;
  const { line, character } = value;
  return typeof line === 'number' && typeof character === 'number' ? { line, character } : null;
}

/** Whether a value is an object whose fields can be looked at. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
