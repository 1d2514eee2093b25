import type { BureauLexicon } from '../lexicon.ts';
import type { BureauMention } from '../model.ts';
import type { Span } from '../places.ts';
import { bodyListAt, uniqueMentions } from './bodies.ts';
import type { Body } from './organisations.ts';
import type { Reading } from './reading.ts';

const HEARS =
  /(?:听取|审议|讨论|研究|审查|审定|通报)(?:并(?:听取|审议|讨论|研究|审查|审定))?了?|(?:原则上?同意|原则上?通过|审议通过)了?/gu;
const HANDED_IN =
  /(?:同意|通过|审议了?|讨论了?|听取了?)(?=[^，。；《》\n]{2,60}(?:提交|提请|报送|呈报|起草|拟定|汇报|上报|提出)(?:审议|研究)?的)/gu;
const LABEL = /(?:汇报|提报|提请|提交|报告|申报)(?:单位|部门)[：:]/gu;
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
  const bodies: Body[] = [];
  for (const span of spans) {
    const text = reading.text.slice(span.start, span.end);
    for (const match of text.matchAll(HEARS)) {
      const list = bodyListAt(reading.text, span.start + match.index + match[0].length, span.end, lexicon);
      if (list !== null && reports(reading.text, list.bodies, list.end, match[0], span.end))
        bodies.push(...list.bodies);
    }
    for (const form of [HANDED_IN, LABEL])
      for (const match of text.matchAll(form)) {
        const list = bodyListAt(reading.text, span.start + match.index + match[0].length, span.end, lexicon);
        if (list !== null && (form === LABEL || SUBMITS.test(reading.text.slice(list.end, list.end + 3))))
          bodies.push(...list.bodies);
      }
  }
  return uniqueMentions(reading, bodies);
}

function reports(text: string, bodies: readonly Body[], end: number, verb: string, limit: number): boolean {
  const after = text.slice(end, Math.min(limit, end + 60));
  if (SUBMITS.test(after)) return true;
  const [first] = bodies;
  if (first === undefined || !verb.startsWith('听取')) return false;
  if (bodies.length === 1 && GOVERNMENT.test(text.slice(first.span.start, first.span.end))) return false;
  return /^[^，。；\n]{0,40}(?:汇报|报告|情况|通报|说明|意见)/u.test(after);
}
