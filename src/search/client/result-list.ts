import { button, element } from './element.ts';
import { groupView } from './result-view.ts';
import type { Found } from './service.ts';

export interface ResultList {
  readonly node: HTMLElement;
  /**
   * Shows the first meetings of an answer. When they are there already, as the newest results of the
   * answer before it was complete, they stay and nobody loses the place.
   */
  show(answer: Found): void;
  /** Replaces the list by something else, or by nothing. */
  replace(...content: readonly Node[]): void;
}

export interface ResultListParts {
  /** The address of a path of the site. */
  linkTo(this: void, path: string): string;
  /** The answer from the given meeting on; null when that failed or nobody wants it any more. */
  loadMore(this: void, from: number): Promise<Found | null>;
}

/** A list of results that grows on demand. */
export function createResultList({ linkTo, loadMore }: ResultListParts): ResultList {
  const node = element('div', { class: 'search-results' });
  let incomplete: string | null = null;
  const append = (answer: Found): void => {
    node.append(...answer.groups.map((group) => groupView(group, linkTo)));
  };
  const offerMore = ({ meetings }: Found, shown: number): void => {
    if (shown >= meetings) return;
    const more = button(`继续显示（还有 ${String(meetings - shown)} 次会议）`, () => {
      void appendMore(more, shown);
    });
    node.append(more);
  };
  const appendMore = async (more: HTMLButtonElement, from: number): Promise<void> => {
    more.disabled = true;
    const answer = await loadMore(from);
    if (!more.isConnected) return;
    more.disabled = false;
    if (answer === null) {
      more.textContent = '没有取到，再试一次';
      return;
    }
    const shownBefore = resultLinks(node).length;
    more.remove();
    append(answer);
    offerMore(answer, from + answer.groups.length);
    resultLinks(node)[shownBefore]?.focus();
  };
  return {
    node,
    show(answer) {
      const content = JSON.stringify(answer.groups);
      if (incomplete !== content) {
        node.replaceChildren();
        append(answer);
      }
      incomplete = answer.isComplete ? null : content;
      if (answer.isComplete) offerMore(answer, answer.groups.length);
    },
    replace(...content) {
      incomplete = null;
      node.replaceChildren(...content);
    },
  };
}

/** The links to results, in order. */
export function resultLinks(list: HTMLElement): readonly HTMLAnchorElement[] {
  return [...list.querySelectorAll<HTMLAnchorElement>('a[data-result]')];
}
