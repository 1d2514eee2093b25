import type { PlannedGeneration } from './generation-plan.ts';
import type { IndexKind } from './manifest.ts';
import type { SourceMeeting } from './search-source.ts';

/**
 * Up to how much text, in UTF-16 units, each kind is what serves readers best: measured, see
 * docs/adr/0012-search-backends.md. Above the last line it is the pair index.
 */
export const LINES = { text: 400_000, pagefind: 2_000_000 } as const;

export interface KindChooser {
  /** What the amount of all text, or the order given, comes to: when it changes, everything is made anew. */
  readonly site: IndexKind;
  generation(this: void, planned: Pick<PlannedGeneration<never>, 'isSealed' | 'meetings'>): IndexKind;
}

/**
 * Chooses what finds words in each generation: `ordered`, or what the amount of text calls for. A reader
 * loads Pagefind's program once more for each bundle, so only sealed generations are ones; what is new or
 * corrected beside them has a pair index.
 */
export function kindChooser(meetings: readonly SourceMeeting[], ordered?: IndexKind): KindChooser {
  const length = meetings.reduce((sum, meeting) => sum + meeting.length, 0);
  const kind = ordered ?? kindFor(length);
  return {
    site: kind,
    generation: ({ isSealed }) => (kind === 'pagefind' && !isSealed ? 'pairs' : kind),
  };
}

function kindFor(length: number): IndexKind {
  if (length <= LINES.text) return 'text';
  return length <= LINES.pagefind ? 'pagefind' : 'pairs';
}
