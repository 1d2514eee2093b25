import type { Element, Nodes, Root } from 'hast';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

/** One HTML file of a built site. */
export interface Page {
  /** Below the site's folder, with forward slashes. */
  readonly file: string;
  /** The address below the base: `minutes/2022/013/`. */
  readonly path: string;
  readonly html: string;
  readonly root: Root;
}

const parser = unified().use(rehypeParse);

/** All HTML pages of a built site. */
export function pagesOf(dir: string): readonly Page[] {
  return filesOf(dir)
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const html = readFileSync(join(dir, file), 'utf8');
      return { file, path: file.replace(/index\.html$/u, ''), html, root: parser.parse(html) };
    });
}

/** All files of a folder, with forward slashes. */
export function filesOf(dir: string): readonly string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(dir.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** The elements below a node, in document order, without those that `skip` rejects and what is in them. */
export function elementsOf(
  node: Nodes,
  skip: (element: Element) => boolean = () => false,
): readonly Element[] {
  if (!('children' in node)) return [];
  return node.children.flatMap((child) =>
    child.type === 'element' && !skip(child) ? [child, ...elementsOf(child, skip)] : [],
  );
}

/** The text of a node without that of the elements that `skip` rejects. */
export function textOf(node: Nodes, skip: (element: Element) => boolean = () => false): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node) || (node.type === 'element' && skip(node))) return '';
  return node.children.map((child) => textOf(child, skip)).join('');
}

/** Whether an element has an attribute: `data-official` as `dataOfficial`. */
export function has(element: Element, property: string): boolean {
  return element.properties[property] !== undefined && element.properties[property] !== false;
}
