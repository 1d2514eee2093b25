import { element } from './element.ts';
import { createResultList, type ResultListParts } from './result-list.ts';

export interface OthersView {
  readonly node: HTMLElement;
  /** Tells how many hits are outside of agenda items; they are loaded when somebody opens the group. */
  show(count: number, isOpen: boolean): void;
}

/** The hits in heads, attendance and foot: a group of its own, so that the results are agenda items alone. */
export function createOthersView(parts: ResultListParts): OthersView {
  const summary = element('summary', {});
  const list = createResultList(parts);
  const node = element('details', { class: 'search-others', hidden: true }, summary, list.node);
  let isLoaded = false;
  const load = async (): Promise<void> => {
    isLoaded = true;
    list.replace(element('p', { class: 'search-note' }, '正在取…'));
    const answer = await parts.loadMore(0);
    if (answer !== null) list.show(answer);
    else list.replace(element('p', { class: 'search-note' }, '没有取到，请刷新页面再试'));
  };
  node.addEventListener('toggle', () => {
    if (node.open && !isLoaded) void load();
  });
  return {
    node,
    show(count, isOpen) {
      isLoaded = false;
      list.replace();
      node.hidden = count === 0;
      summary.textContent = `另有 ${String(count)} 处在会议概况、出席列席名单`;
      const wasOpen = node.open;
      node.open = count > 0 && isOpen;
      if (node.open && wasOpen) void load();
    },
  };
}
