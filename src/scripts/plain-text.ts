/** What text nodes said before they were shown in another script. */
const originals = new WeakMap<Text, string>();

/** Shows `text` in a node, which keeps what it said before. */
export function showInstead(node: Text, text: string): void {
  originals.set(node, originals.get(node) ?? node.data);
  node.data = text;
}

/** What a node says in the document, whatever is shown. */
export function originalOf(node: Text): string {
  return originals.get(node) ?? node.data;
}

/** The text of an element as the document has it; '' for none. */
export function plainTextOf(element: Element | null | undefined): string {
  return element === null || element === undefined
    ? ''
    : textNodes(element).map(originalOf).join('').replaceAll(/\s+/gu, ' ').trim();
}

/** The text nodes below a node, in order, scripts and styles left out. */
export function textNodes(root: Node): readonly Text[] {
  const nodes: Text[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = root instanceof Text ? root : walker.nextNode(); node !== null; node = walker.nextNode())
    if (node instanceof Text && node.parentElement?.closest('script, style, noscript') === null)
      nodes.push(node);
  return nodes;
}
