import { printNumeral } from './calendar.ts';
import type { Item } from './item.ts';
import { readMarks, removeMarks } from './mark.ts';
import { printPassage } from './printing.ts';
import type { ItemTruth, Layout } from './truth.ts';

/** The paragraphs of an item as its document prints them, and what they say. */
export interface PrintedItem {
  readonly blocks: readonly string[];
  readonly truth: ItemTruth;
}

/** Prints an item; what its heading alone says is no truth of a document without headings. */
export function printItem(item: Item, order: number, layout: Layout): PrintedItem {
  const ordinal = printNumeral(order);
  const heading = printPassage(item.heading, layout);
  const [first = '', ...rest] = item.paragraphs.map((text) => printPassage(text, layout));
  const headed = layout.style === 'heading' || layout.style === 'own-line';
  const shown = {
    heading: [`## ${ordinal}、${heading}`, first],
    'own-line': [`${ordinal}、${heading}`, first],
    'run-in': [`${ordinal}、${first}`],
    'bare-ordinal': [ordinal, first],
    none: [first],
  }[layout.style];
  const blocks = [...shown, ...rest];
  const runIn = removeMarks(first).replace(/。.*$/su, '');
  return {
    blocks: blocks.map(removeMarks),
    truth: {
      order,
      style: layout.style === 'heading' ? 'own-line' : layout.style,
      heading: headed ? removeMarks(heading) : layout.style === 'run-in' ? runIn : null,
      action: headed ? item.headingAction : item.leadAction,
      outcome: item.outcome,
      points: item.points,
      inlinePoints: item.inlinePoints,
      ...truthOf(headed ? blocks : blocks.slice(-rest.length - 1)),
    },
  };
}

function truthOf(
  blocks: readonly string[],
): Pick<ItemTruth, 'document' | 'reporters' | 'issuedInNameOf' | 'responsible'> {
  const marks = readMarks(blocks.join('\n'));
  const of = (kind: (typeof marks)[number]['kind']): string[] => [
    ...new Set(marks.filter((each) => each.kind === kind).map(({ text }) => text)),
  ];
  return {
    document: of('document')[0] ?? null,
    reporters: of('reporter'),
    issuedInNameOf: of('issuer')[0] ?? null,
    responsible: of('duty'),
  };
}
