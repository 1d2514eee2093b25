import { z } from 'zod';
import type { Diagnostic } from '../minutes/diagnostics.ts';
import { UNKNOWN_PLACE } from '../minutes/places.ts';
import { isBelowMember, isMemberAddress } from './member-address.ts';
import type { Member } from './members-file.ts';

/**
 * What `npm run portal -- collect` took from the members of a portal, so that a build needs no network:
 * heads of what is new, and which data there are. Never a text of minutes.
 */

/** Of one member. Strings are as the member gave them, cut to a length, without control characters. */
export interface Collected {
  readonly address: string;
  /** The minute (Beijing) at which everything below was taken; null when that never succeeded. */
  readonly taken: string | null;
  /** Why the last attempt failed, and when (Beijing); null when it didn't. */
  readonly failure: { readonly when: string; readonly reason: string } | null;
  readonly catalogue: CollectedCatalogue | null;
  /** Newest change first. */
  readonly entries: readonly CollectedEntry[];
  /** What the member withdrew: address, and when (RFC 3339). */
  readonly deleted: readonly { readonly url: string; readonly when: string }[];
}

/** A member's data catalogue, as far as a catalogue of catalogues tells it. */
export interface CollectedCatalogue {
  readonly url: string;
  readonly title: string;
  readonly publisher: string | null;
  /** The newest day of its datasets; null where none says. */
  readonly modified: string | null;
  readonly datasets: readonly { readonly url: string; readonly title: string }[];
}

/** An entry of a member's feed. */
export interface CollectedEntry {
  readonly url: string;
  readonly title: string;
  /** RFC 3339. */
  readonly published: string;
  readonly updated: string;
}

export const COLLECTED_FORMAT = 1;

export const MOMENT = z.iso.datetime({ offset: true });
const MINUTE = z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d$/u);
const URL_TEXT = z.string().max(500);
export const LINE = z.string().min(1).max(300);

const MEMBER = z
  .strictObject({
    address: z.string().refine(isMemberAddress),
    taken: MINUTE.nullable(),
    failure: z.strictObject({ when: MINUTE, reason: LINE }).nullable(),
    catalogue: z
      .strictObject({
        url: URL_TEXT,
        title: LINE,
        publisher: LINE.nullable(),
        modified: z.iso.date().nullable(),
        datasets: z.array(z.strictObject({ url: URL_TEXT, title: LINE })),
      })
      .nullable(),
    entries: z.array(z.strictObject({ url: URL_TEXT, title: LINE, published: MOMENT, updated: MOMENT })),
    deleted: z.array(z.strictObject({ url: URL_TEXT, when: MOMENT })),
  })
  .refine(({ address, catalogue, entries, deleted }) =>
    [
      ...(catalogue === null ? [] : [catalogue.url, ...catalogue.datasets.map(({ url }) => url)]),
      ...[...entries, ...deleted].map(({ url }) => url),
    ].every((url) => isBelowMember(url, address)),
  );

const SCHEMA = z.strictObject({ format: z.literal(COLLECTED_FORMAT), members: z.array(MEMBER) });

/**
 * Reads `content/collected.json`. A file that isn't what the command writes is one `members/invalid`, and
 * nothing of it counts. Never throws.
 */
export function parseCollected(
  source: string,
  path: string,
): { readonly collected: readonly Collected[]; readonly diagnostics: readonly Diagnostic[] } {
  const parsed = SCHEMA.safeParse(maybeJson(source));
  if (parsed.success) return { collected: parsed.data.members, diagnostics: [] };
  const fault: Diagnostic = {
    code: 'members/invalid',
    message: '采集来的文件不是命令写出的样子',
    hint: '删去它，用 npm run portal -- collect 重新采集；不要手工改',
    path,
    place: UNKNOWN_PLACE,
  };
  return { collected: [], diagnostics: [fault] };
}

function maybeJson(source: string): unknown {
  try {
    return JSON.parse(source) as unknown;
  } catch {
    return null;
  }
}

/** The file form, in the order of the members; members that left the list are left out. */
export function formatCollected(members: readonly Member[], collected: readonly Collected[]): string {
  const kept = members.flatMap(({ address }) => collected.find((each) => each.address === address) ?? []);
  return `${JSON.stringify({ format: COLLECTED_FORMAT, members: kept }, null, 1)}\n`;
}
