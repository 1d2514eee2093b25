import type { Element } from 'hast';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { elementsOf, type Page } from './page.ts';

/** A site as somebody walks it. */
export interface CrawledSite {
  readonly dir: string;
  /** The path that it stands below. */
  readonly base: string;
  readonly pages: readonly Page[];
}

const ORIGIN = 'https://site.invalid';
const ADDRESSES = ['href', 'src', 'action'] as const;

function addressesOf(element: Element): readonly string[] {
  return ADDRESSES.flatMap((name) => {
    const value = element.properties[name];
    return typeof value === 'string' ? [value] : [];
  });
}

/** The ids of a page, as often as they stand there. */
export function idsOf({ root }: Page): readonly string[] {
  return elementsOf(root).flatMap(({ properties: { id } }) => (typeof id === 'string' ? [id] : []));
}

/** Internal links that lead nowhere, anchors included: `page → address`. */
export function brokenLinks({ dir, base, pages }: CrawledSite): readonly string[] {
  const ids = new Map(pages.map((page) => [page.path, new Set(idsOf(page))]));
  const isBroken = (path: string, address: string): boolean => {
    const { pathname, hash } = new URL(address, `${ORIGIN}${base}${path}`);
    if (!pathname.startsWith(base)) return true;
    const target = decodeURIComponent(pathname.slice(base.length));
    const found = ids.get(target);
    if (found === undefined) return target === '' || target.endsWith('/') || !existsSync(join(dir, target));
    return hash !== '' && !found.has(decodeURIComponent(hash.slice(1)));
  };
  return pages.flatMap(({ path, root }) =>
    elementsOf(root)
      .flatMap(addressesOf)
      .filter((address) => !/^(?:https?:|mailto:)/u.test(address) && isBroken(path, address))
      .map((address) => `${path} → ${address}`),
  );
}

const isFormer = ({ properties: { className } }: Element): boolean => String(className) === 'former';

/** The pages that can't be walked to from the home page; those that moved or are gone aside, to which nothing leads but what was printed long ago. */
export function unreachedPages({ base, pages }: Pick<CrawledSite, 'base' | 'pages'>): readonly string[] {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const reached = new Set<string>();
  const queue = [''];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    const page = byPath.get(path);
    for (const address of page === undefined ? [] : elementsOf(page.root).flatMap(addressesOf)) {
      const { origin, pathname } = new URL(address, `${ORIGIN}${base}${path}`);
      if (origin === ORIGIN && byPath.has(pathname.slice(base.length)))
        queue.push(pathname.slice(base.length));
    }
  }
  return pages
    .filter(({ path, root }) => !reached.has(path) && !elementsOf(root).some(isFormer))
    .map(({ path }) => path);
}
