import type { Minutes } from '../minutes/model.ts';
import { derived } from './derived.ts';
import type { DocumentHistory, HistoryEvent, VersionText } from './history.ts';
import type { Corpus } from './model.ts';
import type { Tombstone } from './tombstones.ts';

/** One entry of the list of corrections. */
export type Correction =
  | {
      readonly what: 'change';
      /** Unique in the site, and stays for ever: `m2022-013-v2`. */
      readonly anchor: string;
      readonly time: string;
      readonly event: HistoryEvent;
      readonly minutes: Minutes;
      readonly history: DocumentHistory;
    }
  | {
      readonly what: 'tombstone';
      readonly anchor: string;
      readonly time: string;
      readonly tombstone: Tombstone;
    };

/** The texts before and after a change. */
export interface TextChange {
  readonly before: VersionText;
  readonly after: VersionText;
}

/** Everything that happened to published minutes, newest first. */
export function correctionsOf({ byId, archive }: Corpus): readonly Correction[] {
  const changes = archive.changed.flatMap((history) => {
    const minutes = byId.get(history.id);
    return minutes === undefined
      ? []
      : history.events.map((event) => ({
          what: 'change' as const,
          anchor: eventAnchor(event),
          time: event.time,
          event,
          minutes,
          history,
        }));
  });
  const tombstones = archive.tombstones.map((tombstone) => ({
    what: 'tombstone' as const,
    anchor: `${plainId(tombstone.id)}-gone`,
    time: tombstone.date,
    tombstone,
  }));
  return [...changes, ...tombstones].toSorted(
    (one, other) => compare(other.time, one.time) || compare(other.anchor, one.anchor),
  );
}

/** Whether anything happened to published minutes. */
export const hasCorrections = derived(
  'hasCorrections',
  ({ archive }) => archive.changed.length > 0 || archive.tombstones.length > 0,
);

/** The id of an event in the list and the feed; made of what never changes. */
export function eventAnchor(event: HistoryEvent): string {
  const what = event.what === 'text' ? `v${String(event.version)}` : event.what;
  const moment = event.what === 'text' ? '' : `-${event.time.replaceAll(/\D/gu, '')}`;
  return `${plainId(event.id)}-${what}${moment}`;
}

const NAMES: Readonly<Record<Exclude<HistoryEvent['what'], 'text'>, string>> = {
  published: '更正发布时间',
  withdrawn: '撤回',
  restored: '恢复公开',
  moved: '变更网址',
};

/** What kind of change an event is, in the words that readers see. */
export function eventName(event: HistoryEvent): string {
  return event.what === 'text' ? event.kind : NAMES[event.what];
}

/** What stands where nobody wrote down a reason. */
export const NO_REASON = '没有写明原因';

/**
 * What a change of the text changed; null for other events, and where one of the two texts was taken
 * back and can't be shown.
 */
export function textChangeOf(
  event: HistoryEvent,
  history: DocumentHistory,
  minutes: Minutes,
): TextChange | null {
  if (event.what !== 'text') return null;
  const textOf = (number: number): VersionText | null => {
    if (number === history.current) return minutes;
    return history.earlier.find((version) => version.number === number)?.text ?? null;
  };
  const [before, after] = [textOf(event.version - 1), textOf(event.version)];
  return before === null || after === null ? null : { before, after };
}

/** An id as part of an HTML id, which begins with a letter. */
function plainId(id: string): string {
  return `m${id.replaceAll('/', '-')}`;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
