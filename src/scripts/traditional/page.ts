import { originalOf, showInstead, textNodes } from '../plain-text.ts';
import { toTraditional } from './convert.ts';

/**
 * Shows the page in traditional characters. The document stays what it is: what is copied and what is
 * printed is the simplified text.
 */
export function showTraditional(): void {
  const observer = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) show(node);
  });
  const start = (): void => {
    document.documentElement.lang = 'zh-Hant';
    show(document.body);
    observer.observe(document.body, { childList: true, subtree: true });
  };
  const stop = (): void => {
    observer.disconnect();
    document.documentElement.lang = 'zh-CN';
    for (const node of textNodes(document.body)) node.data = originalOf(node);
  };
  window.addEventListener('beforeprint', stop);
  window.addEventListener('afterprint', start);
  document.addEventListener('copy', copyOriginal);
  start();
  stopShowing = () => {
    stop();
    window.removeEventListener('beforeprint', stop);
    window.removeEventListener('afterprint', start);
    document.removeEventListener('copy', copyOriginal);
  };
}

let stopShowing = (): void => {};

/** Shows the page as it is. */
export function showSimplified(): void {
  stopShowing();
}

function show(root: Node): void {
  for (const node of textNodes(root)) {
    // 简体, 繁體: words that stand in a script of their own stay.
    if (node.parentElement?.closest('[lang]') !== document.documentElement) continue;
    const original = originalOf(node);
    const shown = toTraditional(original);
    // Only a text of the same length can be told back when it is copied.
    if (shown.length === original.length && shown !== node.data) showInstead(node, shown);
  }
}

function copyOriginal(event: ClipboardEvent): void {
  const selection = getSelection();
  if (selection === null || selection.rangeCount === 0 || event.clipboardData === null) return;
  const range = selection.getRangeAt(0);
  const characters = textNodes(range.commonAncestorContainer)
    .filter((node) => range.intersectsNode(node))
    .flatMap((node) => {
      const from = node === range.startContainer ? range.startOffset : 0;
      const to = node === range.endContainer ? range.endOffset : node.length;
      return [...pairs(node, from, to)];
    });
  // The selection knows which of it is seen and where lines end; the document knows the characters.
  let at = 0;
  const text = Array.from(selection.toString(), (seen) => {
    if (/\s/u.test(seen)) return seen;
    while (at < characters.length && characters[at]?.shown !== seen) at++;
    return characters[at++]?.original ?? seen;
  });
  event.clipboardData.setData('text/plain', text.join(''));
  event.preventDefault();
}

function* pairs(
  node: Text,
  from: number,
  to: number,
): Iterable<{ readonly shown: string; readonly original: string }> {
  const shown = Array.from(node.data.slice(from, to));
  const original = Array.from(originalOf(node).slice(from, to));
  for (const [index, character] of shown.entries())
    yield { shown: character, original: original[index] ?? character };
}
