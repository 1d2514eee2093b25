import type { Corpus } from '../corpus/model.ts';
import type { Site } from '../site.ts';
import { homeUrl, meetingUrl, siteUrl } from '../urls.ts';
import type { LinkView } from './bureau-names.ts';
import { formerName } from './corrections.ts';
import { frameOf, type FrameView } from './frame.ts';
import { NO_INDEX, siteTags } from './meta.ts';
import type { PagePath } from './page-rows.ts';

/** What stands at the address of a page that listed something once, and has nothing to list now (R1.9). */
export interface EmptiedView {
  readonly frame: FrameView;
  readonly heading: string;
  /** The minutes of its year that are gone, and where it is told why. */
  readonly withdrawn: readonly LinkView[];
  /** The pages that still list what there is. */
  readonly links: readonly LinkView[];
}

/** The paths of all lists that were ever published; most of them still have their own page. */
export function emptiedPaths({ archive }: Corpus): readonly PagePath<string>[] {
  const { lists, tombstones, redirects } = archive;
  const ids = [...tombstones.map(({ id }) => id), ...redirects.map(({ from }) => from)];
  const years = ids.map((id) => `minutes/${id.slice(0, 4)}/`);
  return [...new Set([...lists, ...years])].map((list) => ({ params: { list }, props: list }));
}

/** The view of such an address. */
export function emptiedView(path: string, corpus: Corpus, site: Site): EmptiedView {
  const year = yearOf(path);
  const frame = frameOf(site, corpus, {
    name: year === null ? '这个页面现在没有内容' : `${year}年的这个页面现在没有内容`,
    url: siteUrl(path),
    meta: [...siteTags(site), NO_INDEX],
  });
  return {
    frame,
    heading: '这个页面现在没有内容',
    withdrawn: corpus.archive.tombstones
      .filter(({ id }) => year !== null && id.startsWith(`${year}/`))
      .map((tombstone) => ({ text: formerName(tombstone), href: meetingUrl(tombstone.id) })),
    links: [{ text: '首页', href: homeUrl() }, ...frame.nav],
  };
}

/** The year that a path names: `2022` of `bureaus/csglj/2022/`; null where it names none. */
function yearOf(path: string): string | null {
  return /\/(\d{4})(?:-\d\d)?\//u.exec(path)?.[1] ?? null;
}
