import { textAt } from '../minutes/model.ts';
import type { AgendaItem } from '../minutes/model.ts';
import { inText, whereOf } from './rule.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * P19: each item says who reported, what was decided, and of an approved document in whose name it is
 * issued or who carries it out. Real minutes leave out much of it as their habit is; an item is
 * reported only where the other items of its kind in the same minutes have what it lacks.
 */
export const checkItemParts: Rule = ({ minutes }) =>
  PARTS.flatMap(({ name, concerns, has }) => {
    const items = minutes.items.filter(concerns);
    const lacking = items.filter((item) => !has(item, textAt(minutes, item.span)));
    const usual = items.length - lacking.length >= LEAST && lacking.length * SHARE <= items.length;
    return usual ? lacking.map((item) => findingOf(item, name)) : [];
  });

/** What is usual: in at least three other items, and missing in no more than one of four. */
const LEAST = 3;
const SHARE = 4;

interface Part {
  readonly name: string;
  readonly concerns: (item: AgendaItem) => boolean;
  readonly has: (item: AgendaItem, text: string) => boolean;
}

const PARTS: readonly Part[] = [
  {
    name: '汇报单位',
    concerns: ({ action }) => action?.value === '审议' || action?.value === '听取',
    has: ({ reporters }) => reporters.length > 0,
  },
  {
    name: '议定结果（原则同意、同意、另行研究等）',
    concerns: ({ action, documents }) => action?.value === '审议' && documents.length > 0,
    has: ({ decisions }, text) => decisions.length > 0 || PUT_OFF.test(text),
  },
  {
    name: '印发名义或落实单位',
    concerns: ({ documents, decisions }) =>
      documents.some(({ value }) => TO_BE_ISSUED.test(value)) && decisions.some(isApproval),
    has: ({ decisions, responsible }) =>
      responsible.length > 0 ||
      decisions.some(
        ({ issuedInNameOf, leads, leadPersons }) =>
          issuedInNameOf !== null || leads.length > 0 || leadPersons.length > 0,
      ),
  },
];

/** Decisions not to decide or not to agree, in words that are no outcome. */
const PUT_OFF = /不予|不同意|不通过|暂不|暂缓|缓议|(?:另行|再行|重新)(?:研究|提交|审议)|再(?:次)?提交/u;
/** 请示 and 汇报 are answered; these are issued. */
const TO_BE_ISSUED =
  /(?:方案|办法|意见|规定|规划|计划|措施|细则|条例|制度|政策|预案|标准|要点)(?:（[^）]*）)?$/u;

function isApproval({ outcome }: AgendaItem['decisions'][number]): boolean {
  return outcome === '原则同意' || outcome === '原则通过' || outcome === '同意' || outcome === '通过';
}

function findingOf(item: AgendaItem, part: string): Finding {
  const { heading, lead, span, order } = item;
  const fact = heading ?? lead;
  return {
    code: 'items/incomplete',
    message: `第 ${order} 个议题没有读到${part}，其他议题都有`,
    hint: '对照原件：抄漏的补上；写法特殊没有读出来的，在文件头 items 里写明；原件没有的，不用改',
    at: fact === null ? inText(span.start, span.end) : whereOf(fact),
  };
}
