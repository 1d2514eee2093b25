import { readDocument } from '../../src/minutes/document.ts';
import { elementsOf, has, textOf, type Page } from './page.ts';

/**
 * The text of a Markdown file of the dialect, read without the parser: front matter, withheld passages,
 * heading marks and escapes taken away.
 */
export function plainText(markdown: string): string {
  return markdown
    .replace(/^---\n[\s\S]*?\n---\n/u, '')
    .replaceAll(/^:::withhold\{[\s\S]*?^:::$/gmu, '')
    .replaceAll(/^#{1,6} +/gmu, '')
    .replaceAll(/\\([!-/:-@[-`{-~])/gu, '$1');
}

/** The official text of a page, and its rows, within which not even white space may differ. */
interface Shown {
  readonly text: string;
  readonly rows: string;
}

/** What a page of minutes shows, and what it has to show for a source; both without white space but in the rows. */
export function shownAndWanted(
  page: Page,
  source: string,
): { readonly shown: Shown; readonly wanted: Shown } {
  const [official, ...others] = elementsOf(page.root).filter((element) => has(element, 'dataOfficial'));
  if (official === undefined || others.length > 0) throw new Error(`Not one official text on ${page.file}`);
  const rows = elementsOf(official).filter((element) => has(element, 'dataRow'));
  return {
    shown: {
      text: withoutSpace(textOf(official, (element) => has(element, 'dataInferred'))),
      rows: rows.map((row) => textOf(row)).join(''),
    },
    wanted: {
      text: withoutSpace(plainText(source)),
      rows: readDocument(source, page.file).text.replaceAll('\n', ''),
    },
  };
}

const withoutSpace = (text: string): string => text.replaceAll(/\s+/gu, '');
