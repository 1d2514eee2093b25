import { GAP_CLASS, type NormalText } from './normal-text.ts';

/** The source of a regular expression for any of some words, whatever gaps were put into them. */
export function wordCue(words: readonly string[]): string {
  return words.map((word) => Array.from(word).join(`${GAP_CLASS}*`)).join('|');
}

/** Whether an offset lies inside 《…》: the title of another document, which may be called anything. */
export function isInTitle({ text }: NormalText, at: number): boolean {
  const before = text.slice(Math.max(0, at - TITLE_LENGTH), at);
  const open = before.lastIndexOf('《');
  return open !== -1 && before.indexOf('》', open) === -1 && /^[^《\n]{0,120}》/.test(text.slice(at));
}

const TITLE_LENGTH = 120;
