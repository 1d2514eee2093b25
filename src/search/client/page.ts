import { NO_FILTER } from '../facets.ts';
import { createAddressBar } from './address-bar.ts';
import { createApi } from './api.ts';
import { connect } from './connection.ts';
import { followKeys } from './keyboard.ts';
import { createPanel, titleOf } from './panel.ts';
import type { SearchAnswer, SearchService } from './service.ts';
import { isEmpty, type SearchState } from './state.ts';

/** How many meetings are shown at a time. */
const MEETINGS = 10;
/** How long to wait for the next key before searching, and before saying that it takes a while, in milliseconds. */
const PAUSE = 150;
const SLOW = 400;

/**
 * The search page. It needs `<div id="search" data-base="/">` around a form whose field is named `q`;
 * everything else it makes itself. Nothing is loaded before there is something to look for.
 */
function start(root: HTMLElement): void {
  const base = root.dataset['base'] ?? '/';
  const field = root.querySelector<HTMLInputElement>('input[name="q"]');
  if (field === null) throw new Error('The search page has no field named q');
  const service = connect(new URL(`${base}pagefind/`, location.href).href);
  window.jiyaoSearch = createApi(service, base);
  runPage({ root, field, base, service });
}

interface PageParts {
  readonly root: HTMLElement;
  readonly field: HTMLInputElement;
  readonly base: string;
  readonly service: SearchService;
}

function runPage({ root, field, base, service }: PageParts): void {
  const address = createAddressBar();
  const siteTitle = document.title;
  let state = address.read();
  let latest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** The answer to the state it was asked in; null when it failed, undefined when the state has moved on. */
  const ask = async (from: number): Promise<SearchAnswer | null | undefined> => {
    const asked = latest;
    const answer = await service.search({ ...state, from, to: from + MEETINGS }).catch(() => null);
    return asked === latest ? answer : undefined;
  };
  const run = async (): Promise<void> => {
    latest++;
    clearTimeout(timer);
    document.title = titleOf(state, siteTitle);
    if (isEmpty(state)) {
      panel.showHint();
      return;
    }
    const slow = setTimeout(() => {
      panel.showBusy();
    }, SLOW);
    const answer = await ask(0);
    clearTimeout(slow);
    if (answer === null) panel.showFailure();
    else if (answer?.kind === 'refused') panel.showRefused(answer.message);
    else if (answer !== undefined) panel.showFound(answer, state);
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
    loadMore: async (from) => {
      const answer = await ask(from);
      return answer?.kind === 'found' ? answer : null;
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

const root = document.querySelector<HTMLElement>('#search');
if (root !== null) start(root);
