import type { Corpus } from '../corpus/model.ts';
import type { Site } from '../site.ts';

/** One kind of page: where its pages stand, and what each of them shows. */
export interface PageRow<View> {
  /** The file below `src/pages/` that prints the view. */
  readonly file: string;
  readonly pages: (corpus: Corpus, site: Site) => Iterable<PlannedPage<View>>;
}

/** One page of the site. */
export interface PlannedPage<View> {
  /** Path below the base, as its address has it: `minutes/2022/013/`, '' for the home page. */
  readonly path: string;
  /** What the view is made of beside the corpus; null where it is the corpus alone. */
  readonly props: unknown;
  /** Pure: everything the page shows, made of strings, numbers, booleans, null, arrays and plain objects. */
  readonly view: () => View;
}

/** The parts of an address in square brackets, and what its view is made of. */
export interface PagePath<Props> {
  readonly params: Readonly<Record<string, string>>;
  readonly props: Props;
}

/** A page that stands once; where `when` says no there is none (R1.17). */
export function onePage<View>(
  file: string,
  view: (corpus: Corpus, site: Site) => View,
  when: (corpus: Corpus, site: Site) => boolean = () => true,
): PageRow<View> {
  const path = pathOf(file, {});
  return {
    file,
    pages: (corpus, site) =>
      when(corpus, site) ? [{ path, props: null, view: () => view(corpus, site) }] : [],
  };
}

/**
 * Pages of one file at many addresses.
 *
 * @param pattern the address with its parts in brackets, where the file's own name doesn't say it
 */
export function manyPages<Props, View>(
  file: string,
  paths: (corpus: Corpus, site: Site) => Iterable<PagePath<Props>>,
  view: (props: Props, corpus: Corpus, site: Site) => View,
  pattern = file,
): PageRow<View> {
  return {
    file,
    *pages(corpus, site) {
      for (const { params, props } of paths(corpus, site))
        yield { path: pathOf(pattern, params), props, view: () => view(props, corpus, site) };
    },
  };
}

/** `minutes/[year]/index.astro` of 2022 → `minutes/2022/`; `404.astro` is a file, as servers want it. */
function pathOf(pattern: string, params: Readonly<Record<string, string>>): string {
  const filled = pattern.replaceAll(/\[(?:\.\.\.)?(\w+)\]/gu, (_, name: string) => params[name] ?? '');
  if (filled === '404.astro') return '404.html';
  return filled
    .replace(/(?:^|\/)index\.astro$/u, '/')
    .replace(/\.astro$/u, '/')
    .replace(/^\//u, '');
}

/** The file of the site that holds the page at a path. */
export function fileOf(path: string): string {
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}
