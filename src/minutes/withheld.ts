import type { DiagnosticCode } from './diagnostics.ts';
import type { Span } from './places.ts';

/** Whether a file may hold the mark of a withheld passage: most can't, and need not be cut. */
export function mayWithhold(source: string): boolean {
  return /[:：]{2}/u.test(source);
}

/** Why a passage is not made public. Both are shown to readers; null is a fault that is reported. */
export interface Withholding {
  readonly reason: string | null;
  /** The provision it rests on: 条例第十六条. */
  readonly basis: string | null;
}

/** A part of the body in order: official text, or a passage that staff withhold (R2.5). */
export type BodyPart =
  | { readonly kind: 'text'; readonly span: Span }
  | ({ readonly kind: 'withheld'; readonly span: Span } & Withholding);

/** What is wrong with the marks of withheld passages, at its line. */
export interface WithheldFault {
  readonly code: DiagnosticCode;
  readonly span: Span;
  readonly message: string;
  readonly hint: string;
}

export interface CutBody {
  /** Spans count in the source; that of a withheld passage is what stands between its marks. */
  readonly parts: readonly BodyPart[];
  readonly faults: readonly WithheldFault[];
}

/** A line that begins like a mark, however it goes on; one that is meant as text begins with a backslash. */
const LIKE_MARK = /^[:：]{2,}|:::?\s*with-?h[eo]ld|[:：]{2,}\s*\{/iu;
const OPEN = /^:::[ \t]*withhold[ \t]*(?:\{(.*)\})?$/u;
const CLOSE = /^:::$/u;
const ATTRIBUTE = /\s*([a-z]+)\s*=\s*(?:"([^"]*)"|“([^”"]*)”)/gu;

const FORM = ':::withhold{reason="理由" basis="条例第十六条"}';

/**
 * Cuts the body of a file at its withheld passages: lines from `:::withhold{reason="…" basis="…"}` to
 * `:::`. Whatever looks like such a mark and is none is a fault, and what follows it is withheld up to
 * the next `:::` or the end: a slip of the pen must never publish a passage.
 */
export function cutBody(source: string, bodyStart: number): CutBody {
  const parts: BodyPart[] = [];
  const faults: WithheldFault[] = [];
  let open: { readonly mark: Span; readonly start: number; readonly why: Withholding } | null = null;
  let textStart = bodyStart;
  for (const { line, span, next } of linesFrom(source, bodyStart)) {
    if (!LIKE_MARK.test(line)) continue;
    if (CLOSE.test(line)) {
      if (open === null) faults.push(strayEnd(span));
      else parts.push({ kind: 'withheld', span: { start: open.start, end: span.start }, ...open.why });
      if (open === null) parts.push({ kind: 'text', span: { start: textStart, end: span.start } });
      open = null;
      textStart = next;
    } else if (open === null) {
      const { why, faults: found } = readMark(line, span);
      faults.push(...found);
      parts.push({ kind: 'text', span: { start: textStart, end: span.start } });
      open = { mark: span, start: next, why };
    } else {
      faults.push(malformed(span, '“:::withhold”里面又有一个标记', '先用“:::”结束上一段，再开始下一段'));
    }
  }
  if (open === null) parts.push({ kind: 'text', span: { start: textStart, end: source.length } });
  else {
    parts.push({ kind: 'withheld', span: { start: open.start, end: source.length }, ...open.why });
    faults.push({
      code: 'withheld/unclosed',
      span: open.mark,
      message: '不予公开的段落没有结束，后面的正文都不会公开',
      hint: '在这一段的下一行单独写“:::”',
    });
  }
  return { parts, faults };
}

function readMark(
  line: string,
  span: Span,
): { readonly why: Withholding; readonly faults: readonly WithheldFault[] } {
  const match = OPEN.exec(line);
  const inner = match?.[1] ?? '';
  const given = new Map(
    Array.from(inner.matchAll(ATTRIBUTE), ([, name = '', plain, curly]) => [
      name,
      (plain ?? curly ?? '').trim(),
    ]),
  );
  const why = { reason: given.get('reason') || null, basis: given.get('basis') || null };
  const rest = inner.replaceAll(ATTRIBUTE, '').trim();
  const unknown = [...given.keys()].some((name) => name !== 'reason' && name !== 'basis');
  if (match === null || rest !== '' || unknown)
    return {
      why,
      faults: [malformed(span, '这一行像不予公开段落的标记，但写法不对', `开始写成 ${FORM}，结束写成 :::`)],
    };
  const missing = [
    ...(why.reason === null ? ['理由 reason'] : []),
    ...(why.basis === null ? ['依据 basis'] : []),
  ];
  if (missing.length === 0) return { why, faults: [] };
  const message = `不予公开的段落没有写明${missing.join('和')}`;
  return { why, faults: [{ code: 'withheld/no-reason', span, message, hint: `写成 ${FORM}` }] };
}

function malformed(span: Span, message: string, hint: string): WithheldFault {
  return { code: 'withheld/malformed', span, message, hint };
}

function strayEnd(span: Span): WithheldFault {
  return malformed(span, '有结束标记“:::”，前面没有开始标记', `在不予公开的段落前一行写 ${FORM}`);
}

interface Line {
  /** Without white space at its ends. */
  readonly line: string;
  readonly span: Span;
  /** Where the next line begins. */
  readonly next: number;
}

function* linesFrom(source: string, from: number): Generator<Line> {
  const end = /\r\n|\n|\r/gu;
  let start = from;
  while (start < source.length) {
    end.lastIndex = start;
    const found = end.exec(source);
    const stop = found?.index ?? source.length;
    const next = found === null ? source.length : stop + found[0].length;
    const raw = source.slice(start, stop);
    const lead = raw.length - raw.trimStart().length;
    yield {
      line: raw.trim().replaceAll(/[\u200b-\u200f\u2060\ufeff]/gu, ''),
      span: { start: start + lead, end: Math.max(start + lead + 1, start + raw.trimEnd().length) },
      next,
    };
    start = next;
  }
}
