import { bareName, bureauOf, bureausOf, existsOn, nameOn } from './bureaus.ts';
import { mark } from './mark.ts';
import type { Scene } from './scene.ts';

/** The name of a bureau in this document: the same wherever its text names it. */
export function bodyName({ random, date, names }: Scene, id: string): string {
  const known = names.get(id);
  if (known !== undefined) return known;
  const name = nameOn(bureauOf(id), date, random);
  names.set(id, name);
  return name;
}

/** A body in whose name papers go out: a registered one by its short name, or a composite (两办) as it is. */
export function issuerName(id: string): string {
  return /^[a-z]/u.test(id) ? bureauOf(id).short : id;
}

/** The bureau that brings a matter of the field before the meeting. */
export function pickLead({ random, date, field }: Scene): string {
  const there = field.leads.filter((id) => existsOn(bureauOf(id), date));
  return random.pick(there);
}

/** One body told to act, marked. */
export function actor(scene: Scene): string {
  const { random, date, field, recent } = scene;
  const ids = [...field.leads, ...field.partners].filter((id) => existsOn(bureauOf(id), date));
  const names = ids.map((id) => bodyName(scene, id)).filter((name) => !recent.includes(name));
  return order(scene, random.pick(names));
}

/** A body told to act, marked and remembered. */
export function order({ recent }: Scene, name: string): string {
  recent.unshift(name);
  recent.length = Math.min(recent.length, 2);
  return mark('duty', name);
}

/** Two to four bodies told to act, each marked: 市科技局、人社局等部门. Later ones may leave out 市. */
export function actors(scene: Scene): string {
  const { random, date, field, recent } = scene;
  const ids = [...new Set([...field.partners, 'czj', 'zfb'])].filter((id) => {
    const bureau = bureauOf(id);
    return existsOn(bureau, date) && DEPARTMENTS.has(bureau.kind) && !recent.includes(bodyName(scene, id));
  });
  const elides = random.chance(0.25);
  const names = random
    .sample(
      ids,
      random.weigh([
        [2, 50],
        [3, 35],
        [4, 15],
      ]),
    )
    .map((id, index) => {
      const name = bodyName(scene, id);
      return mark('duty', index > 0 && elides ? (bareName(bureauOf(id), name) ?? name) : name);
    });
  return `${names.join('、')}${random.pick(['等部门', '等部门', '等单位', ''])}`;
}

const DEPARTMENTS = new Set<string>(['gov', 'party', 'gov-affil', 'vertical']);

const TOWNS = bureausOf('town', 'zone').map(({ short }) => short);

/** A town or zone; unmarked, for places rather than bodies that act. */
export function townName({ random, recent }: Scene): string {
  const names = TOWNS.filter((name) => !recent.includes(name));
  const name = random.pick(names);
  recent.unshift(name);
  recent.length = Math.min(recent.length, 2);
  return name;
}
