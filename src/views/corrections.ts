import { correctionsOf, type Correction } from '../corpus/corrections.ts';
import type { Corpus } from '../corpus/model.ts';
import type { Tombstone } from '../corpus/tombstones.ts';
import type { Site } from '../site.ts';
import { correctionsFeedUrl, correctionsUrl, meetingUrl } from '../urls.ts';
import type { LinkView } from './bureau-names.ts';
import { longDate } from './format.ts';
import { frameOf, type FrameView } from './frame.ts';
import { changeView, type ChangeView } from './history.ts';
import { meetingName } from '../minutes/plain-text.ts';

/** The list of what was corrected, supplemented and withdrawn. */
export interface CorrectionsView {
  readonly frame: FrameView;
  readonly heading: string;
  readonly description: string;
  readonly feed: string;
  /** Newest first. */
  readonly entries: readonly CorrectionView[];
}

export interface CorrectionView extends ChangeView {
  readonly anchor: string;
  /** What it is about. */
  readonly document: LinkView;
}

/** The view of `/corrections/`. */
export function correctionsView(corpus: Corpus, site: Site): CorrectionsView {
  return {
    frame: frameOf(site, corpus, {
      name: '更正与撤回',
      url: correctionsUrl(),
      alternates: [{ type: 'application/atom+xml', title: '更正与撤回', href: correctionsFeedUrl() }],
    }),
    heading: '更正与撤回',
    description: '已经公开的纪要，每一处更正、补充、撤回都列在这里：改了什么、什么时候改的、为什么改。',
    feed: correctionsFeedUrl(),
    entries: correctionsOf(corpus).map(entryView),
  };
}

function entryView(correction: Correction): CorrectionView {
  const { anchor } = correction;
  if (correction.what === 'tombstone') {
    const { tombstone } = correction;
    return {
      anchor,
      time: longDate(tombstone.date),
      kind: tombstone.kind,
      reason: tombstone.reason,
      sentences: [],
      previous: null,
      document: { text: formerName(tombstone), href: meetingUrl(tombstone.id) },
    };
  }
  const { event, history, minutes } = correction;
  return {
    ...changeView(event, history, minutes),
    anchor,
    document: { text: meetingName(minutes), href: meetingUrl(minutes.id) },
  };
}

/** What minutes that have a tombstone are called. */
export function formerName({ name, id }: Tombstone): string {
  return name ?? `会议纪要 ${id}`;
}
