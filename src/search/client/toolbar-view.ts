import { button, element } from './element.ts';
import { SORTS, type Sort } from './ranking.ts';

/** What can be taken away from the page. */
export const TAKEAWAYS = ['csv', 'json', 'citations'] as const;
export type Takeaway = (typeof TAKEAWAYS)[number];

export interface ToolbarView {
  readonly node: HTMLElement;
  show(sort: Sort): void;
  hide(): void;
  /** What became of a download; a live region says it. */
  tell(this: void, sentence: string): void;
}

const SORT_NAMES: Readonly<Record<Sort, string>> = { newest: '最新在前', relevance: '按相关度' };
const TAKEAWAY_NAMES: Readonly<Record<Takeaway, string>> = {
  csv: '下载 CSV',
  json: '下载 JSON',
  citations: '复制引用列表',
};

/** Above the results: their order, and ways to take them away. */
export function createToolbarView(
  sortBy: (sort: Sort) => void,
  take: (takeaway: Takeaway) => void,
): ToolbarView {
  const select = element(
    'select',
    { name: 'sort' },
    ...SORTS.map((sort) => element('option', { value: sort }, SORT_NAMES[sort])),
  );
  select.addEventListener('change', () => {
    sortBy(SORTS.find((sort) => sort === select.value) ?? 'newest');
  });
  const how = element(
    'p',
    { class: 'search-note', hidden: true },
    '按相关度：标题里有的在前；其次看正文里出现得多密，离现在越近分量越重，隔三年减半。',
  );
  const summary = element('summary', {}, '导出');
  const menu = element('details', { class: 'search-export' }, summary);
  const buttons = TAKEAWAYS.map((takeaway) =>
    button(TAKEAWAY_NAMES[takeaway], () => {
      menu.open = false;
      summary.focus();
      take(takeaway);
    }),
  );
  menu.append(element('div', { class: 'search-export-choices' }, ...buttons));
  closeFromOutside(menu, summary);
  const told = element('p', { class: 'search-note', role: 'status' });
  const node = element(
    'div',
    { class: 'search-toolbar', role: 'group', 'aria-label': '结果的排序和导出', hidden: true },
    element('label', { class: 'search-field' }, '排序', select),
    menu,
    how,
    told,
  );
  return {
    node,
    show(sort) {
      node.hidden = false;
      select.value = sort;
      how.hidden = sort !== 'relevance';
      told.textContent = '';
    },
    hide() {
      node.hidden = true;
    },
    tell(sentence) {
      told.textContent = sentence;
    },
  };
}

/** Closes a menu by the Escape key, or when something outside of it is clicked or gets the focus. */
function closeFromOutside(menu: HTMLDetailsElement, summary: HTMLElement): void {
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    event.stopPropagation();
    menu.open = false;
    summary.focus();
  });
  for (const kind of ['click', 'focusin'] as const)
    document.addEventListener(kind, ({ target }) => {
      if (target instanceof Node && !menu.contains(target)) menu.open = false;
    });
}
