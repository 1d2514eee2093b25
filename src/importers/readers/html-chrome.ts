import { isLabel, isNoteLine } from '../lines.ts';
import { blocksOf, childrenOf, isElement, isText } from './html-blocks.ts';
import type { Element, Node, Root } from 'hast';

const NEVER_TEXT = new Set(
  'script style noscript template head nav footer aside form button iframe svg select option input textarea object embed audio video canvas map'.split(
    ' ',
  ),
);
/** Words in class or id that name the furniture of a government page. */
const FURNITURE =
  /(?:^|[-_\s])(?:nav|navbar|menu|crumbs?|breadcrumbs?|bread|position|weizhi|location|share|bdshare|social|print|qrcode|ewm|erweima|foot|footer|copyright|sidebar|side|related|xgwj|xglj|pager|pagination|prevnext|toolbar|tools|search|login|skip|fontsize|zihao|accessib\w*|wza|attachment|fujian|appendix|comment|hits|statistics)(?:$|[-_\s\d])/i;
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden/i;

/** Whether an element holds no text of the document: scripts, furniture, hidden parts. */
export function isChrome(element: Element): boolean {
  const { tagName, properties } = element;
  if (NEVER_TEXT.has(tagName)) return true;
  if (properties['hidden'] || properties['ariaHidden'] === 'true') return true;
  if (typeof properties['style'] === 'string' && HIDDEN.test(properties['style'])) return true;
  const names = [properties['id'], properties['className']].flat().filter((name) => typeof name === 'string');
  return tagName !== 'body' && tagName !== 'html' && names.some((name) => FURNITURE.test(name));
}

/** The tree without its chrome; an element that holds most of the page's text is never chrome. */
export function withoutChrome(root: Root): Root {
  const whole = textLength(root);
  const prune = <T extends Node>(node: T): T => {
    const children = childrenOf(node);
    if (children.length === 0) return node;
    const kept = children.filter(
      (child) =>
        !isElement(child) ||
        !isChrome(child) ||
        (!NEVER_TEXT.has(child.tagName) && textLength(child) > whole / 2),
    );
    return { ...node, children: kept.map((child) => prune(child)) };
  };
  return prune(root);
}

/**
 * The element with the document's text: the deepest one that holds nearly all the sentences of the
 * page. Links don't count, so lists of other documents don't either. An element round it counts
 * where it also holds attendance, distribution or the note on disclosure.
 */
export function findText(root: Root): Node {
  const scores = new Map<Node, number>();
  const whole = score(root, scores);
  const path: Node[] = [root];
  for (;;) {
    const found: Node = path.at(-1) ?? root;
    const next: Node | undefined = childrenOf(found).find((child) => (scores.get(child) ?? 0) >= whole * 0.9);
    if (!next || isParagraph(next)) return path.find((node) => holdsMoreOf(node, found)) ?? found;
    path.push(next);
  }
}

/** Whether `outer` has a labelled line or a note that `inner` hasn't. */
function holdsMoreOf(outer: Node, inner: Node): boolean {
  return outer !== inner && partsIn(outer) > partsIn(inner);
}

function partsIn(node: Node): number {
  return blocksOf(node).filter(({ text }) => isLabel(text) || isNoteLine(text)).length;
}

/** A paragraph is text, not the holder of the text: its neighbours may belong to it. */
function isParagraph(node: Node): boolean {
  return (
    isText(node) ||
    (isElement(node) && ['p', 'span', 'font', 'strong', 'b', 'tr', 'tbody'].includes(node.tagName))
  );
}

/** Links lead elsewhere, and the page's own heading often stands outside the text. */
const UNSCORED = new Set(['a', 'h1']);

/** Chinese characters in text outside links; short menus of a few characters count little. */
function score(node: Node, scores: Map<Node, number>): number {
  if (isElement(node) && (UNSCORED.has(node.tagName) || NEVER_TEXT.has(node.tagName))) return 0;
  let sum = 0;
  if (isText(node)) {
    const han = node.value.match(/[\p{Script=Han}，。；：、]/gu)?.length ?? 0;
    if (isChromeLine(node.value)) sum = 0;
    else sum = han >= 10 || /[，。；]/.test(node.value) ? han : han / 4;
  }
  for (const child of childrenOf(node)) sum += score(child, scores);
  scores.set(node, sum);
  return sum;
}

function textLength(node: Node): number {
  if (isText(node)) return node.value.trim().length;
  if (isElement(node) && NEVER_TEXT.has(node.tagName)) return 0;
  return childrenOf(node).reduce((sum, child) => sum + textLength(child), 0);
}

const CHROME_LINE =
  /^(?:附件下载|扫一扫|扫码|分享(?:到)?|打印|【?打印本页】?|【?关闭(?:窗口|本页)?】?|上一篇|下一篇|相关(?:链接|文件|阅读|附件|稿件)|视频新闻|政策原文|政策解读|责任编辑|编辑|来源|信息来源|发布(?:时间|日期|机构)|发文机关|生成日期|成文日期|索引号|文号|主题词|主题分类|公开方式|有效性|浏览(?:次数|量)?|阅读(?:次数|量)?|访问量|点击(?:数|率)?|字体|字号|【?字体|首页|当前位置|您(?:现在)?(?:的位置|所在的位置)|您当前的位置)\s*(?:$|[：:>》【〖（(]|[大中小])/;

/** A line of a page that belongs to the site, not to the document: 来源：…, 【字体：大 中 小】 … */
export function isChromeLine(text: string): boolean {
  const line = text.trim();
  return line.length < 120 && !/[，。].*。$/.test(line) && CHROME_LINE.test(line);
}
