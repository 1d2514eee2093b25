import type { IsoDate } from '../minutes/model.ts';
import { compareMeetings } from './meeting-order.ts';

/** One published state of a meeting. */
export interface MeetingVersion {
  readonly id: string;
  readonly day: IsoDate | null;
  /** Of everything search takes from it. */
  readonly digest: string;
  /** Of what is withheld from it; when that changes, what was published before must be nowhere. */
  readonly withheld: string;
}

/** A generation that an earlier build has made. */
export interface EarlierGeneration {
  /** Sealed ones are made anew only by compaction, or when something of theirs must be gone. */
  readonly isSealed: boolean;
  readonly meetings: readonly MeetingVersion[];
}

/** A generation of this build. */
export interface PlannedGeneration<Earlier extends EarlierGeneration> extends EarlierGeneration {
  /** The earlier generation that has exactly these meetings; null when it has to be made. */
  readonly made: Earlier | null;
  /** Ids of meetings in it that are out of date: another generation holds them. */
  readonly superseded: readonly string[];
}

export interface PlanLimits {
  /**
   * How many meetings a sealed generation holds; twice as many where that would make more than two beside
   * the newest, and so on.
   */
  readonly sealed: number;
  /** About how many the newest of several sealed ones holds: few, for the first results come from it. */
  readonly newest: number;
  /** How many meetings may be outside the sealed ones before everything is sealed anew. */
  readonly fresh: number;
}

export const LIMITS: PlanLimits = { sealed: 5000, newest: 1000, fresh: 100 };

/**
 * The generations for the meetings (in any order), newest first: four at most.
 *
 * Without earlier ones, all meetings are sealed, cut by period from the oldest on. With them, sealed
 * generations stay as they are; a fresh one holds what is new or corrected, and what it corrects counts
 * as superseded. A meeting that is gone, or from which something is withheld, has its generation made
 * anew without it. When too much is outside, the meetings are cut as if there were nothing earlier, and
 * what comes out the same is kept.
 */
export function planGenerations<Earlier extends EarlierGeneration>(
  meetings: readonly MeetingVersion[],
  earlier: readonly Earlier[],
  limits: PlanLimits = LIMITS,
): readonly PlannedGeneration<Earlier>[] {
  const current = meetings.toSorted(compareMeetings);
  const sealed = earlier.filter(({ isSealed }) => isSealed);
  const kept = keepSealed(current, sealed);
  const served = new Set(
    kept.flatMap((each) =>
      each.meetings.filter(({ id }) => !each.superseded.includes(id)).map(({ id }) => id),
    ),
  );
  const fresh = current.filter(({ id }) => !served.has(id));
  const isCompacted = sealed.length === 0 || kept.length === 0 || fresh.length > limits.fresh;
  const planned = isCompacted ? cutByPeriod(current, limits) : [...kept, ...unsealed(fresh)];
  return planned
    .map((each) => ({ ...each, made: earlier.find((made) => isSame(made.meetings, each.meetings)) ?? null }))
    .toSorted((one, other) => compareMeetings(newestOf(one), newestOf(other)));
}

type Draft = Omit<PlannedGeneration<never>, 'made'>;

function unsealed(meetings: readonly MeetingVersion[]): readonly Draft[] {
  return meetings.length === 0 ? [] : [{ isSealed: false, meetings, superseded: [] }];
}

/** The sealed generations as they are, or anew without what must be gone. */
function keepSealed(
  current: readonly MeetingVersion[],
  sealed: readonly EarlierGeneration[],
): readonly Draft[] {
  const byId = new Map(current.map((meeting) => [meeting.id, meeting]));
  return sealed.flatMap(({ meetings }): readonly Draft[] => {
    const hasGone = meetings.some(({ id, withheld }) => byId.get(id)?.withheld !== withheld);
    if (!hasGone) {
      const isOut = ({ id, digest }: MeetingVersion): boolean => byId.get(id)?.digest !== digest;
      return [{ isSealed: true, meetings, superseded: meetings.filter(isOut).map(({ id }) => id) }];
    }
    const left = meetings.flatMap(({ id }) => byId.get(id) ?? []).toSorted(compareMeetings);
    return left.length === 0 ? [] : [{ isSealed: true, meetings: left, superseded: [] }];
  });
}

/**
 * One generation of few meetings; otherwise the newest ones apart, and the older ones cut from the oldest
 * on. Where the cuts are changes seldom as meetings are added, so that what is older stays as it is.
 */
function cutByPeriod(
  newestFirst: readonly MeetingVersion[],
  { sealed, newest }: PlanLimits,
): readonly Draft[] {
  const { length } = newestFirst;
  const older = length <= sealed ? 0 : Math.floor((length - newest / 2) / newest) * newest;
  const size = sealed * Math.max(1, Math.ceil(older / (2 * sealed)));
  const oldestFirst = newestFirst.toReversed();
  const cuts = [Math.min(size, older), older, length];
  return cuts
    .map((end, index) => oldestFirst.slice(cuts[index - 1] ?? 0, end).toReversed())
    .filter((meetings) => meetings.length > 0)
    .map((meetings) => ({ isSealed: true, meetings, superseded: [] }));
}

/** Whether two generations hold the same meetings in the same state. */
export function isSame(one: readonly MeetingVersion[], other: readonly MeetingVersion[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ id, digest }, index) => other[index]?.id === id && other[index].digest === digest)
  );
}

function newestOf({ meetings }: EarlierGeneration): MeetingVersion {
  const [newest] = meetings;
  if (newest === undefined) throw new Error('A generation has no meetings');
  return newest;
}
