import type { Leader } from '../corpus/lists.ts';
import { dayOf } from '../minutes/meeting-day.ts';
import type { Person } from '../minutes/model.ts';
import { inReading, inText } from './rule.ts';
import type { Finding, Rule, Subject } from './rule.ts';

/**
 * P03, against the operator's roster `lists/leaders.yaml`: a name among those present that differs from
 * one of the roster in one character, an order other than the roster's, and a leader called by the
 * surname alone (王市长). People in office on the day of the meeting count; silent without roster.
 */
export const checkLeaders: Rule = (subject) => {
  const day = dayOf(subject.minutes);
  const inOffice = subject.lists.leaders.filter(
    ({ from, until }) => day === null || ((from ?? '') <= day && day <= (until ?? '9999')),
  );
  if (inOffice.length === 0) return [];
  const { present } = subject.minutes.attendance;
  return [
    ...present.flatMap((person) => nameFault(person, inOffice)),
    ...orderFault(present, inOffice),
    ...surnameFaults(subject, inOffice),
  ];
};

const HINT = '对照原件改正；名单不对的，改 lists/leaders.yaml；原件如此的，不用改';

function nameFault({ name, span }: Person, leaders: readonly Leader[]): readonly Finding[] {
  const printed = name.replaceAll(/\s/gu, '');
  if (leaders.some((leader) => leader.name === printed)) return [];
  const near = leaders.find((leader) => isNear(leader.name, printed));
  if (near === undefined) return [];
  const message = `“${printed}”与领导名单里的“${near.name}”只差一个字`;
  const at = inText(span.start, span.end);
  return [{ code: 'leaders/mismatch', message, hint: HINT, at, replacement: near.name }];
}

/** Names of three or more characters with one of them another. */
function isNear(one: string, other: string): boolean {
  if (one.length !== other.length || one.length < 3) return false;
  return Array.from(one).filter((character, at) => character !== other.charAt(at)).length === 1;
}

function orderFault(present: readonly Person[], leaders: readonly Leader[]): readonly Finding[] {
  const ranked = present.flatMap((person) => {
    const rank = leaders.findIndex(({ name }) => name === person.name.replaceAll(/\s/gu, ''));
    return rank < 0 ? [] : [{ person, rank }];
  });
  const at = ranked.findIndex(({ rank }, index) => rank < (ranked[index - 1]?.rank ?? 0));
  const late = ranked[at]?.person;
  const before = ranked[at - 1]?.person;
  if (late === undefined || before === undefined) return [];
  return [
    {
      code: 'leaders/mismatch',
      message: `“${late.name}”排在“${before.name}”之后，与领导名单的次序不同`,
      hint: HINT,
      at: inText(late.span.start, late.span.end),
    },
  ];
}

function surnameFaults({ reading }: Subject, leaders: readonly Leader[]): readonly Finding[] {
  const surnames = new Set(leaders.map(({ name }) => name.charAt(0)));
  return [...reading.text.matchAll(SURNAME_ONLY)].flatMap(({ 0: called, index }): readonly Finding[] => {
    if (!surnames.has(called.charAt(0))) return [];
    const message = `“${called}”只写了姓`;
    const hint = '对照原件写出姓名；原件如此的，不用改';
    return [
      { code: 'leaders/mismatch', message, hint, at: inReading(reading, index, index + called.length) },
    ];
  });
}

const SURNAME_ONLY =
  /(?<=^|[\n，。；：、“（]|[按照据对向由])\p{Script=Han}(?:副?[市县区省]长|副?书记|副?主任)(?!\p{Script=Han}{2,3}[同主])/gu;
