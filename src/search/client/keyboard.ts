/**
 * Keys beyond the tab order: the down arrow goes from the search field to the first result, up and down
 * between results, Escape back to the field. (`/` is `scripts/focus-search.ts`, on every page.)
 */
export function followKeys(field: HTMLInputElement, results: HTMLElement): void {
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const links = [...results.querySelectorAll<HTMLAnchorElement>('a[data-result]')];
    const target = targetOf(event, field, links);
    if (target === null) return;
    event.preventDefault();
    target.focus();
    if (target === field) field.select();
  });
}

function targetOf(
  { key, target }: KeyboardEvent,
  field: HTMLInputElement,
  links: readonly HTMLAnchorElement[],
): HTMLElement | null {
  if (key === 'ArrowDown' && target === field) return links[0] ?? null;
  const at = links.findIndex((link) => link === target);
  if (at === -1) return null;
  if (key === 'ArrowDown') return links[at + 1] ?? null;
  if (key === 'ArrowUp') return links[at - 1] ?? field;
  return key === 'Escape' ? field : null;
}
