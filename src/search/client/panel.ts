import { element } from './element.ts';
import { createFacetView, type FacetView } from './facet-view.ts';
import { failureView, hintView, nothingView, statusOf } from './message-view.ts';
import { createResultList, type Found } from './result-list.ts';
import { countLimits, type SearchState } from './state.ts';

/** Everything under the search field. */
export interface Panel {
  readonly facets: FacetView;
  readonly results: HTMLElement;
  /** Nothing is asked. */
  showHint(): void;
  showBusy(): void;
  showFound(answer: Found, state: SearchState): void;
  showRefused(message: string): void;
  showFailure(): void;
}

export interface PanelActions {
  linkTo(this: void, path: string): string;
  loadMore(this: void, from: number): Promise<Found | null>;
  clearFilter(this: void): void;
  retry(this: void): void;
}

/** Makes the panel inside `root`. The status line is a live region: one short sentence per answer. */
export function createPanel(
  root: HTMLElement,
  { linkTo, loadMore, clearFilter, retry }: PanelActions,
): Panel {
  const facets = createFacetView();
  const list = createResultList(loadMore);
  const summary = element('summary', {}, '筛选');
  const filters = element('details', { class: 'search-filters', hidden: true }, summary, facets.node);
  const status = element('p', { class: 'search-status', role: 'status' });
  const hint = hintView();
  filters.open = matchMedia('(min-width: 60rem)').matches;
  root.append(status, hint, element('div', { class: 'search-columns' }, filters, list.node));
  const show = (sentence: string, ...content: readonly Node[]): void => {
    hint.hidden = true;
    filters.hidden = true;
    status.textContent = sentence;
    list.replace(...content);
  };
  return {
    facets,
    results: list.node,
    showHint() {
      show('');
      hint.hidden = false;
    },
    showBusy() {
      status.textContent = '正在检索…';
    },
    showFound(answer, state) {
      const limits = countLimits(state.filter);
      show(statusOf(answer));
      filters.hidden = answer.total === 0 && limits === 0;
      summary.textContent = limits === 0 ? '筛选' : `筛选（已选 ${String(limits)} 项）`;
      facets.show(answer.facets, answer.filter);
      if (answer.total === 0) list.replace(nothingView(state, clearFilter));
      else list.show(answer, linkTo);
    },
    showRefused: show,
    showFailure() {
      show('检索没有完成', failureView(retry));
    },
  };
}

/** The title of the page for a state, before the site's own. */
export function titleOf({ input }: SearchState, title: string): string {
  return input.trim() === '' ? title : `${input.trim()} - ${title}`;
}
