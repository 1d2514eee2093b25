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
 * P07: the numbers of agenda items go on by one, over paragraphs and pages. Items under one
 * sentence （一）（二） have their own sequence; items without number take no part. Where items are
 * numbered 一、二、 a paragraph with such a number that the parser took for none counts too: a number
 * out of turn is just what it leaves out. Numbers missing where a passage is withheld are in it.
 */
export const checkItemNumbers: Rule = ({ minutes }) => {
  const numbers = minutes.items.flatMap(numberOfItem);
  const plain = numbers.filter(({ scope }) => scope === PLAIN);
  const known = new Set(plain.map(({ of }) => of.start));
  const missed = plain.length === 0 ? [] : openings(minutes, plain).filter(({ of }) => !known.has(of.start));
  const withheld = { blocks: minutes.blocks.filter(({ kind }) => kind === 'withheld') };
  const groups = Map.groupBy([...numbers, ...missed], ({ scope }) => scope);
  return [...groups.values()].flatMap((group) =>
    sequenceFaults(group.sort((one, other) => one.of.start - other.of.start))
      .filter(({ of, after }) => !hasWithheldBetween(withheld, after?.start ?? 0, of.start))
      .map(({ of, message }) => ({
        code: 'items/number-gap',
        message: `议题序号${message}`,
        hint: '对照原件：缺了议题的补上，序号抄错的改正',
        at: inText(of.start, of.end),
      })),
  );
};

interface ItemNumber extends Numbered<Span> {
  /** Numbers of one scope are one sequence. */
  readonly scope: string;
}

const PLAIN = 'plain';

function numberOfItem({ number, parent }: AgendaItem): readonly ItemNumber[] {
  if (number?.origin.kind !== 'text') return [];
  const mark = number.value.replaceAll(/\s/gu, '');
  const value = numberOf(mark.replaceAll(/[（()）、．.]/gu, ''));
  if (value === null) return [];
  const scope = /[（(]/u.test(mark) || parent !== null ? `under ${parent?.value ?? ''}` : PLAIN;
  return [{ mark, value, of: number.origin.span, scope }];
}

const HANZI_OPENING = /^\s*([一二三四五六七八九十百]{1,4})\s*、/u;
const ARABIC_OPENING = /^\s*(\d{1,2})\s*[.．](?!\d)/u;

/**
 * Paragraphs and headings among the items that begin 一、; where items are numbered 1. all that begin
 * so, for of a list of topics below the text only some may be read as items.
 */
function openings(minutes: Minutes, plain: readonly ItemNumber[]): readonly ItemNumber[] {
  const arabic = plain.every(({ mark }) => /^\d/u.test(mark));
  const form = arabic ? ARABIC_OPENING : HANZI_OPENING;
  const first = arabic ? 0 : (minutes.items[0]?.span.start ?? 0);
  const last = minutes.items.at(-1)?.span.end ?? 0;
  return minutes.blocks.flatMap(({ span }) => {
    const mark = span.start < first || span.end > last ? undefined : form.exec(textAt(minutes, span))?.[1];
    const value = mark === undefined ? null : numberOf(mark);
    if (mark === undefined || value === null) return [];
    const start = minutes.text.indexOf(mark, span.start);
    return [{ mark, value, of: { start, end: start + mark.length }, scope: PLAIN }];
  });
}
