import type { BureauLexicon } from '../lexicon.ts';
import type { Fact } from '../model.ts';
import type { Span } from '../places.ts';
import { bodyListAt } from './bodies.ts';
import { bodyAt, type Body } from './organisations.ts';
import { factAt, type Reading } from './reading.ts';
import { splitClauses } from './sentences.ts';
import { isName } from './surnames.ts';

/** Words that give a body a task when they stand before it. */
const GIVES = /(?:由|责成|交由|授权|委托|督促|会同|同意|支持|要求|(?<![提报申邀聘呈])请(?!示|求|假|批))/gu;
/** What makes 同意‹局› an approval of its paper, not a task: 同意‹局›意见, 同意‹局›《…》. */
const ITS_PAPER = /^(?:审定|审批|批准|同意|意见|的|《|关于|提交|提出|上报|起草|汇报|所|拟|报送|建议|方案)/u;
/** What a body that is told to act is followed by. */
const ACTS =
  /^，?(?:要(?!求|点|素|件|害|领|义|闻|道)|应(?!急|对|用|邀|届|收)|须|需(?!求)|必须|务必|具体|负责|牵头|总牵头|配合|做好|加强|会同|协助|协调|协同|印发|按|根据|组织|落实|抓|重点|发挥|继续|进一步|切实|尽快|同步|及时|作为|统筹|主动|共同|联合|承担|制定|跟进|跟踪|督促|指导|持续|依法|依规|严格|结合|明确|推进|加快|完善|履行|提供|支持|参与|全面|全力|认真|抓紧|适时|定期|拿出|摸排|既要|分别|积极|密切|强化|不断|深入|着力|会后|会前|先|再|予以|给予|指定|选派|出资|安排|准备)/u;
/** Words that may open a clause before its subject. */
const LEADS_IN =
  /^(?:(?:[一二三四五六七八九十]{1,4}、)?[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、](?!\d)|第?[一二三四五六七八九十]{1,2}[是要]|会后|同时|此外|另外|其中|下一步|今后|近期|特别是|尤其是|必要时|原则上|后续|具体由|责成|交由|授权|委托|由|请|还|并)/u;

/**
 * Every named body that a passage tells to act: behind 由/责成/请, or as the subject of a clause
 * before 要/负责/牵头/配合 and the like. Bodies that only receive or approve (报…审定) are none.
 */
export function findDutyBodies(text: string, span: Span, lexicon: BureauLexicon): Body[] {
  const bodies: Body[] = [];
  for (const clause of splitClauses(text, span)) {
    const subject = subjectStart(text, clause);
    const list = bodyListAt(text, subject, span.end, lexicon);
    if (list !== null && ACTS.test(text.slice(list.end, list.end + 4))) bodies.push(...list.bodies);
    const words = text.slice(clause.start, clause.end);
    for (const match of words.matchAll(GIVES)) {
      const at = clause.start + match.index + match[0].length;
      const given = bodyListAt(text, at, span.end, lexicon);
      if (given !== null && isTask(text, given.end, match[0])) bodies.push(...given.bodies);
    }
  }
  return bodies;
}

/** 同意‹body›启动… is a task, 同意‹body›‹村›项目 is none; behind 由 everything is but its paper. */
function isTask(text: string, end: number, word: string): boolean {
  if (ITS_PAPER.test(text.slice(end, end + 2))) return false;
  return !/^(?:同意|支持)$/u.test(word) || MAY_DO.test(text.slice(end, end + 3));
}

const MAY_DO =
  /^(?:启动|开展|实施|按|自筹|承担|负责|牵头|组织|办理|使用|出资|申请|采用|设立|收购|转让|以|对|作为|聘请|预拨|根据|先行|继续|依法)/u;

function subjectStart(text: string, { start, end }: Span): number {
  let at = start;
  for (let match = LEADS_IN.exec(text.slice(at, Math.min(end, at + 12))); match !== null;) {
    at += match[0].length;
    match = LEADS_IN.exec(text.slice(at, Math.min(end, at + 12)));
  }
  return at;
}

const BY_NAME = /由([\u4e00-\u9fff·]{2,8}?)同志(?:总?牵头|负责|具体|统筹|调度|抓总)/gu;
const BY_OFFICE =
  /(?:书记|市长|县长|区长|州长|旗长|镇长|乡长|主任|主席|局长|部长|秘书长|常委|委员|成员)([\u4e00-\u9fff]{2,4}?)(?:同志)?(?:总?牵头|负责|统筹调度|调度)/gu;

/** The leaders named to take charge: 由…同志牵头, 副县长…牵头. */
export function findLeadPersons(reading: Reading, span: Span): Fact<string>[] {
  const text = reading.text.slice(span.start, span.end);
  const found: Fact<string>[] = [];
  for (const form of [BY_NAME, BY_OFFICE])
    for (const match of text.matchAll(form)) {
      const name = match[1] ?? '';
      if (!isName(name)) continue;
      const start = span.start + match.index + match[0].indexOf(name, 1);
      found.push(factAt(reading, { start, end: start + name.length }));
    }
  return found;
}

const IN_NAME =
  /以([\u4e00-\u9fff、]{2,24}?)(?:的)?名义(?:联合)?(?:印发|下发|发布|出台|行文|发文|公布|上报)/u;

/** The body in whose name a decision is to be issued: 以市政府名义印发. */
export function findIssuer(text: string, span: Span, lexicon: BureauLexicon): Body | null {
  const match = IN_NAME.exec(text.slice(span.start, span.end));
  if (match?.[1] === undefined) return null;
  const start = span.start + match.index + 1;
  const end = start + match[1].length;
  const body = bodyAt(text, start, end, lexicon, true);
  return { span: { start, end }, bureaus: body?.span.end === end ? body.bureaus : [], collective: false };
}
