import { severityOf } from '../minutes/diagnostics.ts';
import type { Diagnostic, Severity } from '../minutes/diagnostics.ts';
import { codeFrame, linesOf } from './code-frame.ts';
import { comparePaths, countOf, minutesCount, pageOf, sortFindings } from './findings.ts';
import type { Sources } from '../minutes/sources.ts';
import { visible } from './width.ts';

/** What a text report leaves out. */
export interface TextReport {
  /** Whether findings of level info are printed, and not only counted; true when left out. */
  readonly info?: boolean;
  /**
   * Whether each finding of one code in one file is printed; true when left out. Otherwise the first few
   * are, and of the rest the lines; and of very many files with reminders alone those that come last by
   * their paths, which are the newest minutes. Errors are always printed, each by itself.
   */
  readonly all?: boolean;
}

/** So many findings of one code in one file stand by themselves before the rest are put together. */
const FIRST = 3;
/** So many files with reminders alone are printed before the rest are only counted. */
const FILES = 100;

const LABELS: Readonly<Record<Severity, string>> = { error: '错误', warning: '提醒', info: '提示' };

/**
 * The findings as staff read them in a terminal: place, fact, code, the line itself with a mark
 * under it, what to do, the page that explains; then one line of sums. A file that isn't in
 * `sources` gets no code frame. Ends without line feed.
 */
export function formatReport(
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  { info = true, all = true }: TextReport = {},
): string {
  const errors = countOf(diagnostics, 'error');
  const warnings = countOf(diagnostics, 'warning');
  const infos = countOf(diagnostics, 'info');
  const how = infos > 0 && !info ? '（加 --info 查看）' : '';
  const summary =
    `共检查 ${minutesCount(sources)} 份纪要：${errors} 处错误，${warnings} 处提醒` +
    (infos > 0 ? `，${infos} 处提示${how}` : '');
  const shown = diagnostics.filter(({ code }) => info || severityOf(code) !== 'info');
  const byFile = [...Map.groupBy(shown, ({ path }) => path)].toSorted(byPath);
  const left = all ? [] : byFile.filter(([, ofFile]) => !hasError(ofFile)).slice(0, -FILES);
  const unprinted = new Set(left.map(([path]) => path));
  const findings = byFile.flatMap(([path, ofFile]) => {
    if (unprinted.has(path)) return [];
    const source = sources.get(path);
    const lines = source === undefined ? [] : linesOf(source);
    const print = (diagnostic: Diagnostic): string => formatFinding(diagnostic, lines);
    const sorted = sortFindings(ofFile);
    return all
      ? sorted.map(print)
      : foldRepeated(sorted).map((each) => (isOne(each) ? print(each) : formatRest(each)));
  });
  return [...(left.length === 0 ? [] : [formatLeft(left)]), ...findings, summary].join('\n\n');
}

/** By code unit, as `sortFindings` has them. */
function byPath(
  [one]: readonly [path: string, ...unknown[]],
  [other]: readonly [path: string, ...unknown[]],
): number {
  return comparePaths(one, other);
}

function hasError(findings: readonly Diagnostic[]): boolean {
  return findings.some(({ code }) => severityOf(code) === 'error');
}

/** Files of which nothing is printed. */
function formatLeft(left: readonly (readonly [path: string, findings: readonly Diagnostic[]])[]): string {
  const findings = left.reduce((sum, [, ofFile]) => sum + ofFile.length, 0);
  return `另有 ${left.length} 个文件的 ${findings} 处提醒没有列出（用 npm run check -- --all 全部列出）`;
}

/** Findings of one code in one file that are not printed one by one. */
type Rest = readonly Diagnostic[];

/** The findings of one file in order, those that repeat too often in one place behind the first of their code. */
function foldRepeated(ofFile: readonly Diagnostic[]): readonly (Diagnostic | Rest)[] {
  const byCode = Map.groupBy(ofFile, ({ code }) => code);
  const isFolded = ({ code }: Diagnostic): boolean =>
    severityOf(code) !== 'error' && (byCode.get(code)?.length ?? 0) > FIRST + 1;
  return ofFile.flatMap((diagnostic): readonly (Diagnostic | Rest)[] => {
    const same = byCode.get(diagnostic.code) ?? [];
    const at = same.indexOf(diagnostic);
    if (!isFolded(diagnostic) || at < FIRST - 1) return [diagnostic];
    return at === FIRST - 1 ? [diagnostic, same.slice(FIRST)] : [];
  });
}

function isOne(each: Diagnostic | Rest): each is Diagnostic {
  return 'code' in each;
}

/** `…/001.md 另有 12 处提醒 [bureaus/unknown]：第 18、22、25 行（加 --all 逐处列出）`. */
function formatRest(rest: Rest): string {
  const [first] = rest;
  if (first === undefined) return '';
  const lines = new Set(rest.flatMap(({ place }) => (place.kind === 'source' ? [place.line] : [])));
  const where = lines.size === 0 ? '' : `：第 ${[...lines].join('、')} 行`;
  const label = LABELS[severityOf(first.code)];
  return `${visible(first.path)} 另有 ${rest.length} 处${label} [${first.code}]${where}（用 npm run check -- --all 逐处列出）`;
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
