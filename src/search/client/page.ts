import { SEARCH_FOLDER } from '../manifest.ts';
import { createApi } from './api.ts';
import { connect } from './connection.ts';
import { runPage } from './search-page.ts';

/** The search page. It needs `<div id="search" data-base="/">` around a form whose field is named `q`. */
function start(root: HTMLElement): void {
  const base = root.dataset['base'] ?? '/';
  const field = root.querySelector<HTMLInputElement>('input[name="q"]');
  if (field === null) throw new Error('The search page has no field named q');
  const service = connect(new URL(base + SEARCH_FOLDER, location.href).href);
  window.jiyaoSearch = createApi(service, base);
  runPage({ root, field, base, service });
}

const root = document.querySelector<HTMLElement>('#search');
if (root !== null) start(root);
