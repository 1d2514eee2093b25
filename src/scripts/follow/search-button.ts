import { addButton } from './button.ts';

/** The button of the search page: it follows the search that the address states. */
for (const place of document.querySelectorAll<HTMLElement>('[data-follow="search"]')) {
  const show = addButton(place, '关注这个检索', () => {
    const params = new URLSearchParams(location.search);
    const query = params.get('q')?.trim() ?? '';
    params.delete('sort');
    const key = params.toString();
    const limits = [...params].filter(([name]) => name !== 'q').map(([, value]) => value);
    const name = [query, ...limits].filter((part) => part !== '').join('，');
    const href = `${location.pathname}?${key}`;
    return name === '' ? null : { kind: 'search', key, name, href, feed: '', seen: null };
  });
  // The search page writes its state into the address without loading anew.
  const form = place.closest('main');
  for (const event of ['input', 'change', 'click', 'submit'])
    form?.addEventListener(event, () => setTimeout(show, 300));
  addEventListener('popstate', show);
}
