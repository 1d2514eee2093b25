import type { Head } from '../minutes/model.ts';
import { whereOf } from './rule.ts';
import type { Finding, Rule, Where } from './rule.ts';

/**
 * P16: a meeting is held, its minutes compiled, issued, published, archived (R1.13), in this order; on one
 * day is fine.
 * Each date is held against the nearest one before it that is known; the finding is at the later. No
 * meeting lies in the future, not even one whose minutes wait.
 */
export const checkDates: Rule = ({ minutes: { head }, now }) => {
  const dates = datesOf(head);
  const today = now.slice(0, 10);
  const early = dates.flatMap(({ name, day, at }, index): readonly Finding[] => {
    const before = dates[index - 1];
    if (before === undefined || before.day <= day) return [];
    return [
      {
        code: 'dates/order',
        message: `${name} ${day} 早于${before.name} ${before.day}`,
        hint: HINT,
        at,
      },
    ];
  });
  if (head.held === null || head.held.value <= today) return early;
  const message = `会议日期 ${head.held.value} 还没有到`;
  return [{ code: 'dates/order', message, hint: HINT, at: whereOf(head.held) }, ...early];
};

const HINT = '对照原件核对日期；读错的，在文件头用 held（会议）、compiled（整理）、issued（印发）写明';

interface Dated {
  readonly name: string;
  readonly day: string;
  readonly at: Where;
}

function datesOf({ held, compiled, issued, published, archived }: Head): readonly Dated[] {
  const facts = [
    { name: '会议日期', fact: held },
    { name: '整理日期', fact: compiled },
    { name: '印发日期', fact: issued },
  ];
  const printed = facts.flatMap(({ name, fact }) =>
    fact === null ? [] : [{ name, day: fact.value, at: whereOf(fact) }],
  );
  const stated = [
    { name: '发布日期', field: 'published', day: published?.slice(0, 10) ?? null },
    { name: '归档日期', field: 'archived', day: archived },
  ];
  return [
    ...printed,
    ...stated.flatMap(({ name, field, day }): readonly Dated[] =>
      day === null ? [] : [{ name, day, at: { kind: 'staff', field } }],
    ),
  ];
}
