import { textAt } from '../minutes/model.ts';
import type { AgendaItem, Minutes } from '../minutes/model.ts';
import type { Span } from '../minutes/places.ts';
import { numberOf } from '../minutes/parse/numerals.ts';
import { inText } from './rule.ts';
import type { Rule } from './rule.ts';
import { sequenceFaults } from './sequence.ts';
import type { Numbered } from './sequence.ts';
import { hasWithheldBetween } from './withheld.ts';

/**
 * P07: the points of an item go on by one within the item, also over paragraphs: （一）（二）, where
 * （一） and (一) are one form, behind a sentence or clause; 1. 2. at the beginning of paragraphs, anew
 * under each （一）. All marks in the text count, not only the parser's points: a mark out of turn is
 * no point to the parser. 第（三）项 names another document's point and is none.
 */
export const checkPointNumbers: Rule = ({ minutes }) => {
  const withheld = { blocks: minutes.blocks.filter(({ kind }) => kind === 'withheld') };
  return minutes.items.flatMap((item) => {
    const { outer, inner } = marksOf(minutes, item);
    return [outer, ...inner].flatMap((list) =>
      sequenceFaults(list)
        .filter(({ of, after }) => !hasWithheldBetween(withheld, after?.start ?? item.span.start, of.start))
        .map(({ of, message }) => ({
          code: 'points/number-gap',
          message: `${nameOf(item)}的分点序号${message}`,
          hint: '对照原件：缺了文字的补上，序号抄错的改正',
          at: inText(of.start, of.end),
        })),
    );
  });
};

const BRACKETED = /(?<=^|[\n。；，：！？”.;,:!?])\s*([（(]\s*[一二三四五六七八九十]{1,3}\s*[）)])/gu;
const ARABIC = /(?<=^|\n)\s*(\d{1,2})\s*[.．、](?!\d)/gu;
/** A number that lost its stop: 10 of a list of projects. It counts only where its turn is. */
const ARABIC_ALONE = /(?<=^|\n)\s*(\d{1,2})\s*(?=\p{Script=Han})/gu;

interface Marks {
  readonly outer: readonly Numbered<Span>[];
  /** One list for each stretch between two outer marks. */
  readonly inner: readonly (readonly Numbered<Span>[])[];
}

function marksOf(minutes: Minutes, item: AgendaItem): Marks {
  const own = item.number?.origin.kind === 'text' ? item.number.origin.span.start : -1;
  const find = (form: RegExp): readonly Numbered<Span>[] =>
    [...textAt(minutes, item.span).matchAll(form)].flatMap((match) => {
      const mark = match[1] ?? '';
      const end = item.span.start + match.index + match[0].lastIndexOf(mark) + mark.length;
      const value = numberOf(mark.replaceAll(/[（()）\s]/gu, ''));
      const span = { start: end - mark.length, end };
      return value === null || (span.start <= own && own < span.end) ? [] : [{ mark, value, of: span }];
    });
  const outer = find(BRACKETED);
  let passed = 0;
  const stretchOf = ({ of }: Numbered<Span>): number => {
    while (passed < outer.length && (outer[passed]?.of.start ?? 0) < of.start) passed++;
    return passed;
  };
  const alone = find(ARABIC_ALONE);
  const withStop = find(ARABIC).filter(({ value }) => value !== ownNumber(item) + 1);
  const firstOf = new Map(withStop.toReversed().map(({ value, of }) => [value, of.start]));
  const inTurn = alone.filter(({ value, of }) => (firstOf.get(value - 1) ?? of.start) < of.start);
  const inner = [...withStop, ...inTurn].sort((one, other) => one.of.start - other.of.start);
  return { outer, inner: [...Map.groupBy(inner, stretchOf).values()] };
}

/** The Arabic number of an item: the next one is the next item's, whatever the parser took it for. */
function ownNumber({ number }: AgendaItem): number {
  return Number(/^\d+/u.exec(number?.value ?? '')?.[0] ?? Number.NaN);
}

function nameOf({ number, order }: AgendaItem): string {
  return number === null ? `第 ${order} 个议题` : `议题“${number.value}”`;
}
