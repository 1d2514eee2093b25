import type { Element } from 'hast';
import { HtmlValidate } from 'html-validate';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, test } from 'vitest';
import { elementsOf, filesOf, pagesOf, textOf, type Page } from './page.ts';

const sites = inject('sites');
const pages: readonly Page[] = [
  ...pagesOf(sites.real.dir),
  ...pagesOf(sites.city.dir),
  ...pagesOf(sites.told.dir),
];
const SITE_TAGS = ['SiteName', 'SiteDomain', 'SiteIDCode'];
const COLUMN_TAGS = [...SITE_TAGS, 'ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'];
const ARTICLE_TAGS = [...COLUMN_TAGS, 'ArticleTitle', 'PubDate', 'ContentSource'];

const named = (page: Page, tag: string): readonly Element[] =>
  elementsOf(page.root).filter(({ tagName }) => tagName === tag);

const FOOTER: readonly string[] =
  '主办单位 联系方式 网站标识码 ICP备案号 公安机关备案标识 党政机关标识 我为政府网站找错 站点地图'.split(' ');

/** The named meta elements of a page, in order. */
const metaOf = (page: Page): readonly { readonly name: string; readonly content: string }[] =>
  named(page, 'meta').flatMap(({ properties: { name, content } }) =>
    typeof name === 'string' ? [{ name, content: String(content) }] : [],
  );

/** Whether an element of the name script is a block of data, which no browser runs. */
const isData = ({ type }: Element['properties']): boolean => type === 'application/ld+json';

/** The tags that R1.1 asks of a page, by its address. */
function tagsOf(page: Page): readonly string[] {
  const { path } = page;
  // What stands in place of minutes is no article.
  if (elementsOf(page.root).some(({ properties }) => String(properties['className']) === 'former'))
    return SITE_TAGS;
  if (/^minutes\/\d+\/\d+\//u.test(path)) return ARTICLE_TAGS;
  return /^(?:minutes|bureaus|decisions|documents)\//u.test(path) ? COLUMN_TAGS : SITE_TAGS;
}

describe('every page', () => {
  test('is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended', 'html-validate:document'],
      rules: {
        // Astro writes void elements and attribute values as browsers take them.
        'void-style': 'off',
        'attribute-boolean-style': 'off',
        'attribute-empty-style': 'off',
        'doctype-style': 'off',
        'no-trailing-whitespace': 'off',
        // Everything is of the same origin.
        'require-sri': ['error', { target: 'crossorigin' }],
        // The titles of documents are as long as they are.
        'long-title': 'off',
        // Tables that become cards on a narrow screen keep their roles only when they are stated.
        'no-redundant-role': 'off',
        'prefer-native-element': 'off',
      },
    });
    const faults: string[] = [];
    for (const { file, html } of pages) {
      const report = await validator.validateString(html, file);
      for (const { messages } of report.results)
        faults.push(
          ...messages.map(
            ({ ruleId, message, line, column }) =>
              `${file}:${String(line)}:${String(column)} ${ruleId}: ${message}`,
          ),
        );
    }
    expect(faults).toEqual([]);
  });

  test('has no inline script, style or handler', () => {
    const inline = pages.flatMap((page) =>
      elementsOf(page.root)
        .filter(
          ({ tagName, properties, children }) =>
            tagName === 'style' ||
            (tagName === 'script' &&
              !isData(properties) &&
              (properties['src'] === undefined || children.length > 0)) ||
            Object.keys(properties).some((name) => name === 'style' || /^on[A-Z]/u.test(name)),
        )
        .map(({ tagName }) => `${page.file} ${tagName}`),
    );
    expect(inline).toEqual([]);
  });

  test('begins its head with the tags of R1.1 in their order, none empty, none twice', () => {
    const expected = pages.map((page) => [page.file, 'viewport', ...tagsOf(page)].join(' '));
    const shown = pages.map((page) =>
      [page.file, ...metaOf(page).map(({ name }) => name)].slice(0, 2 + tagsOf(page).length).join(' '),
    );
    expect(shown).toEqual(expected);
    const faults = pages.flatMap((page) => {
      const tags = metaOf(page);
      const names = tags.map(({ name }) => name);
      return tags
        .filter(
          ({ name, content }, index) =>
            /^(?:|null|undefined)$/u.test(content) || names.indexOf(name) !== index,
        )
        .map(({ name }) => `${page.file} ${name}`);
    });
    expect(faults).toEqual([]);
    const dates = pages.flatMap((page) => metaOf(page).filter(({ name }) => name === 'PubDate'));
    expect(dates.length).toBe(pages.filter((page) => tagsOf(page) === ARTICLE_TAGS).length);
    for (const { content } of dates) expect(content).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/u);
  });

  test('has one description: that of R1.1 on minutes, one of its own elsewhere', () => {
    const counts = pages.map((page) => {
      const all = metaOf(page).filter(({ name }) => name.toLowerCase() === 'description');
      return `${page.file} ${String(all.length)} ${String(all.every(({ content }) => content.length > 8))}`;
    });
    expect(counts).toEqual(pages.map(({ file }) => `${file} 1 true`));
  });

  test('says in a band that it is a demonstration, with a fictitious identity (R1.4)', () => {
    const bands = pages.map((page) => {
      const band = elementsOf(page.root).find(({ properties }) => String(properties['className']) === 'band');
      const code = metaOf(page).find(({ name }) => name === 'SiteIDCode')?.content;
      return `${page.file} ${band === undefined ? '' : textOf(band)} ${code ?? ''}`;
    });
    expect(bands).toEqual(pages.map(({ file }) => `${file} 演示站点，非政府网站 0000000000`));
  });

  test('has the fields of R1.5 as text, a skip link, one main part and one h1', () => {
    const faults = pages.flatMap((page) => {
      const footer = named(page, 'footer')
        .map((element) => textOf(element))
        .join('');
      return [
        ...FOOTER.filter((field) => !footer.includes(field)),
        ...['h1', 'main', 'footer'].filter((tag) => named(page, tag).length !== 1),
        ...(named(page, 'html')[0]?.properties['lang'] === 'zh-CN' ? [] : ['lang']),
        ...(named(page, 'a')[0]?.properties['href'] === '#main' ? [] : ['skip link']),
      ].map((fault) => `${page.file} ${fault}`);
    });
    expect(faults).toEqual([]);
  });
});

test('the pages are light: HTML, CSS and scripts, gzip', () => {
  const { dir } = sites.real;
  const all = pagesOf(dir);
  const size = (file: string): number => gzipSync(readFileSync(join(dir, file)), { level: 9 }).length;
  const styles = filesOf(join(dir, '_astro')).filter((file) => file.endsWith('.css'));
  expect(styles.reduce((sum, file) => sum + size(`_astro/${file}`), 0)).toBeLessThan(15_000);
  const weights = ['', 'minutes/2022/013/', 'bureaus/', 'search/'].map((path) => {
    const page = all.find((each) => each.path === path);
    if (page === undefined) throw new Error(`No page ${path}`);
    const scripts = named(page, 'script').flatMap(({ properties: { src } }) =>
      typeof src === 'string' ? [src.slice(1)] : [],
    );
    const sheets = named(page, 'link').flatMap(({ properties: { rel, href } }) =>
      String(rel) === 'stylesheet' ? [String(href).slice(1)] : [],
    );
    expect(sheets.length).toBeGreaterThan(0);
    const js = [...new Set(scripts.flatMap((file) => [file, ...importsOf(dir, file)]))];
    return {
      path: `/${path}`,
      html: size(page.file),
      css: sheets.reduce((sum, file) => sum + size(file), 0),
      js: js.reduce((sum, file) => sum + size(file), 0),
    };
  });
  console.table(weights);
  expect(weights.filter(({ html, css, js }) => html + css + js >= 40_000)).toEqual([]);
});

/** The modules that a script imports, and those that they do. */
function importsOf(dir: string, file: string): readonly string[] {
  const source = readFileSync(join(dir, file), 'utf8');
  return [...source.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/gu)].flatMap(([, name = '']) => [
    `_astro/${name}`,
    ...importsOf(dir, `_astro/${name}`),
  ]);
}
