import type { AgendaItem, Minutes, Outcome } from './model.ts';
import type { Span } from './places.ts';

/** The official text of spans: blocks without white space at their ends, apart by `\n`, empty ones left out. */
export function plainTextOf(minutes: Pick<Minutes, 'text'>, spans: readonly Span[]): string {
  return spans
    .flatMap(({ start, end }) => minutes.text.slice(start, end).split('\n'))
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .join('\n');
}

/** The one outcome an item is listed under: that of its first deciding sentence; null when it decides nothing. */
export function outcomeOf(item: AgendaItem): Outcome | null {
  return item.decisions[0]?.outcome ?? null;
}

/**
 * What a meeting is called, on one line: as the opening sentence names it (市政府第9次常务会议), else title
 * and number, else the id, which is always there. Title alone doesn't tell two meetings apart.
 */
export function meetingName({ head, id }: Pick<Minutes, 'head' | 'id'>): string {
  const { session, title, number } = head;
  const titled = title === null || number === null ? title?.value : `${title.value}（${number.value}）`;
  return oneLine(session?.value ?? titled ?? '') || `会议纪要 ${id}`;
}

/** How an item is called in lists: its heading, else its first sentence, on one line; never empty. */
export function headingOf(item: AgendaItem): string {
  const text = item.heading?.value ?? item.lead?.value ?? '';
  return oneLine(text) || `议题${String(item.order)}`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/gu, ' ').trim();
}
