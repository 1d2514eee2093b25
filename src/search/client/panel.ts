import type { SearchFilter } from '../facets.ts';
import { element } from './element.ts';
import { createFacetView, type FacetView } from './facet-view.ts';
import { createHistogramView } from './histogram-view.ts';
import { failureView, hintView, nearView, nothingView, statusOf } from './message-view.ts';
import type { NearMiss } from './near.ts';
import { createOthersView } from './others-view.ts';
import type { Sort } from './ranking.ts';
import { createResultList } from './result-list.ts';
import type { Found } from './service.ts';
import { countLimits, type SearchState } from './state.ts';
import { createToolbarView, type Takeaway } from './toolbar-view.ts';

/** Everything under the search field. */
export interface Panel {
  readonly facets: FacetView;
  readonly results: HTMLElement;
  /** Whether somebody sees the filters that need bureaus and decisions to be counted. */
  wantsValues(): boolean;
  /** Nothing is asked. */
  showHint(): void;
  showBusy(this: void): void;
  showFound(answer: Found, state: SearchState): void;
  showNear(near: readonly NearMiss[]): void;
  showRefused(message: string): void;
  showFailure(): void;
  /** Says what became of a download. */
  tell(this: void, sentence: string): void;
}

export interface PanelActions {
  linkTo(this: void, path: string): string;
  nearLink(this: void, input: string): string;
  loadMore(this: void, from: number): Promise<Found | null>;
  loadOthers(this: void, from: number): Promise<Found | null>;
  /** The filters were opened. */
  loadValues(this: void): void;
  chooseDates(this: void, dates: Pick<SearchFilter, 'from' | 'to'>): void;
  sortBy(this: void, sort: Sort): void;
  take(this: void, takeaway: Takeaway): void;
  clearFilter(this: void): void;
  retry(this: void): void;
}

/** Makes the panel inside `root`. The status line is a live region: one short sentence per answer. */
export function createPanel(root: HTMLElement, actions: PanelActions): Panel {
  const { linkTo } = actions;
  const facets = createFacetView();
  const histogram = createHistogramView(actions.chooseDates);
  const toolbar = createToolbarView(actions.sortBy, actions.take);
  const list = createResultList({ linkTo, loadMore: actions.loadMore });
  const others = createOthersView({ linkTo, loadMore: actions.loadOthers });
  const summary = element('summary', {}, '筛选');
  const filters = element('details', { class: 'search-filters', hidden: true }, summary, facets.node);
  const status = element('p', { class: 'search-status', role: 'status' });
  const hint = hintView();
  filters.open = matchMedia('(min-width: 60rem)').matches;
  filters.addEventListener('toggle', () => {
    if (filters.open) actions.loadValues();
  });
  const found = element(
    'div',
    { class: 'search-found' },
    histogram.node,
    toolbar.node,
    list.node,
    others.node,
  );
  root.append(status, hint, element('div', { class: 'search-columns' }, filters, found));
  const clear = (sentence: string, ...content: readonly Node[]): void => {
    hint.hidden = true;
    filters.hidden = true;
    status.textContent = sentence;
    histogram.hide();
    toolbar.hide();
    others.show(0, false);
    list.replace(...content);
  };
  return {
    facets,
    results: found,
    wantsValues: () => filters.open,
    showHint() {
      clear('');
      hint.hidden = false;
    },
    showBusy() {
      status.textContent = '正在检索…';
    },
    showFound(answer, state) {
      const limits = countLimits(state.filter);
      hint.hidden = true;
      status.textContent = statusOf(answer);
      filters.hidden = answer.total === 0 && limits === 0;
      summary.textContent = limits === 0 ? '筛选' : `筛选（已选 ${String(limits)} 项）`;
      histogram.show(answer.dates, state.filter);
      if (answer.total === 0) {
        toolbar.hide();
        list.replace(nothingView(state, actions.clearFilter));
      } else {
        toolbar.show(state.sort);
        list.show(answer);
      }
      if (answer.isComplete) others.show(answer.others, answer.total === 0);
    },
    showNear(near) {
      if (near.length > 0) list.node.prepend(nearView(near, actions.nearLink));
    },
    showRefused: clear,
    showFailure() {
      clear('检索没有完成', failureView(actions.retry));
    },
    tell: toolbar.tell,
  };
}

/** The title of the page for a state, before the site's own. */
export function titleOf({ input }: SearchState, title: string): string {
  return input.trim() === '' ? title : `${input.trim()} - ${title}`;
}
