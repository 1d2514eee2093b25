import type { Registry } from '../corpus/model.ts';
import { mentionsOf } from './mentions.ts';
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
