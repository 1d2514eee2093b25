import type { BureauLexicon } from '../lexicon.ts';
import type { BureauMention } from '../model.ts';
import type { Span } from '../places.ts';
import { bodyListAt, uniqueMentions } from './bodies.ts';
import type { Body } from './organisations.ts';
import type { Reading } from './reading.ts';
import { splitClauses } from './sentences.ts';

const HEARS =
  /(?:听取|审议|讨论|研究|审查|审定|通报)(?:并(?:听取|审议|讨论|研究|审查|审定))?了?|(?:原则上?同意|原则上?通过|审议通过)了?/gu;
const HANDED_IN =
  /(?:同意|通过|审议了?|讨论了?|听取了?)(?=[^，。；《》\n]{2,60}(?:提交|提请|报送|呈报|起草|拟定|汇报|上报|提出)(?:审议|研究)?的(?![^，。]{0,6}(?:意见|建议|名单)))/gu;
const LABEL = /(?:汇报|提报|提请|提交|报告|申报)(?:单位|部门)[：:]/gu;
/** The office and name of who spoke for a body: 局长简明, 党委书记、局长马远, 副局长孔祥瑞同志. */
const SPEAKER =
  /^(?:(?:党委|党组|党工委)?(?:常务)?副?(?:书记|局长|主任|镇长|乡长|部长|院长|总经理|董事长|秘书长|大队长|支队长|队长|主席|会长|行长|所长|站长)、?){1,2}[\u4e00-\u9fff·]{2,4}?(?:同志)?(?=、|关于|《|就|的|分别|作|汇报|介绍|代表)/u;
/** …的报告和B局关于…: a second report in the same sentence. */
const MORE = /^[^。\n]*?(?:汇报|报告|情况|说明)(?:和|、|，|以及)/u;
const REPORTS =
  /^(?:主要负责同志|负责同志|负责人)?(?:分别|先后|就[^，。]{2,16})?(?:汇报了?|作了?(?:专题|情况|工作)?(?:汇报|说明|介绍)|介绍了|报告了)/u;
/** What stands behind a body that laid a paper before the meeting. */
const SUBMITS = /^(?:《|关于|“|起草|提交|提请|报送|呈报|拟定|制定|编制|上报|汇报|就|所作|作的|提出)/u;
/** 市政府工作报告 is a title, not a report by 市政府. */
const GOVERNMENT = /^[\u4e00-\u9fff]{0,8}(?:人民)?政府$/u;

/**
 * Who reported or submitted: the bodies behind 听取(并审议)了…, 审议…《》, and those before 提交的 and
 * the like, or behind a label 汇报单位：. Never read from 同意…意见, which only names who proposed.
 * `spans` are the heading and the sentences before the remarks.
 */
export function readReporters(
  reading: Reading,
  spans: readonly Span[],
  lexicon: BureauLexicon,
): BureauMention[] {
  const { text } = reading;
  const bodies = spans.flatMap((span) => [
    ...matchesIn(text, span, HEARS).flatMap(({ end, word }) => heardAt(text, end, span.end, word, lexicon)),
    ...matchesIn(text, span, HANDED_IN).flatMap(({ end }) => {
      const list = bodyListAt(text, end, span.end, lexicon);
      return list !== null && SUBMITS.test(text.slice(list.end, list.end + 3)) ? list.bodies : [];
    }),
    ...matchesIn(text, span, LABEL).flatMap(
      ({ end }) => bodyListAt(text, end, span.end, lexicon)?.bodies ?? [],
    ),
    ...speakersIn(text, span, lexicon),
  ]);
  return uniqueMentions(reading, bodies);
}

function matchesIn(text: string, { start, end }: Span, form: RegExp): { end: number; word: string }[] {
  return [...text.slice(start, end).matchAll(form)].map(({ index, 0: word }) => ({
    end: start + index + word.length,
    word,
  }));
}

/** 听取了A局关于…, and with speakers: 听取了A局局长甲、B局副局长乙同志关于…. */
function heardAt(
  text: string,
  at: number,
  end: number,
  verb: string,
  lexicon: BureauLexicon,
): readonly Body[] {
  const list = bodyListAt(text, at, end, lexicon);
  if (list === null) return [];
  const speaker = SPEAKER.exec(text.slice(list.end, Math.min(end, list.end + 24)));
  if (speaker === null) {
    if (!reports(text, list.bodies, list.end, verb, end)) return [];
    const more = MORE.exec(text.slice(list.end, Math.min(end, list.end + 120)));
    const next = more === null ? null : bodyListAt(text, list.end + more[0].length, end, lexicon);
    return next !== null && SUBMITS.test(text.slice(next.end, next.end + 3))
      ? [...list.bodies, ...next.bodies]
      : list.bodies;
  }
  const behind = list.end + speaker[0].length;
  const rest = text.charAt(behind) === '、' ? heardAt(text, behind + 1, end, verb, lexicon) : [];
  return [...list.bodies, ...rest];
}

/** A局汇报了…, A局局长甲、B局副局长乙分别作了汇报: bodies that open a sentence or clause and report. */
function speakersIn(text: string, span: Span, lexicon: BureauLexicon): readonly Body[] {
  return splitClauses(text, span).flatMap((clause) => {
    const bodies: Body[] = [];
    for (let at = clause.start; at < clause.end;) {
      const list = bodyListAt(text, at, clause.end, lexicon);
      if (list === null) return [];
      bodies.push(...list.bodies);
      const speaker = SPEAKER.exec(text.slice(list.end, clause.end))?.[0].length ?? 0;
      const behind = list.end + speaker;
      if (REPORTS.test(text.slice(behind, behind + 24))) return bodies;
      if (text.charAt(behind) !== '、') return [];
      at = behind + 1;
    }
    return [];
  });
}

function reports(text: string, bodies: readonly Body[], end: number, verb: string, limit: number): boolean {
  const after = text.slice(end, Math.min(limit, end + 60));
  if (SUBMITS.test(after)) return true;
  const [first] = bodies;
  if (first === undefined || !verb.startsWith('听取')) return false;
  if (bodies.length === 1 && GOVERNMENT.test(text.slice(first.span.start, first.span.end))) return false;
  return /^[^，。；\n]{0,40}(?:汇报|报告|情况|通报|说明|意见)/u.test(after);
}
