import type { BureauLexicon } from '../lexicon.ts';
import type { Outcome } from '../model.ts';
import type { Span } from '../places.ts';
import { bodyAt } from './organisations.ts';
import { blankTitles } from './bracketed.ts';
import { splitSentences } from './sentences.ts';

/** A deciding sentence in the reading. */
export interface DecisionSpan {
  readonly span: Span;
  readonly outcome: Outcome;
  readonly outcomeSpan: Span;
}

const APPROVES =
  /原则上?同意|原则上?通过|一致同意|一致通过|审议通过|研究通过|讨论通过|研究同意|不予?同意|同意|会议通过(?=《|了)/gu;
const SETTLES = /会议(?:研究)?(?:确定|决定|议定|明确)：/u;
/** A vote and what came of it. */
const VOTES = /表决[^。]*?(未(?:获得?)?通过|不予通过|(?:获得?)?通过)/u;
/** A clause that refuses or puts off: 会议决定暂不购置, 不予通过, 建议暂缓表决. */
const REFUSES = /(?:^|[，；：])((?:会议)?(?:研究)?(?:决定|建议|认为)?(暂不|暂缓|不予)[^，。]{1,12})/u;
/** 会议研究决定，同意…: the clause before is part of the deciding. */
const DECIDES = /^会议(?:经|集体|充分|认真)*(?:研究|讨论)*(?:决定|确定|明确)，$/u;
const STATES = /^会议(?:还|同时|并)?(?:研究)?(?:明确|决定|确定)(?!了?(?:以下|如下))/u;
const AGREED =
  /(?:议定|决定|确定|形成|明确)了?(?:以下|如下)(?:几点|几项)?(?:意见|事项|决定|内容|工作|决议)?[：:]/u;
const REMARK = /^会议(?:还|并|同时|特别){0,2}(?:强调|指出|要求|认为)/u;
const FOLLOW_UP = /^(?:会后|会议结束后|下一步)[^。]{0,80}(?:印发|修改|完善|报批|报请|提请|按程序|发文|下发)/u;
/** A point's or item's mark, which is no part of the sentence behind it. */
const MARK =
  /^(?:[一二三四五六七八九十]{1,4}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、](?!\d)|第?[一二三四五六七八九十]{1,2}[是要])/u;

/**
 * The sentences of an item that decide, in text order: 原则(上)同意, 原则通过, 同意, 审议通过, 责成;
 * what follows 会议确定：; 会议明确…; what follows 议定了以下意见： where no sentence there approves.
 * A following sentence 会后，…印发 belongs to the decision. Hearing and 指出/强调/要求 decide nothing.
 */
export function findDecisions(
  text: string,
  body: Span,
  points: readonly Span[],
  lexicon: BureauLexicon,
): DecisionSpan[] {
  const sentences = splitSentences(text, body);
  const found: DecisionSpan[] = [];
  let settledUntil = body.start;
  for (const [index, whole] of sentences.entries()) {
    const sentence = withoutMark(text, whole);
    const words = text.slice(sentence.start, sentence.end);
    const settle = SETTLES.exec(words);
    const next = sentences[index + 1];
    if (settle !== null) {
      const start = sentence.start + settle.index + settle[0].length;
      const end = passageEnd(text, sentences, index);
      if (start < end) found.push(decide('议定', { start, end }, spanOf(sentence, settle)));
      settledUntil = end;
      continue;
    }
    if (sentence.start < settledUntil) continue;
    const decision =
      vote(sentence, words) ??
      refusal(sentence, words) ??
      approval(text, sentence) ??
      charge(text, sentence, lexicon) ??
      statement(sentence, words);
    if (decision !== null) found.push(withFollowUp(text, decision, next));
  }
  return found.length > 0 ? found : agreed(text, body, points);
}

/** The end of what 会议决定： holds: the paragraph, or the sentence before the next remark. */
function passageEnd(text: string, sentences: readonly Span[], from: number): number {
  let end = sentences[from]?.end ?? 0;
  for (const next of sentences.slice(from + 1)) {
    if (startsBlock(text, next) || REMARK.test(text.slice(next.start, next.start + 10))) break;
    end = next.end;
  }
  return end;
}

function decide(outcome: Outcome, span: Span, outcomeSpan: Span): DecisionSpan {
  return { span, outcome, outcomeSpan };
}

function spanOf(sentence: Span, match: RegExpExecArray): Span {
  return { start: sentence.start + match.index, end: sentence.start + match.index + match[0].length };
}

function withoutMark(text: string, { start, end }: Span): Span {
  const mark = MARK.exec(text.slice(start, Math.min(end, start + 8)));
  return { start: start + (mark?.[0].length ?? 0), end };
}

function startsBlock(text: string, { start }: Span): boolean {
  return start > 0 && text.charAt(start - 1) === '\n';
}

/** 原则同意 and its kin, where they are the meeting's own act: behind 会议… or at a clause's start. */
function approval(text: string, sentence: Span): DecisionSpan | null {
  const words = blankTitles(text.slice(sentence.start, sentence.end));
  for (const match of words.matchAll(APPROVES)) {
    const before = words.slice(0, match.index);
    const clauseAt =
      Math.max(before.lastIndexOf('，'), before.lastIndexOf('；'), before.lastIndexOf('：')) + 1;
    const clause = before.slice(clauseAt).replace(MARK, '');
    if (
      !/^(?:会议)?(?:经(?:过)?(?:认真|充分)?(?:研究|讨论|审议)，?)?(?:听取|审议|讨论|研究|集体|审查|审定|传达|学习|认真|并|了|后|、|，|一致|决定|已|再次|还|就此|由此|最终|原则){0,8}$/u.test(
        clause,
      )
    )
      continue;
    if (/^(?:\d*票|后|的|与否|书|函)/u.test(words.slice(match.index + match[0].length))) continue;
    const hears =
      !DECIDES.test(before) &&
      /^会议[^，]{0,4}(?:审议|听取|讨论|研究|传达|学习|指出|认为)/u.test(before) &&
      clauseAt > 0;
    const start = hears ? sentence.start + clauseAt : sentence.start;
    const outcomeSpan = {
      start: sentence.start + match.index,
      end: sentence.start + match.index + match[0].length,
    };
    return decide(outcomeOf(match[0]), { start, end: sentence.end }, outcomeSpan);
  }
  return null;
}

function outcomeOf(word: string): Outcome {
  if (word.startsWith('不')) return '不同意';
  if (word.startsWith('原则')) return word.endsWith('通过') ? '原则通过' : '原则同意';
  return word.includes('通过') ? '通过' : '同意';
}

/** 经表决，…通过 / 未通过. */
function vote(sentence: Span, words: string): DecisionSpan | null {
  const match = VOTES.exec(words);
  if (match?.[1] === undefined || /暂缓表决/u.test(words)) return null;
  const at = sentence.start + match.index + match[0].length - match[1].length;
  const passed = !/未|不/u.test(match[1]);
  return decide(passed ? '通过' : '不同意', sentence, { start: at, end: at + match[1].length });
}

function refusal(sentence: Span, words: string): DecisionSpan | null {
  const match = REFUSES.exec(words);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  const start = sentence.start + match.index + match[0].length - match[1].length;
  const at = start + match[1].indexOf(match[2]);
  return decide(
    match[2] === '不予' ? '不同意' : '暂缓',
    { start, end: sentence.end },
    { start: at, end: at + 2 },
  );
}

/** 责成 with a named body behind it. */
function charge(text: string, sentence: Span, lexicon: BureauLexicon): DecisionSpan | null {
  const at = text.slice(sentence.start, sentence.end).indexOf('责成');
  if (at < 0 || bodyAt(text, sentence.start + at + 2, sentence.end, lexicon, true) === null) return null;
  return decide('责成', sentence, { start: sentence.start + at, end: sentence.start + at + 2 });
}

function statement(sentence: Span, words: string): DecisionSpan | null {
  const match = STATES.exec(words);
  return match === null ? null : decide('议定', sentence, spanOf(sentence, match));
}

function withFollowUp(text: string, decision: DecisionSpan, next: Span | undefined): DecisionSpan {
  if (next === undefined || !FOLLOW_UP.test(text.slice(next.start, next.end)) || startsBlock(text, next))
    return decision;
  return { ...decision, span: { start: decision.span.start, end: next.end } };
}

/** What follows 议定了以下意见：, when none of it approves by word: the rest of the paragraph, or the points. */
function agreed(text: string, body: Span, points: readonly Span[]): DecisionSpan[] {
  const match = AGREED.exec(text.slice(body.start, body.end));
  if (match === null) return [];
  const word = spanOf(body, match);
  const blockEnd = text.indexOf('\n', word.end);
  const rest = { start: word.end, end: Math.min(body.end, blockEnd < 0 ? body.end : blockEnd) };
  const inside = points.filter((point) => point.start >= word.end);
  if (inside.length > 0) return inside.map((span) => decide('议定', withoutMark(text, span), word));
  if (rest.end > rest.start) return [decide('议定', rest, word)];
  const first = splitBlocks(text, { start: word.end, end: body.end }).find(
    (span) => !REMARK.test(text.slice(span.start, span.end)),
  );
  return first === undefined ? [] : [decide('议定', first, word)];
}

function splitBlocks(text: string, { start, end }: Span): Span[] {
  const blocks: Span[] = [];
  let from = start;
  for (const part of text.slice(start, end).split('\n')) {
    if (part !== '') blocks.push({ start: from, end: from + part.length });
    from += part.length + 1;
  }
  return blocks;
}
