/** The path below which the site stands, as the page states it. */
export function basePath(): string {
  return document.querySelector<HTMLElement>('[data-base]')?.dataset['base'] ?? '/';
}
