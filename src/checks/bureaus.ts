import type { Registry } from '../corpus/model.ts';
import { isPrinted } from '../minutes/model.ts';
import type { AgendaItem, BureauMention, Minutes } from '../minutes/model.ts';
import type { Finding, Rule, Where } from './rule.ts';

/**
 * P14, P27: every body that reports, acts, lends its name or attends is in the registry. A name that
 * isn't is reported once, where it first stands, with the nearest registered names. Nothing is
 * reported where the registry lists no bureaus, nor of collectives (各有关部门).
 */
export const checkBureaus: Rule = ({ minutes, registry }) => {
  if (registry.bureaus.length === 0) return [];
  const unknown = mentionsOf(minutes).filter(
    ({ mention }) => mention.bureaus.length === 0 && !isCollective(mention.text, registry),
  );
  const byName = Map.groupBy(unknown, ({ mention }) => mention.text.replaceAll(/\s/gu, ''));
  return [...byName].flatMap(([name, mentions]) => {
    const first = mentions[0];
    return first === undefined ? [] : [findingOf(name, first.at, mentions.length, registry)];
  });
};

interface Mentioned {
  readonly mention: BureauMention;
  readonly at: Where;
}

/**
 * Every mention once, in text order, those that staff state last: who leads stands among the
 * responsible too.
 */
function mentionsOf({ items, attendance }: Minutes): readonly Mentioned[] {
  const all = [
    ...items.flatMap(mentionsOfItem),
    ...attendance.observers.flatMap(({ unit }) => (unit === null ? [] : [mentioned(unit, 'observers')])),
  ];
  const once = new Map(all.map((each) => [`${startOf(each)} ${each.mention.text}`, each]));
  return [...once.values()].sort((one, other) => startOf(one) - startOf(other));
}

function startOf({ at }: Mentioned): number {
  return at.kind === 'text' ? at.span.start : Number.MAX_SAFE_INTEGER;
}

function mentionsOfItem({ order, reporters, responsible, decisions }: AgendaItem): readonly Mentioned[] {
  const of = (mentions: readonly BureauMention[], field: string): readonly Mentioned[] =>
    mentions.map((mention) => mentioned(mention, `items.${order}.${field}`));
  return [
    ...of(reporters, 'reporters'),
    ...of(responsible, 'responsible'),
    ...decisions.flatMap(({ issuedInNameOf, leads }) => [
      ...of(issuedInNameOf === null ? [] : [issuedInNameOf], 'issuedInNameOf'),
      ...of(leads, 'leads'),
    ]),
  ];
}

/** @param field where staff state it, when the text doesn't hold it */
function mentioned(mention: BureauMention, field: string): Mentioned {
  return {
    mention,
    at: isPrinted(mention) ? { kind: 'text', span: mention.span } : { kind: 'staff', field },
  };
}

function isCollective(name: string, { lexicon }: Registry): boolean {
  const match = lexicon.longestAt(name, 0, { bare: true });
  return match !== null && match.collective && match.length === name.length;
}

function findingOf(name: string, at: Where, count: number, registry: Registry): Finding {
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
    at,
  };
}
