import type { Corpus } from '../corpus/model.ts';
import type { Site } from '../site.ts';
import { basePath, feedsUrl, followingUrl } from '../urls.ts';
import { frameOf, type FrameView } from './frame.ts';

/** The page on which a reader sees what is new; the list itself is in the browser. */
export interface FollowingView {
  readonly frame: FrameView;
  readonly base: string;
  readonly feeds: string;
}

/** The view of `/following/`. */
export function followingView(corpus: Corpus, site: Site): FollowingView {
  return {
    frame: frameOf(site, corpus, { name: '我的关注', url: followingUrl() }),
    base: basePath(),
    feeds: feedsUrl(),
  };
}
