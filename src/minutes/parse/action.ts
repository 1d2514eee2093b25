import type { Action, Fact } from '../model.ts';
import type { Span } from '../places.ts';
import { blankTitles } from './bracketed.ts';
import { factOf, type Reading } from './reading.ts';

const VERBS: readonly (readonly [RegExp, Action])[] = [
  [/(?:传达|专题学习|集体学习|集中学习|组织学习|学习(?!型)|宣读|观看)/u, '传达学习'],
  [/(?:审议|审定|审查|审核|审批)/u, '审议'],
  [/(?:听取|通报)/u, '听取'],
  [/讨论/u, '讨论'],
];

/** 研究 as the act itself: not 研究审议, and not 研究院. */
const STUDIES = /研究(?!院|所|生|中心|成果|室|并?(?:审议|审定|审查|讨论|听取))/u;

/**
 * The act of an item: the first verb of its heading or first sentence outside 《》. 研究审议 counts
 * as 审议, 研究 alone as 研究. Null when there is none (关于…有关问题).
 */
export function readAction(reading: Reading, span: Span): Fact<Action> | null {
  const text = blankTitles(reading.text.slice(span.start, span.end));
  let best: { at: number; length: number; action: Action } | null = null;
  for (const [verb, action] of VERBS) {
    const match = verb.exec(text);
    if (match !== null && (best === null || match.index < best.at))
      best = { at: match.index, length: match[0].length, action };
  }
  const study = STUDIES.exec(text);
  if (study !== null && (best === null || study.index < best.at))
    best = { at: study.index, length: 2, action: '研究' };
  if (best === null) return null;
  return factOf(reading, best.action, {
    start: span.start + best.at,
    end: span.start + best.at + best.length,
  });
}
