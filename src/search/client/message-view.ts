import type { SearchState } from './state.ts';
import { element } from './element.ts';
import type { Found } from './result-list.ts';
import { countLimits } from './state.ts';

/** What stands under the field before anything is searched. */
export function hintView(): HTMLElement {
  return element(
    'div',
    { class: 'search-hint' },
    element(
      'p',
      {},
      '输入两个字以上的词，逐字查找全部公开的纪要。全角半角、大小写，正文里的空格和引号，都不影响结果。',
    ),
    element(
      'dl',
      {},
      ...example('燃气 安全', '两个词都要有'),
      ...example('燃气 -管网', '有“燃气”，没有“管网”'),
      ...example('"-5 ℃"', '引号里的原样查找'),
      ...example('标题:规划', '只查议题标题'),
    ),
  );
}

function example(typed: string, meaning: string): readonly HTMLElement[] {
  return [element('dt', {}, element('kbd', {}, typed)), element('dd', {}, meaning)];
}

/** The sentence of the live region: `找到 12 条，分布在 5 次会议纪要中`. */
export function statusOf({ total, meetings }: Found): string {
  if (total === 0) return '没有找到符合条件的内容';
  return `找到 ${String(total)} 条，分布在 ${String(meetings)} 次会议纪要中`;
}

/** What can be done when nothing was found. */
export function nothingView({ input, filter }: SearchState, clearFilter: () => void): HTMLElement {
  const words = input.trim().split(/\s+/u).length;
  const advice = [
    '检索是逐字的，请检查有没有错字，或者换一个更短的说法',
    ...(words > 1 ? ['减少几个词：几个词要在同一个议题里都出现才算'] : []),
  ];
  const isLimited = countLimits(filter) > 0;
  const clear = element('button', { type: 'button', class: 'search-more' }, '去掉全部筛选条件');
  clear.addEventListener('click', clearFilter);
  return element(
    'div',
    { class: 'search-nothing' },
    element('ul', {}, ...advice.map((line) => element('li', {}, line))),
    isLimited ? clear : null,
  );
}

/** What can be done when the search failed. */
export function failureView(retry: () => void): HTMLElement {
  const button = element('button', { type: 'button', class: 'search-more' }, '再试一次');
  button.addEventListener('click', retry);
  return element(
    'div',
    { class: 'search-nothing' },
    element('p', {}, '可能是网络不通，或者网站刚刚更新。再试仍然不行时，请刷新页面。'),
    button,
  );
}
