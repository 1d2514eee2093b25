import { button, element } from './element.ts';
import type { NearMiss } from './near.ts';
import type { Found } from './service.ts';
import { countLimits, type SearchState } from './state.ts';

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

/** The sentence of the live region: `找到 12 个议题，分布在 5 次会议的纪要中`. */
export function statusOf({ total, meetings, others, isComplete, waiting }: Found): string {
  if (!isComplete && waiting !== undefined)
    return `已找到 ${String(total)} 个议题，还有 ${String(waiting)} 个站点没有应答`;
  if (!isComplete) return `已找到最新的 ${String(total)} 个议题，正在查找更早的`;
  const elsewhere = others === 0 ? '' : `；另有 ${String(others)} 处在会议概况、出席列席名单`;
  if (total === 0) return `没有找到符合条件的议题${elsewhere}`;
  return `找到 ${String(total)} 个议题，分布在 ${String(meetings)} 次会议的纪要中${elsewhere}`;
}

/** What can be done when nothing was found. */
export function nothingView({ input, filter }: SearchState, clearFilter: () => void): HTMLElement {
  const words = input.trim().split(/\s+/u).length;
  const advice = [
    '检索是逐字的，请检查有没有错字，或者换一个更短的说法',
    ...(words > 1 ? ['减少几个词：几个词要在同一个议题里都出现才算'] : []),
  ];
  const isLimited = countLimits(filter) > 0;
  return element(
    'div',
    { class: 'search-nothing' },
    element('ul', {}, ...advice.map((line) => element('li', {}, line))),
    isLimited ? button('去掉全部筛选条件', clearFilter) : null,
  );
}

const NEAR_KINDS: Readonly<Record<NearMiss['kind'], string>> = {
  bureau: '同一机构的其他名称',
  script: '简繁写法不同',
  reading: '拼音相同',
  part: '其中出现过的最长部分',
};

/** Other things to look for, each with its number of results; apart from the results, for they are none. */
export function nearView(near: readonly NearMiss[], linkTo: (input: string) => string): HTMLElement {
  const link = ({ input }: NearMiss): HTMLElement =>
    element('a', { href: linkTo(input), 'data-near': input }, input);
  return element(
    'section',
    { class: 'search-near', 'aria-label': '相近的检索' },
    element('p', {}, '没有逐字相同的。相近的有：'),
    element(
      'ul',
      {},
      ...near.map((each) =>
        element('li', {}, `${NEAR_KINDS[each.kind]}：`, link(each), `（${String(each.total)} 个议题）`),
      ),
    ),
  );
}

/** What can be done when the search failed. */
export function failureView(retry: () => void): HTMLElement {
  return element(
    'div',
    { class: 'search-nothing' },
    element('p', {}, '可能是网络不通，或者网站刚刚更新。再试仍然不行时，请刷新页面。'),
    button('再试一次', retry),
  );
}
