import type { DocumentHistory, EarlierVersion } from '../corpus/history.ts';
import type { Corpus } from '../corpus/model.ts';
import type { Block, Minutes } from '../minutes/model.ts';
import type { Site } from '../site.ts';
import { meetingUrl, minutesUrl, versionUrl } from '../urls.ts';
import { frameOf, type FrameView } from './frame.ts';
import { changeView, type ChangeView } from './history.ts';
import { meetingName } from '../minutes/plain-text.ts';
import { documentTitle } from './meeting-summary.ts';
import { articleTags, NO_INDEX } from './meta.ts';
import type { PagePath } from './page-rows.ts';

/** The page of an earlier version: its text as it was, marked as past on every screen. */
export interface VersionView {
  readonly frame: FrameView;
  readonly heading: string;
  /** 历史版本, and from when until when. */
  readonly banner: string;
  readonly current: string;
  /** The change that replaced it. */
  readonly change: ChangeView | null;
  /** Null when the text was taken back. */
  readonly blocks: readonly VersionBlockView[] | null;
}

export interface VersionBlockView {
  readonly kind: 'title' | 'heading' | 'paragraph' | 'withheld';
  readonly text: string;
}

/** What the page of a version is made of. */
export interface VersionProps {
  readonly minutes: Minutes;
  readonly history: DocumentHistory;
  readonly version: EarlierVersion;
}

/** The paths of all earlier versions: year and number of the id, and v1, v2 … */
export function versionPaths({ minutes, archive }: Corpus): readonly PagePath<VersionProps>[] {
  return minutes.flatMap((each) => {
    const history = archive.histories?.get(each.id);
    const [year = '', number = ''] = each.id.split('/');
    if (history === undefined) return [];
    return history.earlier.map((version) => ({
      params: { year, number, version: `v${String(version.number)}` },
      props: { minutes: each, history, version },
    }));
  });
}

/** The view of an earlier version. */
export function versionView(
  { minutes, history, version }: VersionProps,
  corpus: Corpus,
  site: Site,
): VersionView {
  const { number, from, until, text } = version;
  const current = meetingUrl(minutes.id);
  const name = `第${String(number)}版`;
  const change = history.events.find((event) => event.what === 'text' && event.version === number + 1);
  return {
    frame: frameOf(site, corpus, {
      name: `${documentTitle(minutes)}${name}`,
      crumb: name,
      url: versionUrl(minutes.id, number),
      canonical: current,
      meta: [...articleTags(site, minutes), NO_INDEX],
      parents: [
        { text: '会议纪要', href: minutesUrl() },
        { text: meetingName(minutes), href: current },
      ],
    }),
    heading: `${documentTitle(minutes)}${name}`,
    banner: `历史版本：${from} 至 ${until} 公开，已经不是现行文本`,
    current,
    change: change === undefined ? null : changeView(change, history, minutes),
    blocks: text === null ? null : text.blocks.map((block) => blockView(block, text.text)),
  };
}

function blockView(block: Block, text: string): VersionBlockView {
  if (block.kind === 'withheld')
    return { kind: 'withheld', text: `此处按${block.basis}不予公开：${block.reason}` };
  const kind = block.kind === 'heading' && block.depth === 1 ? 'title' : block.kind;
  return { kind, text: text.slice(block.span.start, block.span.end) };
}
