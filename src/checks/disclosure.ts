import type { Minutes } from '../minutes/model.ts';
import { readCompact } from '../minutes/parse/reading.ts';
import { inText, whereOf } from './rule.ts';
import type { Finding, Rule, Where } from './rule.ts';

/**
 * R2.4, P26: only what is 主动公开 and says so itself may be published. A document marked otherwise in
 * its front matter is refused (`disclosure/not-public`), as is one whose text carries a mark of
 * 依申请公开, 不予公开 or 不公开, in brackets or after 此件 or 公开方式 (`disclosure/mark-mismatch`). The same
 * words in running text (以公开为常态、不公开为例外) are no mark. A text without any mark is a reminder.
 */
export const checkDisclosure: Rule = ({ minutes }) => {
  const { disclosure } = minutes.head;
  const field: Where = { kind: 'staff', field: 'disclosure' };
  const marks = closedMarks(minutes);
  if (disclosure !== null && disclosure !== '主动公开') {
    const message = `公开属性是“${disclosure}”，不能发布`;
    const hint = '不公开的文件移出 content/minutes；经审查可以公开的，改为“disclosure: 主动公开”';
    return [{ code: 'disclosure/not-public', message, hint, at: field }, ...marks];
  }
  if (marks.length > 0) return marks;
  const { note } = minutes.foot;
  if (note !== null && /公开/u.test(note.value) && !OPEN_NOTE.test(compact(note.value))) {
    const message = `附注是“${note.value}”，与主动公开不一致`;
    return [{ code: 'disclosure/mark-mismatch', message, hint: MISMATCH_HINT, at: whereOf(note) }];
  }
  const text = compact(minutes.text);
  if (disclosure === null || note !== null || text === '' || OPEN_MARK.test(text)) return [];
  const message = '正文没有“（此件公开发布）”一类的附注';
  const hint = '对照原件：有附注的补上；原件没有的，确认已经公开审查';
  return [{ code: 'disclosure/no-mark', message, hint, at: field }];
};

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
    const message = `正文标有“${match[0]}”，不是主动公开的文件`;
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
