import type { Element } from 'hast';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { elementsOf, pagesOf } from './page.ts';

const ADDRESSES = ['href', 'src', 'action'] as const;

const addressesOf = (element: Element): readonly string[] =>
  ADDRESSES.flatMap((name) => {
    const value = element.properties[name];
    return typeof value === 'string' ? [value] : [];
  });

/** The name of the words that data blocks are written in; nobody asks for it. */
const VOCABULARY = 'https://schema.org';

const isFormer = ({ properties: { className } }: Element): boolean => String(className) === 'former';

const sites = inject('sites');

describe.for([
  ['the real site', sites.real],
  ['the site below a path', sites.city],
  ['the site of a told history', sites.told],
] as const)('%s', ([, { dir, base }]) => {
  const pages = pagesOf(dir);
  const ids = new Map(
    pages.map(({ path, root }) => [
      path,
      new Set(elementsOf(root).flatMap(({ properties: { id } }) => (typeof id === 'string' ? [id] : []))),
    ]),
  );

  test('has no internal link that leads nowhere, anchors included', () => {
    const broken = pages.flatMap(({ path, root }) =>
      elementsOf(root)
        .flatMap(addressesOf)
        .filter((address) => !/^(?:https?:|mailto:)/u.test(address))
        .filter((address) => {
          const { pathname, hash } = new URL(address, `https://site.invalid${base}${path}`);
          if (!pathname.startsWith(base)) return true;
          const target = decodeURIComponent(pathname.slice(base.length));
          const found = ids.get(target);
          if (found === undefined)
            return target === '' || target.endsWith('/') || !existsSync(join(dir, target));
          return hash !== '' && !found.has(decodeURIComponent(hash.slice(1)));
        })
        .map((address) => `${path} → ${address}`),
    );
    expect(broken).toEqual([]);
  });

  test('has no id twice on a page', () => {
    const twice = pages.flatMap(({ path, root }) => {
      const all = elementsOf(root).flatMap(({ properties: { id } }) => (typeof id === 'string' ? [id] : []));
      return all.filter((id, index) => all.indexOf(id) !== index).map((id) => `${path}#${id}`);
    });
    expect(twice).toEqual([]);
  });

  test('can be walked from the home page to every page that stands but 404', () => {
    const reached = new Set<string>();
    const queue = [''];
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      if (reached.has(path)) continue;
      reached.add(path);
      const page = pages.find((each) => each.path === path);
      for (const address of page === undefined ? [] : elementsOf(page.root).flatMap(addressesOf)) {
        const { origin, pathname } = new URL(address, `https://site.invalid${base}${path}`);
        if (origin === 'https://site.invalid' && ids.has(pathname.slice(base.length)))
          queue.push(pathname.slice(base.length));
      }
    }
    // Nothing leads to an address that moved or is gone but what was printed long ago.
    const present = pages.filter(({ root }) => !elementsOf(root).some(isFormer));
    expect(present.map(({ path }) => path).filter((path) => !reached.has(path))).toEqual(['404.html']);
  });

  test('asks no other host for anything, and links to none in demo mode', () => {
    const own = 'https://www.example.invalid/';
    const foreign = pages.flatMap(({ file, html }) =>
      [...html.matchAll(/https?:\/\/[^\s"'<>]+/gu)]
        .filter(([url]) => !url.startsWith(own) && url !== VOCABULARY)
        .map(([url]) => `${file}: ${url}`),
    );
    expect(foreign).toEqual([]);
  });
});
