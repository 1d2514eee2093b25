import type { Collected, CollectedEntry } from './collected.ts';
import { derived } from './derived.ts';
import { originOf } from './member-address.ts';
import type { Member } from './members-file.ts';

/** The members of a site, and what was taken from them; empty on a site that is no portal. */
export interface Portal {
  /** In the order of the file. */
  readonly members: readonly Member[];
  readonly collected: readonly Collected[];
}

export const NO_PORTAL: Portal = { members: [], collected: [] };

/** A member and what was taken from it; null before the first time. */
export interface MemberRecord {
  readonly member: Member;
  readonly collected: Collected | null;
  /** How many members stand above it. */
  readonly depth: number;
}

/** Whether the site is a portal (R1.17). */
export const hasMembers = derived('hasMembers', ({ archive }) => archive.portal.members.length > 0);

/** The members, each followed by those below it, in the order of the file otherwise. */
export const membersOf = derived('membersOf', ({ archive: { portal } }): readonly MemberRecord[] => {
  const below = (parent: string | null, depth: number): readonly MemberRecord[] =>
    portal.members.flatMap((member) => {
      if (member.parent !== parent) return [];
      const collected = portal.collected.find(({ address }) => address === member.address) ?? null;
      return [{ member, collected, depth }, ...below(member.name, depth + 1)];
    });
  return below(null, 0);
});

/** Scheme, host and port of each member, each once: what the page that asks them may ask. */
export const memberOrigins = derived('memberOrigins', (corpus): readonly string[] => [
  ...new Set(membersOf(corpus).map(({ member }) => originOf(member.address))),
]);

/** What is new at the members. */
export interface PortalEntry extends CollectedEntry {
  readonly member: Member;
}

/** So many at most: what a reader of a feed that looks in once a week could miss no more of. */
const MOST_ENTRIES = 100;

/** What is new at all members, newest change first. */
export const portalEntries = derived('portalEntries', (corpus): readonly PortalEntry[] =>
  membersOf(corpus)
    .flatMap(({ member, collected }) => (collected?.entries ?? []).map((entry) => ({ ...entry, member })))
    .toSorted(
      (one, other) => Date.parse(other.updated) - Date.parse(one.updated) || (one.url < other.url ? -1 : 1),
    )
    .slice(0, MOST_ENTRIES),
);
