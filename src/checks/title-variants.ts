import type { Span } from '../minutes/places.ts';
import { findTitles } from '../minutes/parse/bracketed.ts';
import { inReading } from './rule.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * P20: a document has one title within its item. A title in 《》 that differs from the item's own by one
 * or two characters is most likely a slip. White space and （送审稿） don't count; titles that differ in
 * numbers are two documents (2025年计划, 2026年计划), and a short form within a title is none.
 */
export const checkTitleVariants: Rule = ({ minutes, reading }) =>
  minutes.items.flatMap((item) => {
    const spans = findTitles(reading.text, reading.compact(item.span));
    const titles = spans.map((span) => ({
      span,
      key: keyOf(reading.text.slice(span.start + 1, span.end - 1)),
    }));
    const first = titles[0];
    if (first === undefined || first.key.length < SHORTEST) return [];
    const variants = titles.slice(1).filter(({ key }) => isVariant(first.key, key));
    const once = new Map(variants.toReversed().map((variant) => [variant.key, variant]));
    return [...once.values()].toReversed().map(({ span, key }) => findingOf(reading, span, key, first.key));
  });

/** Shorter titles are too like each other. */
const SHORTEST = 8;

function findingOf(
  reading: Parameters<typeof inReading>[0],
  span: Span,
  found: string,
  first: string,
): Finding {
  return {
    code: 'titles/variant',
    message: `“《${found}》”与前面的“《${first}》”只差一两个字`,
    hint: '对照原件：是同一个文件的，把抄错的一处改正；是两个文件或原件如此的，不用改',
    at: inReading(reading, span.start, span.end),
  };
}

function keyOf(title: string): string {
  return title.replace(/(?:[（(][^（）()]{0,6}稿[）)])+$/u, '');
}

function isVariant(first: string, other: string): boolean {
  if (first === other || Math.abs(first.length - other.length) > 2) return false;
  const start = commonStart(first, other);
  const end = commonStart(Array.from(first).toReversed(), Array.from(other).toReversed());
  const shared = Math.min(first.length, other.length);
  const left = Math.max(first.length, other.length) - Math.min(start + end, shared);
  const changed = first.slice(start, first.length - end) + other.slice(start, other.length - end);
  return left <= 2 && !NUMERAL.test(changed) && !first.includes(other) && !other.includes(first);
}

const NUMERAL = /[\d〇零一二三四五六七八九十]|[上下]/u;

function commonStart(one: ArrayLike<string>, other: ArrayLike<string>): number {
  let length = 0;
  while (length < Math.min(one.length, other.length) && one[length] === other[length]) length++;
  return length;
}
