import type { AgendaItem, Minutes } from '../minutes/model.ts';
import { findTitles } from '../minutes/parse/bracketed.ts';
import type { Span } from '../minutes/places.ts';
import { inText, whereOf } from './rule.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * P18: the documents that the opening sentence lists are those of the items, in the same order. White
 * space and （送审稿） don't count. Openings that name only topics, or no title that any item has, list
 * no agenda and are left alone.
 */
export const checkAgenda: Rule = ({ minutes }) => {
  const listed = listedTitles(minutes);
  const items = minutes.items.flatMap((item) => {
    const titles = item.documents.map(({ value }) => keyOf(value));
    return titles.length === 0 ? [] : [{ item, titles }];
  });
  const orderOf = new Map(
    items.flatMap(({ item, titles }) => titles.map((title) => [title, item.order] as const)),
  );
  if (!listed.some(({ key }) => orderOf.has(key))) return [];
  const keys = new Set(listed.map(({ key }) => key));
  return [
    ...listed.filter(({ key }) => !orderOf.has(key)).map(withoutItem),
    ...items
      .filter(({ titles }) => !titles.some((title) => keys.has(title)))
      .map(({ item }) => notListed(item)),
    ...outOfOrder(
      listed.filter(({ key }) => orderOf.has(key)),
      orderOf,
    ),
  ];
};

interface Listed {
  readonly title: string;
  readonly key: string;
  readonly span: Span;
}

function listedTitles({ text, head }: Minutes): readonly Listed[] {
  return findTitles(text, head.span).map((span) => {
    const title = text.slice(span.start + 1, span.end - 1);
    return { title, key: keyOf(title), span };
  });
}

/** What two spellings of one title share. */
function keyOf(title: string): string {
  return title.replaceAll(/\s/gu, '').replace(/(?:[（(][^（）()]{0,6}稿[）)])+$/u, '');
}

const HINT = '对照原件核对开头和议题标题，把抄错的一处改正；原件本来如此的，不用改';

function withoutItem({ title, span }: Listed): Finding {
  const message = `开头列有《${title}》，正文没有这个议题`;
  return { code: 'agenda/mismatch', message, hint: HINT, at: inText(span.start, span.end) };
}

function notListed(item: AgendaItem): Finding {
  const document = item.documents[0];
  const message = `开头没有列出第 ${item.order} 个议题的《${document?.value ?? ''}》`;
  const at = document === undefined ? inText(item.span.start, item.span.end) : whereOf(document);
  return { code: 'agenda/mismatch', message, hint: HINT, at };
}

/** The first title that stands before the opening's previous one in the items. */
function outOfOrder(listed: readonly Listed[], orderOf: ReadonlyMap<string, number>): readonly Finding[] {
  const orders = listed.map(({ key }) => orderOf.get(key) ?? 0);
  const at = orders.findIndex((order, index) => order < (orders[index - 1] ?? 0));
  const late = listed[at];
  const before = listed[at - 1];
  if (late === undefined || before === undefined) return [];
  const message = `开头把《${late.title}》排在《${before.title}》之后，正文的顺序相反`;
  return [{ code: 'agenda/mismatch', message, hint: HINT, at: inText(late.span.start, late.span.end) }];
}
