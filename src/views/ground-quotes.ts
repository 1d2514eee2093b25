import { splitSentences } from '../minutes/parse/sentences.ts';
import { textAt, type AgendaItem, type Minutes } from '../minutes/model.ts';
import type { Span } from '../minutes/places.ts';
import { groundsOf, type Ground } from './grounds.ts';

/** A sentence that what is said of an item rests on, word for word, with its place in the text (R7.5). */
export interface GroundQuote {
  readonly name: string;
  readonly quote: string;
  readonly href: string;
}

/** The grounds of an item with their sentences; only for the page of the minutes themselves. */
export function groundQuotes(item: AgendaItem, minutes: Minutes): readonly GroundQuote[] {
  return groundsOf(item).map((ground) => ({
    name: ground.name,
    quote: textAt(minutes, sentenceOf(ground, item, minutes)).trim(),
    href: `#${ground.anchor}`,
  }));
}

function sentenceOf({ anchor, span }: Ground, item: AgendaItem, minutes: Minutes): Span {
  if (span === null) return item.points.find((point) => point.anchor === anchor)?.span ?? item.span;
  const sentence = splitSentences(minutes.text, item.span).find(
    ({ start, end }) => start <= span.start && span.end <= end,
  );
  return sentence ?? span;
}
