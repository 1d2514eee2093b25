import { answerTo, type Question } from './question.ts';
import type { NewDocument } from './skeleton.ts';
import type { Ask } from './review-doubts.ts';

/** The questions about new minutes; also the names of the options that answer them beforehand. */
export type QuestionName = 'year' | 'number' | 'session' | 'held' | 'title' | 'items';

export type Answers = Readonly<Partial<Record<QuestionName, string>>>;

/**
 * Asks what isn't answered yet, each question until its answer is of the right form. Rejects with a
 * `UserError` when an answer given beforehand is wrong, or nobody is there to give a needed one.
 *
 * @param today the day in Beijing, `YYYY-MM-DD`
 */
export async function askDocument(given: Answers, ask: Ask, today: string): Promise<NewDocument> {
  const answer = <T>(question: Question<QuestionName, T>): Promise<T> => answerTo(question, given, ask);
  const held = await answer({
    name: 'held',
    text: '哪一天开的会（如 2026-11-20）',
    standard: null,
    form: '写成 年-月-日，如 2026-11-20，不能晚于今天',
    read: (text) => (isDay(text) && text <= today ? text : undefined),
  });
  const year = await answer({
    name: 'year',
    text: '编在哪一年',
    standard: held.slice(0, 4),
    form: '写四位年份',
    read: (text) => (/^(?:19|20)\d\d$/u.test(text) ? Number(text) : undefined),
  });
  const number = await answer({
    name: 'number',
    text: '第几号（没有编号的写 0）',
    standard: null,
    form: '写 1 到 999 的数字，没有编号的写 0',
    read: (text) => countOf(text, 999),
  });
  const session = await answer({
    name: 'session',
    text: '第几次会议（没有次数的写 0）',
    standard: null,
    form: number === 0 ? '没有编号的必须写第几次，1 到 999' : '写 1 到 999 的数字，没有次数的写 0',
    read: (text) => (number === 0 && Number(text) === 0 ? undefined : countOf(text, 999)),
  });
  const title = await answer({
    name: 'title',
    text: '标题（分几行印的，行与行之间写 /）',
    standard: null,
    form: '照原件写标题，如 云岭市人民政府/常务会议纪要',
    read: titleOf,
  });
  const items = await answer({
    name: 'items',
    text: '有几项议题（正文没有分项标题的写 0）',
    standard: null,
    form: '写 0 到 99 的数字',
    read: (text) => countOf(text, 99),
  });
  return { year, number: number || null, session: session || null, held, title, items };
}

function countOf(text: string, most: number): number | undefined {
  return /^\d{1,3}$/u.test(text) && Number(text) <= most ? Number(text) : undefined;
}

function titleOf(text: string): readonly string[] | undefined {
  const lines = text
    .split(/[/／\n]/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.length === 0 ? undefined : lines;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/u.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
