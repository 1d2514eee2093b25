import type { Registry } from '../corpus/model.ts';
import { isPrinted } from '../minutes/model.ts';
import type { AgendaItem, BureauMention, Minutes, PrintedMention } from '../minutes/model.ts';
import { inText } from './rule.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * P14, P27: every body that reports, acts, lends its name or attends is in the registry. A name that
 * isn't is reported once, where it first stands, with the nearest registered names. Nothing is
 * reported where the registry lists no bureaus, nor of collectives (各有关部门).
 */
export const checkBureaus: Rule = ({ minutes, registry }) => {
  if (registry.bureaus.length === 0) return [];
  const unknown = mentionsOf(minutes)
    .filter((mention) => mention.bureaus.length === 0 && !isCollective(mention.text, registry))
    .sort((one, other) => one.span.start - other.span.start);
  return [...Map.groupBy(unknown, ({ text }) => text.replaceAll(/\s/gu, '')).entries()].flatMap(
    ([name, mentions]) => {
      const first = mentions[0];
      return first === undefined ? [] : [findingOf(name, first, mentions.length, registry)];
    },
  );
};

/** Every mention of the text once: who leads stands among the responsible too. */
function mentionsOf({ items, attendance }: Minutes): PrintedMention[] {
  const all = [
    ...items.flatMap(mentionsOfItem),
    ...attendance.observers.flatMap(({ unit }) => unit ?? []),
  ].filter(isPrinted);
  return [...new Map(all.map((mention) => [mention.span.start, mention])).values()];
}

function mentionsOfItem({ reporters, responsible, decisions }: AgendaItem): readonly BureauMention[] {
  return [
    ...reporters,
    ...responsible,
    ...decisions.flatMap(({ issuedInNameOf, leads }) => [
      ...(issuedInNameOf ? [issuedInNameOf] : []),
      ...leads,
    ]),
  ];
}

function isCollective(name: string, { lexicon }: Registry): boolean {
  const match = lexicon.longestAt(name, 0, { bare: true });
  return match !== null && match.collective && match.length === name.length;
}

function findingOf(name: string, { span }: PrintedMention, count: number, registry: Registry): Finding {
  const near = registry.suggest(name).map((known) => `“${known}”`);
  const times = count > 1 ? `（共 ${count} 处）` : '';
  const hint =
    near.length === 0
      ? `在机构名录 bureaus.yaml 登记这个机构；是已有机构的另一种写法的，加进它的 aliases`
      : `是不是${near.join('或')}？同一家的另一种写法，加进它在 bureaus.yaml 的 aliases；抄错的改正；新机构另行登记`;
  return {
    code: 'bureaus/unknown',
    message: `“${name}”不在机构名录里${times}`,
    hint,
    at: inText(span.start, span.end),
  };
}
