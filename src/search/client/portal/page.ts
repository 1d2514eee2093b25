import { SEARCH_FOLDER } from '../../manifest.ts';
import { createApi } from '../api.ts';
import { connectTo } from '../connection.ts';
import { element } from '../element.ts';
import { runPage } from '../search-page.ts';
import { joinServices } from './joint-service.ts';
import type { JointSite } from './joint-results.ts';
import { probeSearch } from './probe.ts';
import { missingSentence, siteListIn } from './site-list.ts';

/**
 * The page of a portal that searches its members. It needs `<div id="portal" data-program="/…/">` around a
 * form whose field is named `q`, and a list of sites as `siteListIn` reads it. Nobody is asked before there
 * is something to look for.
 */
function start(root: HTMLElement): void {
  const field = root.querySelector<HTMLInputElement>('input[name="q"]');
  if (field === null) throw new Error('The portal page has no field named q');
  const program = new URL(root.dataset['program'] ?? '/', location.href).href;
  const list = siteListIn(document);
  const missing = element('p', { class: 'search-missing', role: 'status', hidden: true });
  root.append(missing);
  const serviceAt = connectTo();
  const sites = list.sites.map(({ name, address }): JointSite => {
    const isOwn = program.startsWith(address);
    const place = { root: address + SEARCH_FOLDER, program: isOwn ? null : program };
    return { name, address, service: serviceAt(place) };
  });
  const names = sites.map(({ name }) => name);
  const service = joinServices({
    sites,
    probe: ({ address }) => probeSearch(address + SEARCH_FOLDER),
    onStates(states, { input }) {
      list.show(states, input.trim());
      missing.textContent = missingSentence(names, states);
      missing.hidden = missing.textContent === '';
    },
    now: () => performance.now(),
  });
  window.jiyaoSearch = createApi(service, '');
  runPage({ root, field, base: '', service });
}

const root = document.querySelector<HTMLElement>('#portal');
if (root !== null) start(root);
