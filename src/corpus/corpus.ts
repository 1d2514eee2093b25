import { EMPTY_ARCHIVE, type Archive } from './archive.ts';
import type { AgendaItem, BureauId, BureauMention, Minutes } from '../minutes/model.ts';
import { derived, derivedByKey } from './derived.ts';
import { pointsOf } from './ledger.ts';
import { monthIn } from './long-years.ts';
import { yearOf } from './model.ts';
import { statedOf } from '../minutes/stated.ts';
import type {
  Bureau,
  BureauRecord,
  BureauRoles,
  Corpus,
  DecisionRef,
  ItemRef,
  MeetingRef,
  Registry,
  ResponsibleRef,
  RoleCounts,
} from './model.ts';

/**
 * The corpus over all minutes: newest first by the day they count under, then by id, whatever order
 * they come in. Within a bureau's lists the items of one meeting stand in text order, each once; a
 * bureau appears only when the minutes name it. Two minutes of one id are a bug and throw.
 *
 * @param index the index of bureaus, where another than that over the items in memory is to be had
 */
export function buildCorpus(
  minutes: readonly Minutes[],
  registry: Registry,
  archive: Archive = EMPTY_ARCHIVE,
  index: typeof indexBureaus = indexBureaus,
): Corpus {
  const sorted = minutes
    .map((each) => ({ each, day: statedOf(each).day ?? '' }))
    .sort((one, other) => descending(one.day, other.day) || descending(one.each.id, other.each.id))
    .map(({ each }) => each);
  const byId = new Map(sorted.map((each) => [each.id, each]));
  if (byId.size < sorted.length) throw new Error('Two minutes have the same id');
  return {
    minutes: sorted,
    byId,
    registry,
    byYear: groupByYear(sorted),
    byBureau: index(sorted, registry),
    archive,
  };
}

/** By code unit, so that the order is the same on every machine. */
function descending(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? 1 : -1;
}

function groupByYear(newestFirst: readonly Minutes[]): ReadonlyMap<string, readonly Minutes[]> {
  const groups = Map.groupBy(newestFirst, yearOf);
  return new Map([...groups].sort(([one], [other]) => descending(one, other)));
}

/** Growing lists of one bureau. */
interface Roles {
  readonly reports: ItemRef[];
  readonly responsible: ResponsibleRef[];
  readonly issues: DecisionRef[];
  readonly observes: MeetingRef[];
}

function indexBureaus(
  newestFirst: readonly Minutes[],
  registry: Registry,
): ReadonlyMap<BureauId, BureauRecord> {
  const bureaus = new Map<BureauId, Map<string, Roles>>();
  for (const minutes of newestFirst) {
    const year = yearOf(minutes);
    const rolesOf = (id: BureauId): Roles => {
      const years = bureaus.get(id) ?? new Map<string, Roles>();
      bureaus.set(id, years);
      const known = years.get(year) ?? { reports: [], responsible: [], issues: [], observes: [] };
      years.set(year, known);
      return known;
    };
    for (const item of minutes.items) {
      const { anchor } = item;
      for (const id of idsOf(item.reporters)) rolesOf(id).reports.push({ minutes, item, anchor });
      for (const id of idsOf(item.responsible))
        rolesOf(id).responsible.push({ minutes, item, anchor, lead: isLead(id, item) });
      for (const decision of item.decisions) {
        const issuer = decision.issuedInNameOf;
        for (const id of idsOf(issuer === null ? [] : [issuer]))
          rolesOf(id).issues.push({ minutes, item, anchor, decision });
      }
    }
    const units = minutes.attendance.observers.flatMap(({ unit }) => unit ?? []);
    for (const id of idsOf(units)) rolesOf(id).observes.push({ minutes });
  }
  return new Map(
    registry.bureaus.flatMap((bureau): readonly [BureauId, BureauRecord][] => {
      const years = bureaus.get(bureau.id);
      return years === undefined ? [] : [[bureau.id, new WholeRecord(bureau, years)]];
    }),
  );
}

const NO_ROLES: BureauRoles = { reports: [], responsible: [], issues: [], observes: [] };

/** A record whose items are in memory. */
class WholeRecord implements BureauRecord {
  readonly bureau: Bureau;
  readonly byYear: ReadonlyMap<string, BureauRoles>;

  constructor(bureau: Bureau, byYear: ReadonlyMap<string, BureauRoles>) {
    this.bureau = bureau;
    this.byYear = byYear;
  }

  get years(): readonly string[] {
    return [...this.byYear.keys()].toSorted(descending);
  }

  inYear(year: string): BureauRoles {
    return this.byYear.get(year) ?? NO_ROLES;
  }

  inMonth(year: string, month: string): BureauRoles {
    const { reports, responsible, issues, observes } = this.inYear(year);
    const isIn = ({ minutes }: MeetingRef): boolean => monthIn(year, statedOf(minutes).day) === month;
    return {
      reports: reports.filter(isIn),
      responsible: responsible.filter(isIn),
      issues: issues.filter(isIn),
      observes: observes.filter(isIn),
    };
  }

  countsIn(year: string): RoleCounts {
    return countRoles(this.inYear(year));
  }
}

/** How often each role occurs. */
export function countRoles({ reports, responsible, issues, observes }: BureauRoles): RoleCounts {
  return {
    reports: reports.length,
    responsible: responsible.length,
    leads: responsible.filter(({ lead }) => lead).length,
    issues: issues.length,
    observes: observes.length,
  };
}

/** Whether a decision of an item names a bureau as lead. */
export function isLead(bureau: BureauId, { decisions }: AgendaItem): boolean {
  return decisions.some(({ leads }) => leads.some(({ bureaus }) => bureaus.includes(bureau)));
}

function idsOf(mentions: readonly BureauMention[]): ReadonlySet<BureauId> {
  return new Set(mentions.flatMap(({ bureaus }) => bureaus));
}

/** The meetings before and after one, by id. */
export interface Neighbours {
  readonly newer: string | null;
  readonly older: string | null;
}

const neighbours = derivedByKey(
  'neighbours',
  ({ minutes }) =>
    new Map(
      minutes.map(({ id }, at): readonly [string, Neighbours] => [
        id,
        { newer: minutes[at - 1]?.id ?? null, older: minutes[at + 1]?.id ?? null },
      ]),
    ),
);

/** The minutes next to these in the order of the corpus; null at its ends. */
export function neighboursOf(
  id: string,
  corpus: Corpus,
): { readonly newer: Minutes | null; readonly older: Minutes | null } {
  const { newer = null, older = null } = neighbours(corpus, id) ?? {};
  const find = (other: string | null): Minutes | null =>
    other === null ? null : (corpus.byId.get(other) ?? null);
  return { newer: find(newer), older: find(older) };
}

/** How many meetings and items each year of addresses has, newest first. */
export const yearCounts = derived('yearCounts', ({ byYear }) =>
  [...byYear].map(([year, minutes]) => ({
    year,
    meetings: minutes.length,
    items: minutes.reduce((sum, each) => sum + pointsOf(each).length, 0),
  })),
);
