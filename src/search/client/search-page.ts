import { NO_FILTER } from '../facets.ts';
import { createAddressBar } from './address-bar.ts';
import { followKeys } from './keyboard.ts';
import { createPanel, titleOf } from './panel.ts';
import type { Found, SearchAnswer, SearchRequest, SearchService } from './service.ts';
import { addressOf, countLimits, isEmpty, type SearchState } from './state.ts';
import { takeAway } from './takeaway.ts';

/** How many results are shown at a time, or a few more: meetings are shown whole. */
const RESULTS = 10;
/** How long to wait for the next key before searching, and before saying that it takes a while, in milliseconds. */
const PAUSE = 150;
const SLOW = 400;

/** A page that searches: `root` is around a form whose field is `field`; everything else is made inside. */
export interface PageParts {
  readonly root: HTMLElement;
  readonly field: HTMLInputElement;
  /** What is put before the paths of results. */
  readonly base: string;
  readonly service: SearchService;
}

/** Follows the field, the filters and the address, and shows what the service answers. Nothing is loaded before there is something to look for. */
export function runPage({ root, field, base, service }: PageParts): void {
  const address = createAddressBar();
  const siteTitle = document.title;
  let state = address.read();
  let latest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let answered: Found | null = null;

  /** The answer to the state it was asked in; null when it failed, undefined when the state has moved on. */
  const ask = async (
    wanted: Partial<SearchRequest>,
    onFirst?: (answer: Found) => void,
  ): Promise<SearchAnswer | null | undefined> => {
    const asked = latest;
    const request = {
      ...state,
      part: 'items',
      from: 0,
      atLeast: RESULTS,
      withValues: false,
      ...wanted,
    } as const;
    const answer = await service
      .search(request, (first) => {
        if (asked === latest) onFirst?.(first);
      })
      .catch(() => null);
    return asked === latest ? answer : undefined;
  };
  const askFor = async (wanted: Partial<SearchRequest>): Promise<Found | null> => {
    const answer = await ask(wanted);
    return answer?.kind === 'found' ? answer : null;
  };
  const run = async (): Promise<void> => {
    latest++;
    answered = null;
    clearTimeout(timer);
    document.title = titleOf(state, siteTitle);
    if (isEmpty(state)) {
      panel.showHint();
      return;
    }
    const slow = setTimeout(panel.showBusy, SLOW);
    const answer = await ask({}, (first) => {
      clearTimeout(slow);
      panel.showFound(first, state);
    });
    clearTimeout(slow);
    if (answer === null) panel.showFailure();
    else if (answer?.kind === 'refused') panel.showRefused(answer.message);
    else if (answer !== undefined) await showAnswer(answer);
  };
  const showAnswer = async (answer: Found): Promise<void> => {
    answered = answer;
    panel.showFound(answer, state);
    panel.facets.show(answer, state.filter);
    if (panel.wantsValues()) await showValues();
    if (answer.total > 0 || state.input.trim() === '' || countLimits(state.filter) > 0) return;
    const asked = latest;
    const near = await service.near(state.input).catch(() => []);
    if (asked === latest) panel.showNear(near);
  };
  /** Counts what the filters show beside dates; they are loaded apart, for most readers never look at them. */
  const showValues = async (): Promise<void> => {
    if (answered === null || answered.values !== null) return;
    const counted = await askFor({ atLeast: 0, withValues: true });
    if (counted === null) return;
    answered = counted;
    panel.facets.show(counted, counted.filter);
  };
  const change = (part: Partial<SearchState>, act: 'typing' | 'chosen'): void => {
    state = { ...state, ...part };
    address.write(state, act);
    clearTimeout(timer);
    if (act === 'chosen') void run();
    else timer = setTimeout(() => void run(), PAUSE);
  };
  const show = (shown: SearchState): void => {
    state = shown;
    field.value = shown.input;
    void run();
  };
  const panel = createPanel(root, {
    linkTo: (path) => base + withHighlight(path, state.input),
    nearLink: (input) => `?${addressOf({ ...state, input })}`,
    loadMore: (from) => askFor({ from }),
    loadOthers: (from) => askFor({ from, part: 'others' }),
    loadValues: () => void showValues(),
    chooseDates: (dates) => {
      change({ filter: { ...state.filter, ...dates } }, 'chosen');
    },
    sortBy: (sort) => {
      change({ sort }, 'chosen');
    },
    take: (takeaway) => {
      void takeAway(takeaway, { service, state, base, tell: panel.tell });
    },
    clearFilter: () => {
      change({ filter: NO_FILTER }, 'chosen');
      field.focus();
    },
    retry: () => void run(),
  });

  followKeys(field, panel.results);
  followTyping(field, (act) => {
    change({ input: field.value }, act);
  });
  panel.facets.node.addEventListener('change', () => {
    change({ filter: panel.facets.read() }, 'chosen');
  });
  panel.results.addEventListener('click', (event) => {
    const input = event.target instanceof Element ? event.target.getAttribute('data-near') : null;
    if (input === null || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    field.value = input;
    change({ input }, 'chosen');
    field.focus();
  });
  address.onReturn(show);
  show(state);
}

/** Reports typing, but not the unfinished letters of an input method, and the query when it is submitted. */
function followTyping(field: HTMLInputElement, onInput: (act: 'typing' | 'chosen') => void): void {
  field.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) onInput('typing');
  });
  field.addEventListener('compositionend', () => {
    onInput('typing');
  });
  field.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    onInput('chosen');
  });
}

/** A path of the site with the query in `hl`, which the page there highlights. */
function withHighlight(path: string, input: string): string {
  const query = input.trim();
  const [page = '', anchor] = path.split('#');
  const highlight = query === '' ? '' : `?${new URLSearchParams({ hl: query }).toString()}`;
  return page + highlight + (anchor === undefined ? '' : `#${anchor}`);
}
