import { joinBlocks } from './join-blocks.ts';
import { isAttendanceLabel } from '../lines.ts';
import type { Block } from '../blocks.ts';
import type { Repaired } from './change.ts';
import type { Grown, Joining } from './join-blocks.ts';

const LABEL_START = /^\s*(?:出|列|请|记|缺|主|抄)\s*$/;
const LABEL_REST: Readonly<Record<string, RegExp>> = {
  出: /^\s*席\s*[：:]/,
  列: /^\s*席\s*[：:]/,
  缺: /^\s*席\s*[：:]/,
  请: /^\s*假\s*[：:]/,
  记: /^\s*录\s*(?:人\s*)?[：:]/,
  主: /^\s*[送持]\s*(?:人\s*)?[：:]/,
  抄: /^\s*[送报]\s*[：:]/,
};
/** A name, a part of one, or a name with the reason of absence in brackets. */
const PIECE = /^[\p{Script=Han}·]{1,4}(?:（[^（）\s]{2,40}）)?$/u;
const BODY = /(?:局|委|办|室|院|会|队|所|站|厅|部|中心|镇|乡|街道|公司|集团|学校|银行|支行)$/;
/** Stands for a text that is no list: not a name, and not a single character that waits for another. */
const NO_LIST: readonly string[] = ['。。'];
const REASON_BEHIND_SPACE = /\s+(?=（)/g;

/**
 * Mends lists whose names a PDF set one to a line or in columns: 出|席：王某某|李|某 becomes
 * 出席：王某某 李某. Two characters each alone on a line are one name; names are kept apart by a
 * space. A row with an organisation, a comma or a full stop in it is no list of names.
 */
export function joinBrokenNames(blocks: readonly Block[]): Repaired {
  let alone = endsAlone(piecesBehindLabel(blocks[0]?.text ?? ''));
  return joinBlocks(blocks, 'broken-names', (grown, next) => {
    const pieces = piecesOf(next.text);
    const verdict = relate(grown, next, pieces, alone);
    // A first single character that completes the name before it leaves the rest to pair up.
    const paired = alone && verdict?.glue === '';
    const labelled = !verdict || /[：:]/.test(next.text);
    alone = endsAlone(paired ? pieces.slice(1) : labelled ? piecesBehindLabel(next.text) : pieces);
    return verdict;
  });
}

function relate(grown: Grown, next: Block, pieces: readonly string[], alone: boolean): Joining | null {
  if (grown.first.kind === 'heading' || next.kind === 'heading') return null;
  const start = grown.first === grown.last ? grown.first.text : '';
  if (LABEL_START.test(start)) {
    const rest = LABEL_REST[start.trim()];
    return rest?.test(next.text) ? joining('', false, '接上拆成单字的栏目名') : null;
  }
  if (!listGoesOn(grown) || !isList(pieces) || LABEL_START.test(next.text)) return null;
  if (/[：:]\s*$/.test(grown.last.text)) return joining('', false, '名单接在栏目名之后');
  if (!alone) return joining(' ', false, '名单各行接为一段，姓名之间空一格');
  const first = pieces[0] ?? '';
  if (first.length === 1) return joining('', false, '接上拆成单字的姓名');
  return first.length === 2
    ? joining('', true, '行末单字与下行两字接为一个姓名，请核对')
    : joining(' ', true, '单字没有配对，请核对姓名');
}

/** A list under a label that so far holds names only. */
function listGoesOn({ first, last }: Grown): boolean {
  const labelled = isAttendanceLabel(first.text) || LABEL_START.test(first.text);
  if (!labelled) return false;
  const isFirst = first === last || LABEL_REST[first.text.trim()]?.test(last.text) === true;
  return isFirst ? isList(piecesBehindLabel(last.text), true) : isList(piecesOf(last.text));
}

function isList(pieces: readonly string[], mayBeEmpty = false): boolean {
  if (pieces.length === 0) return mayBeEmpty;
  if (pieces.length > 40 || !pieces.every((piece) => PIECE.test(piece))) return false;
  return pieces.length > 2 || !pieces.some((piece) => piece.length > 2 && BODY.test(piece));
}

function piecesOf(text: string): readonly string[] {
  return text.length > 300 ? NO_LIST : text.replace(REASON_BEHIND_SPACE, '').trim().split(/\s+/);
}

function piecesBehindLabel(text: string): readonly string[] {
  const names = /^[^：:]{1,12}[：:]\s*(.*)$/s.exec(text.slice(0, 300))?.[1];
  return names === undefined ? NO_LIST : names === '' ? [] : piecesOf(names);
}

/** Whether the last single character of a row waits for its other half. */
function endsAlone(pieces: readonly string[]): boolean {
  let waiting = false;
  for (const piece of pieces) waiting = piece.length === 1 && !waiting;
  return waiting;
}

function joining(glue: '' | ' ', doubt: boolean, note: string): Joining {
  return { join: true, glue, doubt, note };
}
