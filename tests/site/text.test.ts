import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { readDocument } from '../../src/minutes/document.ts';
import { elementsOf, has, pagesOf, textOf } from './page.ts';

const withoutSpace = (text: string): string => text.replaceAll(/\s+/gu, '');

/**
 * The text of a Markdown file of the dialect, read without the parser: front matter, withheld passages,
 * heading marks and escapes taken away.
 */
function plainText(markdown: string): string {
  return markdown
    .replace(/^---\n[\s\S]*?\n---\n/u, '')
    .replaceAll(/^:::withhold\{[\s\S]*?^:::$/gmu, '')
    .replaceAll(/^#{1,6} +/gmu, '')
    .replaceAll(/\\([!-/:-@[-`{-~])/gu, '$1');
}

const sites = inject('sites');

describe.for([
  ['the real minutes', sites.real],
  ['the fictional city', sites.city],
] as const)('%s', ([, { dir, content }]) => {
  const sources = readdirSync(join(content, 'minutes'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.md'),
  );
  const pages = new Map(pagesOf(dir).map((page) => [page.path, page]));

  test.for(sources)('the official text of the page of %s is the text of its file', (file) => {
    const source = readFileSync(join(content, 'minutes', file), 'utf8');
    const page = pages.get(`minutes/${file.replaceAll('\\', '/').slice(0, -3)}/`);
    if (page === undefined) throw new Error(`No page for ${file}`);
    const [official, ...others] = elementsOf(page.root).filter((element) => has(element, 'dataOfficial'));
    if (official === undefined) throw new Error(`No official text on ${page.file}`);
    expect(others).toEqual([]);
    const shown = textOf(official, (element) => has(element, 'dataInferred'));
    expect(withoutSpace(shown)).toBe(withoutSpace(plainText(source)));

    // Within a line not even white space differs.
    const rows = elementsOf(official).filter((element) => has(element, 'dataRow'));
    expect(rows.map((row) => textOf(row)).join('')).toBe(
      readDocument(source, file).text.replaceAll('\n', ''),
    );
  });

  test.for(sources)('the Markdown offered for %s has the same text', (file) => {
    const path = join(dir, 'minutes', file.slice(0, -3), 'minutes.md');
    const source = readFileSync(join(content, 'minutes', file), 'utf8');
    expect(readDocument(readFileSync(path, 'utf8'), path).text).toBe(readDocument(source, file).text);
  });
});
