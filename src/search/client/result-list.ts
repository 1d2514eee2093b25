import { element } from './element.ts';
import { groupView } from './result-view.ts';
import type { SearchAnswer } from './service.ts';

export type Found = Extract<SearchAnswer, { kind: 'found' }>;

export interface ResultList {
  readonly node: HTMLElement;
  /** Replaces the list by the first meetings of an answer; `linkTo` makes the address of a path. */
  show(answer: Found, linkTo: (path: string) => string): void;
  /** Replaces the list by something else, or by nothing. */
  replace(...content: readonly Node[]): void;
}

/**
 * The list of results. `loadMore` gets the answer from the given meeting on, or null when that failed
 * or nobody wants it any more.
 */
export function createResultList(loadMore: (from: number) => Promise<Found | null>): ResultList {
  const node = element('div', { class: 'search-results' });
  const append = (answer: Found, from: number, linkTo: (path: string) => string): void => {
    node.append(...answer.groups.map((group) => groupView(group, linkTo)));
    const shown = from + answer.groups.length;
    if (shown >= answer.meetings) return;
    const left = String(answer.meetings - shown);
    const button = element(
      'button',
      { type: 'button', class: 'search-more' },
      `继续显示（还有 ${left} 次会议）`,
    );
    button.addEventListener('click', () => {
      void appendMore(button, shown, linkTo);
    });
    node.append(button);
  };
  const appendMore = async (
    button: HTMLButtonElement,
    from: number,
    linkTo: (path: string) => string,
  ): Promise<void> => {
    button.disabled = true;
    const answer = await loadMore(from);
    if (!button.isConnected) return;
    button.disabled = false;
    if (answer === null) {
      button.textContent = '没有取到，再试一次';
      return;
    }
    const shownBefore = resultLinks(node).length;
    button.remove();
    append(answer, from, linkTo);
    resultLinks(node)[shownBefore]?.focus();
  };
  return {
    node,
    show(answer, linkTo) {
      node.replaceChildren();
      append(answer, 0, linkTo);
    },
    replace(...content) {
      node.replaceChildren(...content);
    },
  };
}

/** The links to results, in order. */
export function resultLinks(list: HTMLElement): readonly HTMLAnchorElement[] {
  return [...list.querySelectorAll<HTMLAnchorElement>('a[data-result]')];
}
