import type { BureauKind } from '../corpus/model.ts';
import { mentionsOf } from './mentions.ts';
import type { Mentioned } from './mentions.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * P14: one bureau under two short names in the items of one set of minutes (市应急局, 市应急管理局). Lists
 * of names have their own habits and don't count, nor do the full name and forms without 市. Bodies
 * whose office or parts have names of their own are left alone: 市减灾委 and 市减灾办 are two things.
 */
export const checkBureauVariants: Rule = ({ minutes, registry }) => {
  const ofItems = mentionsOf({ ...minutes, attendance: { ...minutes.attendance, observers: [] } });
  const byBureau = Map.groupBy(ofItems, ({ mention: { bureaus } }) =>
    bureaus.length === 1 ? bureaus[0] : null,
  );
  return [...byBureau].flatMap(([id, mentions]): readonly Finding[] => {
    const bureau = id === null || id === undefined ? undefined : registry.byId.get(id);
    if (bureau === undefined || !KINDS.has(bureau.kind)) return [];
    const short = mentions.filter(
      (each) => nameOf(each) !== bureau.full && !bureau.bare.includes(nameOf(each)),
    );
    const first = short[0];
    const other = short.find((each) => first !== undefined && isVariant(nameOf(first), nameOf(each)));
    if (first === undefined || other === undefined) return [];
    return [
      {
        code: 'bureaus/two-names',
        message: `“${nameOf(first)}”和“${nameOf(other)}”是同一家`,
        hint: '对照原件：抄录走样的，改成同一个简称；原件如此的，不用改',
        at: other.at,
      },
    ];
  });
};

const KINDS: ReadonlySet<BureauKind> = new Set(['gov', 'gov-affil', 'vertical', 'utility', 'soe', 'mass']);

function nameOf({ mention }: Mentioned): string {
  return mention.text.replaceAll(/\s/gu, '');
}

/** 太仓市财政局 for 市财政局 and 财政局 for 市财政局 are one name, longer and shorter. */
function isVariant(one: string, other: string): boolean {
  return !one.endsWith(other.slice(1)) && !other.endsWith(one.slice(1));
}
