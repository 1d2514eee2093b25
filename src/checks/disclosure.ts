import type { Minutes } from '../minutes/model.ts';
import { readCompact } from '../minutes/parse/reading.ts';
import { inText, whereOf } from './rule.ts';
import type { Finding, Rule, Where } from './rule.ts';

/**
 * R2.4, P26: only what is 主动公开 and says so itself may be published. A document marked otherwise in
 * its front matter is refused (`disclosure/not-public`), as is one whose text carries a mark of
 * 依申请公开, 不予公开 or 不公开, in brackets or after 此件 or 公开方式 (`disclosure/mark-mismatch`). The same
 * words in running text (以公开为常态、不公开为例外) are no mark. 此件删减后公开 needs a word on what was left
 * out and why. A text without any mark needs a reason; without one it is a reminder in a demo and
 * refused where the site is published.
 */
export const checkDisclosure: Rule = ({ minutes, policy }) => {
  const { disclosure, disclosureReason } = minutes.head;
  const field: Where = { kind: 'staff', field: 'disclosure' };
  const marks = closedMarks(minutes);
  if (disclosure !== null && disclosure !== '主动公开') {
    const message = `公开属性是“${disclosure}”，不能发布`;
    const hint = '不公开的文件移出 content/minutes；经审查可以公开的，改为“disclosure: 主动公开”';
    return [{ code: 'disclosure/not-public', message, hint, at: field }, ...marks];
  }
  if (marks.length > 0) return marks;
  const { note } = minutes.foot;
  const redacted = redactedMarks(minutes);
  if (redacted.length > 0) return saysWhatIsLeftOut(minutes) ? [] : redacted.slice(0, 1);
  if (note !== null && /公开/u.test(note.value) && !OPEN_NOTE.test(compact(note.value))) {
    const message = `附注是“${note.value}”，与主动公开不一致`;
    return [{ code: 'disclosure/mark-mismatch', message, hint: MISMATCH_HINT, at: whereOf(note) }];
  }
  const text = compact(minutes.text);
  if (disclosure === null || note !== null || text === '' || OPEN_MARK.test(text)) return [];
  if (disclosureReason !== null) return [];
  const message = '正文没有“（此件公开发布）”一类的附注';
  const code = policy.publish ? 'disclosure/no-ground' : 'disclosure/no-mark';
  return [{ code, message, hint: NO_MARK_HINT, at: field }];
};

const NO_MARK_HINT =
  '对照原件：有附注的补上；原件没有的，经公开审查后在文件头写明“disclosureReason: 可以公开的理由和审查结论”';

/** Whether the document tells its readers what is missing and why (R2.4). */
function saysWhatIsLeftOut({ head, blocks }: Minutes): boolean {
  return head.redaction !== null || blocks.some(({ kind }) => kind === 'withheld');
}

function redactedMarks({ text }: Minutes): readonly Finding[] {
  const reading = readCompact(text);
  return Array.from(reading.text.matchAll(/此件删减后(?:主动)?公开(?:发布)?/gu), (match) => {
    const span = reading.original({ start: match.index, end: match.index + match[0].length });
    return {
      code: 'disclosure/no-redaction-record',
      message: `附注是“${match[0]}”，没有写明删减了什么、依据是什么`,
      hint: '在文件头写“redaction:”，下面缩进两格写“basis: 条例第十五条”和“reason: 删减的内容和理由”',
      at: inText(span.start, span.end),
    };
  });
}

const OPEN_NOTE = /^此件(?:主动)?公开(?:发布)?$/u;
const OPEN_MARK = /此件(?:主动)?公开/u;
const CLOSED = '依申请公开|不予公开|不公开';
const CLOSED_MARK = new RegExp(
  `[（(【〔［[][^（）()【】〔〕［］[\\]\\n]{0,20}(?:${CLOSED})(?!为例外)[^（）()【】〔〕［］[\\]\\n]{0,10}[）)】〕］\\]]` +
    `|此件(?:${CLOSED})|公开(?:方式|属性|类别|形式)[：:](?:${CLOSED})`,
  'gu',
);
const MISMATCH_HINT = '请公开审查人员核对：附注与公开属性以审查结论为准，不公开的文件移出 content/minutes';

function closedMarks({ text }: Minutes): readonly Finding[] {
  const reading = readCompact(text);
  return Array.from(reading.text.matchAll(CLOSED_MARK), (match) => {
    const span = reading.original({ start: match.index, end: match.index + match[0].length });
    const message = `正文标有“${compact(text.slice(span.start, span.end))}”，不是主动公开的文件`;
    return {
      code: 'disclosure/mark-mismatch',
      message,
      hint: MISMATCH_HINT,
      at: inText(span.start, span.end),
    };
  });
}

function compact(text: string): string {
  return text.replaceAll(/\s/gu, '');
}
