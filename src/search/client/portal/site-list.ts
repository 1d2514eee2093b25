import { MANIFEST_FORMAT } from '../../manifest.ts';
import type { SiteFault, SiteState } from './joint-service.ts';

/** The list of sites that stands on the page, as the script finds it. */
export interface SiteList {
  readonly sites: readonly { readonly name: string; readonly address: string }[];
  /** Says at each site how it stands; `query` is put to the site's own search. */
  show(this: void, states: readonly SiteState[], query: string): void;
}

/** Reads the list: `<li data-site="https://…/" data-name="…">` with a link and an empty `[data-state]` inside. */
export function siteListIn(root: ParentNode): SiteList {
  const rows = [...root.querySelectorAll<HTMLElement>('[data-site]')].map((node) => ({
    name: node.dataset['name'] ?? '',
    address: new URL(node.dataset['site'] ?? '', location.href).href,
    state: node.querySelector<HTMLElement>('[data-state]'),
    search: node.querySelector<HTMLAnchorElement>('a[data-search]'),
  }));
  const plain = rows.map(({ search }) => search?.href ?? '');
  return {
    sites: rows.map(({ name, address }) => ({ name, address })),
    show(states, query) {
      for (const [at, { state, search }] of rows.entries()) {
        const now = states[at];
        if (state !== null) {
          state.textContent = now === undefined ? '' : sentenceOf(now);
          state.classList.toggle('is-fault', now?.kind === 'failed');
        }
        const href = plain[at] ?? '';
        if (search !== null)
          search.href = query === '' ? href : `${href}?${new URLSearchParams({ q: query }).toString()}`;
      }
    },
  };
}

function sentenceOf(state: SiteState): string {
  if (state.kind === 'waiting') return '正在检索…';
  if (state.kind === 'failed') return faultSentence(state.fault);
  const elsewhere = state.others === 0 ? '' : `，另有 ${String(state.others)} 处`;
  return `${String(state.total)} 个议题${elsewhere}`;
}

function faultSentence(fault: SiteFault): string {
  return fault.kind === 'down'
    ? '没有连上，结果里没有这个站点'
    : `检索格式是第 ${String(fault.theirs)} 版，这里认第 ${String(MANIFEST_FORMAT)} 版，结果里没有这个站点`;
}

/** What a reader has to know of the whole answer; '' when every site is in it. */
export function missingSentence(names: readonly string[], states: readonly SiteState[]): string {
  const missing = names.filter((_, at) => states[at]?.kind === 'failed');
  if (missing.length === 0) return '';
  return `结果不全：${missing.join('、')}没有应答。可以稍后再试，或者到该站检索`;
}
