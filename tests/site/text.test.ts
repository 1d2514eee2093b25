import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { readDocument } from '../../src/minutes/document.ts';
import { shownAndWanted } from './official-text.ts';
import { pagesOf } from './page.ts';

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
    const { shown, wanted } = shownAndWanted(page, source);
    expect(shown).toEqual(wanted);
  });

  test.for(sources)('the Markdown offered for %s has the same text', (file) => {
    const path = join(dir, 'minutes', file.slice(0, -3), 'minutes.md');
    const source = readFileSync(join(content, 'minutes', file), 'utf8');
    expect(readDocument(readFileSync(path, 'utf8'), path).text).toBe(readDocument(source, file).text);
  });
});
