import type { Registry } from '../corpus/model.ts';
import type { Fact, Minutes } from '../minutes/model.ts';
import { inText } from './rule.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * P28 (GB/T 9704 7.4.2): 主送 and 抄送 end with a full stop, and every receiver is registered or a
 * collective (各镇人民政府). Receivers are looked up only where bureaus are registered.
 */
export const checkDistributionForm: Rule = ({ minutes, registry }) =>
  [
    { label: '主送', fact: minutes.distribution.to },
    { label: '抄送', fact: minutes.distribution.cc },
  ].flatMap(({ label, fact }) =>
    fact === null || fact.origin.kind !== 'text'
      ? []
      : [...endFault(minutes, label, fact), ...unknownReceivers(minutes, fact, registry)],
  );

function endFault({ text }: Minutes, label: string, { origin }: Fact<string>): readonly Finding[] {
  if (origin.kind !== 'text') return [];
  const { end } = origin.span;
  if (
    text
      .slice(end, end + 4)
      .trimStart()
      .startsWith('。')
  )
    return [];
  const hint = '对照原件：抄漏的补上句号；原件没有的，不用改';
  const at = inText(end - 1, end);
  return [{ code: 'distribution/form', message: `“${label}”末尾没有句号`, hint, at }];
}

function unknownReceivers(
  minutes: Minutes,
  { origin }: Fact<string>,
  registry: Registry,
): readonly Finding[] {
  if (origin.kind !== 'text' || registry.bureaus.length === 0) return [];
  const { start, end } = origin.span;
  const list = minutes.text.slice(start, end);
  return [...list.matchAll(/[^，、；。\s]+/gu)].flatMap(({ 0: name, index }): readonly Finding[] => {
    if (isKnown(name, registry) || isKnown(list.slice(index).split(/[，；。]/u)[0] ?? '', registry))
      return [];
    return [
      {
        code: 'distribution/form',
        message: `主送、抄送的“${name}”不在机构名录里`,
        hint: '对照原件：抄错的改正；是机构或泛指的，登记到 bureaus.yaml',
        at: inText(start + index, start + index + name.length),
      },
    ];
  });
}

const COLLECTIVE = /^(?:[市县区州盟旗省]委?|本市|全[市县区])?[各有相]|(?:部门|单位|团体|小组|委办局)$/u;

/** Whether a receiver is a registered name, whole, or names nobody in particular. */
function isKnown(name: string, { lexicon }: Registry): boolean {
  if (COLLECTIVE.test(name)) return true;
  return lexicon.longestAt(name, 0, { bare: true })?.length === name.length;
}
