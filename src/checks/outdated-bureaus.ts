import type { Bureau } from '../corpus/model.ts';
import { dayOf } from '../minutes/meeting-day.ts';
import { mentionsOf } from './mentions.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * P14: a former name in minutes of a meeting after its `until`, and a bureau before its `since` or after
 * its own `until`. Dates count as far as they are known: a name given up in 2019 may be used all that
 * year. Each name once, where it first stands.
 */
export const checkOutdatedBureaus: Rule = ({ minutes, registry }) => {
  const day = dayOf(minutes);
  if (day === null) return [];
  const seen = new Set<string>();
  return mentionsOf(minutes).flatMap(({ mention, at }): readonly Finding[] => {
    const name = mention.text.replaceAll(/\s/gu, '');
    const [id, ...more] = mention.bureaus;
    const bureau = id === undefined || more.length > 0 ? undefined : registry.byId.get(id);
    if (bureau === undefined || seen.has(name)) return [];
    seen.add(name);
    const fault = faultOf(name, bureau, day);
    if (fault === null) return [];
    return [
      {
        code: 'bureaus/outdated',
        message: `${day} 的会议里，“${name}”${fault}`,
        hint: '对照原件：抄错的改正；原件如此的，不用改；名录里的时间不对的，改 bureaus.yaml',
        at,
      },
    ];
  });
};

function faultOf(name: string, bureau: Bureau, day: string): string | null {
  const current = [bureau.full, bureau.short, ...bureau.aliases, ...bureau.bare];
  const former = current.includes(name)
    ? undefined
    : bureau.former.find(({ full, short }) => full === name || short === name);
  if (former !== undefined) {
    return former.until !== null && isAfter(day, former.until)
      ? `是${former.until}以前的名称，当时叫“${bureau.short}”`
      : null;
  }
  if (bureau.since !== null && day.slice(0, bureau.since.length) < bureau.since)
    return `${bureau.since}才设立`;
  return bureau.until !== null && isAfter(day, bureau.until) ? `${bureau.until}已经撤销` : null;
}

/** Whether a day lies after a year, a month or a day that is known as far as it goes. */
function isAfter(day: string, partial: string): boolean {
  return day.slice(0, partial.length) > partial;
}
