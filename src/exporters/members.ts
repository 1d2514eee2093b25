import type { Corpus } from '../corpus/model.ts';
import { hasMembers, membersOf } from '../corpus/portal.ts';

/** The members of a portal for programs, and for the configuration of its server. */
export const MEMBERS_FILE = 'data/members.json';

/** Null on a site that is no portal. */
export function membersFile(corpus: Corpus): string | null {
  if (!hasMembers(corpus)) return null;
  const members = membersOf(corpus).map(({ member: { name, address, level, parent }, collected }) => ({
    name,
    address,
    level,
    parent,
    taken: collected?.taken ?? null,
  }));
  return `${JSON.stringify({ format: 1, members }, null, 1)}\n`;
}
