import { titleKey, type ConsideredDocument } from './documents.ts';
import { likeness, pairsOf, subjectOf } from './subject.ts';
import { NO_THREADS, type ThreadStatements } from './threads-file.ts';

/** Documents that follow one another over the years: 生活垃圾分类 2021, 2022, 2023. */
export interface Thread {
  /** What they are about: as staff name it, else what their titles share. */
  readonly name: string;
  /** Whether staff put them together; else their titles are alike, which can mislead. */
  readonly stated: boolean;
  /** At least two, by their first mention, oldest first. */
  readonly documents: readonly ConsideredDocument[];
}

/** From which likeness on two subjects are taken for one, and from which length they can be compared. */
const ALIKE = 0.8;
const SHORTEST = 4;
const SHORTEST_ALIKE = 6;

interface Group {
  readonly subject: string;
  readonly pairs: ReadonlySet<string>;
  readonly documents: ConsideredDocument[];
}

/**
 * The threads among documents, the one with the newest mention first. Titles of one subject belong
 * together, and those of a subject very like it; what staff state in `content/threads.yaml` comes first.
 *
 * @param documents newest mention first
 * @param place the full name of the place, see `subjectOf`
 */
export function threadsOf(
  documents: readonly ConsideredDocument[],
  place: string,
  statements: ThreadStatements = NO_THREADS,
): readonly Thread[] {
  const stated = new Map(
    statements.together.flatMap((each) => each.titles.map((title) => [titleKey(title), each.name] as const)),
  );
  const alone = new Set(statements.alone.map(titleKey));
  // Most places state nothing, and have thousands of titles.
  const isStated = ({ title }: ConsideredDocument): boolean => stated.size > 0 && stated.has(titleKey(title));
  const isAlone = ({ title }: ConsideredDocument): boolean => alone.size > 0 && alone.has(titleKey(title));
  const free = documents.filter((each) => !isStated(each) && !isAlone(each));
  const pinned = Map.groupBy(documents.filter(isStated), ({ title }) => stated.get(titleKey(title)) ?? '');
  const threads = [
    ...[...pinned].map(([name, ofName]) => threadOf(name, true, ofName)),
    ...groupsOf(free, place).map((group) => threadOf(group.subject, false, group.documents)),
  ];
  return threads
    .filter((thread) => thread.documents.length > 1)
    .toSorted((one, other) => compare(newestDay(other), newestDay(one)) || compare(one.name, other.name));
}

function groupsOf(documents: readonly ConsideredDocument[], place: string): readonly Group[] {
  const bySubject = new Map<string, Group>();
  const byPair = new Map<string, Group[]>();
  for (const document of documents.toReversed()) {
    const subject = subjectOf(document.title, place);
    if (subject.length < SHORTEST) continue;
    const known = bySubject.get(subject) ?? mostAlike(subject, byPair);
    if (known === undefined) {
      const group: Group = { subject, pairs: pairsOf(subject), documents: [document] };
      bySubject.set(subject, group);
      for (const pair of group.pairs) {
        const others = byPair.get(pair);
        if (others === undefined) byPair.set(pair, [group]);
        else others.push(group);
      }
    } else {
      bySubject.set(subject, known);
      known.documents.push(document);
    }
  }
  return [...new Set(bySubject.values())];
}

/**
 * The group whose first subject is most like this one; none where none is alike. What is alike shares at
 * least two thirds of the pairs, so one of the rarest third and one more is among them.
 */
function mostAlike(subject: string, byPair: ReadonlyMap<string, readonly Group[]>): Group | undefined {
  if (subject.length < SHORTEST_ALIKE) return undefined;
  const pairs = pairsOf(subject);
  const rarest = [...pairs]
    .map((pair) => byPair.get(pair) ?? [])
    .toSorted((one, other) => one.length - other.length)
    .slice(0, Math.floor(pairs.size / 3) + 1);
  let best: Group | undefined;
  let most = 0;
  for (const group of new Set(rarest.flat())) {
    if (group.subject.length < SHORTEST_ALIKE || !canBeAlike(pairs.size, group.pairs.size)) continue;
    const alike = likeness(pairs, group.pairs);
    if (alike >= ALIKE && alike > most) {
      best = group;
      most = alike;
    }
  }
  return best;
}

/** Whether so many pairs can be as like as that to so many others: where the smaller ones are all shared. */
function canBeAlike(one: number, other: number): boolean {
  return (2 * Math.min(one, other)) / (one + other) >= ALIKE;
}

function threadOf(name: string, stated: boolean, documents: readonly ConsideredDocument[]): Thread {
  return {
    name,
    stated,
    documents: documents.toSorted((one, other) => compare(firstDay(one), firstDay(other))),
  };
}

function firstDay({ mentions }: ConsideredDocument): string {
  return mentions[0]?.day ?? '';
}

function newestDay({ documents }: Thread): string {
  return documents
    .map(({ mentions }) => mentions.at(-1)?.day ?? '')
    .reduce((newest, day) => (day > newest ? day : newest), '');
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
