import type { Bureau } from '../../src/corpus/model.ts';
import type { IsoDate } from '../../src/minutes/model.ts';
import { bareName, bureausOf, existsOn, nameOn } from './bureaus.ts';
import type { Officials } from './official.ts';
import { inventPerson } from './person.ts';
import type { Random } from './random.ts';
import type { MeetingTruth } from './truth.ts';

/** The lists of who was there, as paragraphs and as they are. */
export interface Roster {
  readonly paragraphs: readonly string[];
  readonly present: MeetingTruth['present'];
  readonly observers: MeetingTruth['observers'];
}

const DEPARTMENTS = bureausOf('party', 'gov', 'gov-affil').filter(
  ({ id }) => !['shiwei', 'szf', 'zfb', 'swb'].includes(id),
);
const OTHERS = bureausOf('mass', 'soe', 'vertical', 'utility', 'zone', 'town');
const LEGISLATURE = bureausOf('npc', 'cppcc');
const OFFICE = bureausOf('gov').filter(({ id }) => id === 'zfb');
/** Bodies that send somebody who isn't named. */
const REPRESENTED: readonly string[] = ['haiguan', 'youzheng', 'gongdian', 'qixiang'];

/** Writes attendance: leaders present, a person from nearly every body, now and then somebody absent. */
export function writeRoster(random: Random, date: IsoDate, officials: Officials, chair: string): Roster {
  const leaders = Array.from({ length: 8 }, (_, rank) =>
    officials.holder(`leader/${String(rank + 1)}`, date),
  );
  const away = random.chance(0.25) ? random.sample(leaders, random.whole(1, 2)) : [];
  const present = leaders.filter((name) => name !== chair && !away.includes(name));
  const represented = random.sample(REPRESENTED, random.whole(2, 3));
  const units = [...LEGISLATURE, ...OFFICE, ...DEPARTMENTS, ...OTHERS].filter(
    (bureau) => existsOn(bureau, date) && !represented.includes(bureau.id) && random.chance(0.93),
  );
  const observers = units.map((bureau) => observe(random, date, officials, bureau));
  const reason = random.pick(['赴省参加会议', '因公外出', '参加学习培训', '赴外地招商', '休假']);
  const absent = away.map((name) => `${name}（${reason}）`).join('、');
  const list = observers.map(({ unit, names }) => `${unit}${names.join('、')}`).join('，');
  const delegates = [...OTHERS]
    .filter(({ id }) => represented.includes(id))
    .map(({ bare, short }) => bare[0] ?? short);
  return {
    paragraphs: [
      `出席：${present.join('、')}。`,
      ...(absent !== '' && random.chance(0.5) ? [`请假：${absent}。`] : []),
      `列席：${list}。`,
      `${delegates.join('、')}代表。`,
    ],
    present,
    observers: [...observers, ...delegates.map((unit) => ({ unit, names: [] }))],
  };
}

/** One entry: the head of the body, a deputy, or somebody sent for the day. */
function observe(
  random: Random,
  date: IsoDate,
  officials: Officials,
  bureau: Bureau,
): MeetingTruth['observers'][number] {
  const name = nameOn(bureau, date, random);
  const bare = LISTED_BARE.has(bureau.kind) ? bareName(bureau, name) : null;
  const count = bureau.id === 'zfb' ? random.whole(3, 7) : random.chance(0.06) ? 2 : 1;
  const ranks = random.sample([0, 1, 2, 3, 4, 5, 6, 7], count);
  const names = ranks.map((rank, index) => {
    if (random.chance(0.12)) return inventPerson(random);
    return officials.holder(`${bureau.id}/${index === 0 && random.chance(0.7) ? '0' : String(rank)}`, date);
  });
  return { unit: bare ?? name, names: [...new Set(names)] };
}

const LISTED_BARE: ReadonlySet<Bureau['kind']> = new Set(['vertical', 'utility', 'soe']);
