import { textAt, type Block, type Minutes } from '../minutes/model.ts';
import type { Site } from '../site.ts';
import { documentTitle } from './meeting-summary.ts';
import { roleOf, type BlockRole } from './roles.ts';

/** A part of the document on paper, in the order of the text. */
export type PaperPart =
  /** The mark of minutes (纪要标志, GB/T 9704 10.3), one entry a line. */
  | { readonly kind: 'mark'; readonly lines: readonly string[] }
  | { readonly kind: 'number'; readonly text: string }
  /** The line above the red rule: office at the left, date at the right. */
  | { readonly kind: 'imprint'; readonly left: string; readonly right: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** 出席：, 列席： … with names that hang behind the label. */
  | { readonly kind: 'roll'; readonly label: string; readonly text: string }
  /** Who compiled, and when. */
  | { readonly kind: 'signature'; readonly lines: readonly string[] }
  /** What stands in the place of a withheld passage; no official text. */
  | { readonly kind: 'withheld'; readonly text: string };

/** One line of the record of issue (版记) at the foot of the last page (GB/T 9704 7.4). */
export type RecordLine =
  | { readonly kind: 'list'; readonly label: string; readonly text: string }
  | { readonly kind: 'imprint'; readonly left: string; readonly right: string };

/** The minutes as the paper document: all of their text, once, in order, and what is said of the file. */
export interface PaperView {
  readonly title: string;
  /** `YYYY-MM-DD HH:MM` in Beijing, the date of the file; null when nothing was stated. */
  readonly published: string | null;
  /** Whether the red rule stands under the head: there is a mark, a number or an imprint. */
  readonly ruled: boolean;
  readonly head: readonly PaperPart[];
  readonly body: readonly PaperPart[];
  readonly record: readonly RecordLine[];
  /** What stands above the first line of each page of a site that is none; null in publish mode (R1.4). */
  readonly notice: string | null;
}

const HEAD_ROLES: ReadonlySet<BlockRole> = new Set<BlockRole>(['title', 'number', 'issuer', 'date']);
/** A line that is a day and nothing else; which of the days of the minutes it is doesn't matter on paper. */
const DAY = /^[\d０-９]{4}年[\d０-９]{1,2}月[\d０-９]{1,2}日$/u;
/** Office and day on one line, as some print them under the number. */
const IMPRINT = /^\p{Script=Han}{2,30}\s+[\d０-９]{4}年[\d０-９]{1,2}月[\d０-９]{1,2}日$/u;
/** The line of the office that issued, the last of a record of issue (GB/T 9704 7.4.3). */
const ISSUED = /[\d０-９]日\s*印发$/u;
const LABEL = /^[\p{Script=Han}\s]{1,6}[：:]/u;

/** The view of the paper document of one set of minutes. */
export function paperView(minutes: Minutes, site: Site): PaperView {
  const blocks = minutes.blocks.map((block): Line => {
    const text = textOf(block, minutes);
    return { block, role: paperRoleOf(block, minutes, text), text };
  });
  const headEnd = endOf(blocks, ({ role }) => HEAD_ROLES.has(role));
  const recordStart = blocks.findIndex(
    ({ role, text }, at) =>
      at >= headEnd && (role === 'distribution' || (role !== 'withheld' && ISSUED.test(text))),
  );
  const bodyEnd = recordStart === -1 ? blocks.length : recordStart;
  const head = headOf(blocks.slice(0, headEnd));
  return {
    title: documentTitle(minutes),
    published: minutes.head.published,
    ruled: head.length > 0,
    head,
    body: bodyOf(blocks.slice(headEnd, bodyEnd), minutes),
    record: blocks.slice(bodyEnd).map(({ text }) => recordLine(text)),
    notice: site.mode === 'demo' ? `${site.name}：演示站点生成，非政府网站` : null,
  };
}

interface Line {
  readonly block: Block;
  readonly role: BlockRole;
  readonly text: string;
}

function paperRoleOf(block: Block, minutes: Minutes, text: string): BlockRole {
  if (block.kind === 'withheld') return block.kind;
  if (DAY.test(text)) return 'date';
  return IMPRINT.test(text) ? 'issuer' : roleOf(block, minutes);
}

function textOf(block: Block, minutes: Minutes): string {
  if (block.kind === 'withheld') return `此处按${block.basis}不予公开：${block.reason}`;
  return textAt(minutes, block.span);
}

/** How many lines from the first on are of a kind. */
function endOf(lines: readonly Line[], isOfKind: (line: Line) => boolean): number {
  const end = lines.findIndex((line) => !isOfKind(line));
  return end === -1 ? lines.length : end;
}

function headOf(lines: readonly Line[]): readonly PaperPart[] {
  const parts: PaperPart[] = [];
  for (const [at, { role, text }] of lines.entries()) {
    const next = lines[at + 1];
    const previous = lines[at - 1];
    if (role === 'title') parts.push({ kind: 'mark', lines: text.split(/\s+/u) });
    else if (role === 'number') parts.push({ kind: 'number', text });
    else if (role === 'issuer' && next?.role === 'date')
      parts.push({ kind: 'imprint', left: text, right: next.text });
    else if (!(role === 'date' && previous?.role === 'issuer')) parts.push(imprintOf(text));
  }
  return parts;
}

/** `某市人民政府办公室 2022年7月9日` → office and date apart; a date alone stands at the right. */
function imprintOf(text: string): PaperPart & RecordLine {
  const [, left = '', right = ''] = /^(.*?)\s*([\d０-９]{4}年[\d０-９]{1,2}月[\d０-９]{1,2}日\S*)$/u.exec(
    text,
  ) ?? ['', text, ''];
  return { kind: 'imprint', left, right };
}

function bodyOf(lines: readonly Line[], minutes: Minutes): readonly PaperPart[] {
  const parts: PaperPart[] = [];
  for (const [at, { block, role, text }] of lines.entries()) {
    const previous = lines[at - 1]?.role;
    const last = parts.at(-1);
    if (role === 'withheld') parts.push({ kind: 'withheld', text });
    else if (role === 'item-heading' || role === 'heading') parts.push({ kind: 'heading', text });
    else if (role === 'compiled-by') parts.push({ kind: 'signature', lines: [text] });
    else if (role === 'date' && previous === 'compiled-by' && last?.kind === 'signature')
      parts[parts.length - 1] = { kind: 'signature', lines: [...last.lines, text] };
    else if (role === 'date') parts.push({ kind: 'signature', lines: [text] });
    else parts.push(isRoll(block, minutes) ? rollOf(text) : { kind: 'paragraph', text });
  }
  return parts;
}

/** Whether a block is a list of those who were there, with its label. */
function isRoll({ span }: Block, { attendance, text }: Minutes): boolean {
  const list = attendance.span;
  const inside = list !== null && list.start <= span.start && span.start < list.end;
  return inside && LABEL.test(text.slice(span.start, span.end));
}

function rollOf(text: string): PaperPart {
  const label = LABEL.exec(text)?.[0] ?? '';
  return { kind: 'roll', label, text: text.slice(label.length) };
}

function recordLine(text: string): RecordLine {
  const label = LABEL.exec(text)?.[0];
  if (label !== undefined) return { kind: 'list', label, text: text.slice(label.length) };
  return ISSUED.test(text) || IMPRINT.test(text) ? imprintOf(text) : { kind: 'list', label: '', text };
}
