import type { AgendaItem } from './model.ts';
import { headingOf } from './plain-text.ts';

/** Longer headings are first sentences, not titles. */
const LONGEST = 60;

/**
 * What lists and contents call an item: its heading. One that begins with a sentence instead, 会议听取并审议了…,
 * and is about one document is called by that, 《…》.
 */
export function labelOf(item: AgendaItem): string {
  const [document, ...others] = item.documents;
  if (document === undefined || others.length > 0) return shortHeading(item);
  const title = `《${document.value}》`;
  return sentenceOf(item).includes(title)
    ? cutShort(title.replaceAll(/\s*\n\s*/gu, ' '))
    : shortHeading(item);
}

/** The sentence that stands in the place of a heading; '' where there is a heading. */
function sentenceOf({ heading, headingStyle, lead }: AgendaItem): string {
  if (heading === null) return lead?.value ?? '';
  return headingStyle === 'run-in' && heading.value.startsWith('会议') ? heading.value : '';
}

/** The heading of an item cut short where it is a whole sentence: at most 60 characters and …. */
export function shortHeading(item: AgendaItem): string {
  return cutShort(headingOf(item));
}

function cutShort(text: string): string {
  const characters = Array.from(text);
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST).join('')}…`;
}
