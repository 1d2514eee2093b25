import type { IsoDate } from '../../src/minutes/model.ts';
import { daysBetween } from './calendar.ts';
import { inventPerson } from './person.ts';
import { createRandom } from './random.ts';

/** Who holds which office when, out of the seed alone. */
export interface Officials {
  /** The holder of an office (`yjj/0` the head, `yjj/1` a deputy) on a day; offices change hands every two to five years. */
  holder(office: string, date: IsoDate): string;
}

/** The officials of one generated city. */
export function appointOfficials(seed: string): Officials {
  const known = new Map<string, string>();
  return {
    holder(office, date) {
      const random = createRandom(`${seed}/${office}`);
      const tenure = random.whole(700, 1900);
      const period = Math.floor((daysBetween('2000-01-01', date) + random.whole(0, tenure)) / tenure);
      const key = `${office}/${String(period)}`;
      const name = known.get(key) ?? inventPerson(createRandom(`${seed}/${key}`));
      known.set(key, name);
      return name;
    },
  };
}
