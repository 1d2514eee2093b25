import type { Fact } from '../model.ts';
import type { Span } from '../places.ts';
import { findTitles } from './bracketed.ts';
import { factAt, type Reading } from './reading.ts';

/** （送审稿）, （征求意见稿）, （试行）（修订稿）… at the end of a title. */
const STAGE = /(?:[（(][^（）()]{1,8}[）)])+$/u;

/**
 * The titles an item is about: inside the outermost 《》 of its heading or lead, then of its
 * decisions. Left out are short forms (该《行动方案》, （以下简称《报告》）), the same title again without
 * （送审稿）, and titles that merely stand in the remarks.
 */
export function readDocuments(reading: Reading, opening: Span, decisions: readonly Span[]): Fact<string>[] {
  const documents: { name: string; fact: Fact<string> }[] = [];
  for (const [index, span] of [opening, ...decisions].entries()) {
    for (const { start, end } of findTitles(reading.text, span)) {
      const inner = { start: start + 1, end: end - 1 };
      const name = reading.text.slice(inner.start, inner.end);
      if (
        name === '' ||
        isShortForm(
          reading.text,
          start,
          name,
          documents.map((known) => known.name),
        )
      )
        continue;
      if (index > 0 && isMentioned(reading.text, span, start)) continue;
      documents.push({ name, fact: factAt(reading, inner) });
    }
  }
  return documents.map(({ fact }) => fact);
}

function isShortForm(text: string, at: number, name: string, known: readonly string[]): boolean {
  if (/(?:该|此|上述|简称[：:为]?|统称[：:为]?)$/u.test(text.slice(Math.max(0, at - 4), at))) return true;
  const bare = name.replace(STAGE, '');
  return known.some((title) => {
    const whole = title.replace(STAGE, '');
    return whole === bare || (bare.length < whole.length && isWithin(bare, whole));
  });
}

/** Every character of the short form in the order of the title: 《考核办法》 of 《…绩效考核办法的请示》. */
function isWithin(short: string, title: string): boolean {
  let at = 0;
  for (const sign of short) {
    at = title.indexOf(sign, at);
    if (at < 0) return false;
    at++;
  }
  return true;
}

/** In a decision: 按照《…》要求, 根据《…》 name the ground, not the matter. */
function isMentioned(text: string, span: Span, at: number): boolean {
  return /(?:按照|依照|根据|依据|对照|落实|执行|结合|参照|符合|纳入|提请[^，。]{0,20}|报请[^，。]{0,20})$/u.test(
    text.slice(Math.max(span.start, at - 24), at),
  );
}
