import type { FacetCount, Facets, SearchFilter } from '../facets.ts';
import { isRole, type Role } from '../record.ts';
import { element } from './element.ts';
import { ROLE_NAMES } from './result-view.ts';

/** How many bureaus are listed before one asks for more. */
const FEW = 12;

export interface FacetView {
  /** Put into the page once. Changes inside bubble as `change` events of named controls. */
  readonly node: HTMLElement;
  show(facets: Facets, filter: SearchFilter): void;
  /** The filter that the controls stand at. */
  read(): SearchFilter;
}

/** The filters with live counts: check boxes and date fields in a form of their own. */
export function createFacetView(): FacetView {
  const form = element('form', { class: 'search-facets', 'aria-label': '筛选条件' });
  let showsAll = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  const show = (facets: Facets, filter: SearchFilter): void => {
    const focused = focusedControl(form);
    const bureaus = withChosen(facets.bureaus, filter.bureaus);
    const isLong = bureaus.length > FEW;
    const more = element(
      'button',
      { type: 'button', class: 'search-more', name: 'more' },
      showsAll ? '收起' : `显示全部 ${String(bureaus.length)} 个单位`,
    );
    more.addEventListener('click', () => {
      showsAll = !showsAll;
      show(facets, filter);
    });
    const listed = bureaus.filter(
      ({ value }, index) => showsAll || index < FEW || filter.bureaus.includes(value),
    );
    form.replaceChildren(
      ...group('年份', boxes('year', withChosen(facets.years, filter.years), filter.years)),
      ...group('单位', [
        roleSelect(facets.roles, filter.role),
        ...boxes('bureau', listed, filter.bureaus),
        ...(isLong ? [more] : []),
      ]),
      ...group('议题方式', boxes('action', withChosen(facets.actions, filter.actions), filter.actions)),
      ...group('议定结果', boxes('outcome', withChosen(facets.outcomes, filter.outcomes), filter.outcomes)),
      ...group('会议日期', [dateField('from', '从', filter.from), dateField('to', '到', filter.to)]),
    );
    if (focused !== null) form.querySelector<HTMLElement>(focused)?.focus();
  };
  return { node: form, show, read: () => readFilter(form) };
}

/** A selector for the control that has the focus, so that it keeps it when the counts are redrawn. */
function focusedControl(form: HTMLElement): string | null {
  const control = document.activeElement;
  const name = control?.getAttribute('name') ?? null;
  if (control === null || name === null || !form.contains(control)) return null;
  const value = control instanceof HTMLInputElement && control.type === 'checkbox' ? control.value : null;
  return `[name="${name}"]${value === null ? '' : `[value="${CSS.escape(value)}"]`}`;
}

/** Chosen values are shown even where nothing has them, so that they can be taken back. */
function withChosen(counts: readonly FacetCount[], chosen: readonly string[]): readonly FacetCount[] {
  const missing = chosen.filter((value) => !counts.some((count) => count.value === value));
  return [...counts, ...missing.map((value) => ({ value, name: value, count: 0 }))];
}

function group(title: string, controls: readonly HTMLElement[]): readonly HTMLElement[] {
  if (controls.length === 0) return [];
  return [element('fieldset', { class: 'search-facet' }, element('legend', {}, title), ...controls)];
}

function boxes(
  name: string,
  counts: readonly FacetCount[],
  chosen: readonly string[],
): readonly HTMLElement[] {
  return counts.map(({ value, name: text, count }) =>
    element(
      'label',
      { class: 'search-choice' },
      element('input', { type: 'checkbox', name, value, checked: chosen.includes(value) }),
      element('span', {}, text),
      element('span', { class: 'search-count' }, `${String(count)} 条`),
    ),
  );
}

function roleSelect(counts: readonly FacetCount[], chosen: Role | null): HTMLElement {
  const countOf = (role: string): number => counts.find(({ value }) => value === role)?.count ?? 0;
  const options = Object.entries(ROLE_NAMES).map(([role, name]) =>
    element('option', { value: role, selected: role === chosen }, `${name}（${String(countOf(role))}）`),
  );
  return element(
    'label',
    { class: 'search-field' },
    '角色',
    element('select', { name: 'role' }, element('option', { value: '' }, '不限'), ...options),
  );
}

function dateField(name: string, title: string, value: string | null): HTMLElement {
  return element('label', { class: 'search-field' }, title, element('input', { type: 'date', name, value }));
}

function readFilter(form: HTMLFormElement): SearchFilter {
  const data = new FormData(form);
  const all = (name: string): readonly string[] =>
    data.getAll(name).filter((value) => typeof value === 'string');
  const one = (name: string): string | null => all(name).find((value) => value !== '') ?? null;
  const role = one('role');
  return {
    bureaus: all('bureau'),
    role: isRole(role) ? role : null,
    years: all('year'),
    actions: all('action'),
    outcomes: all('outcome'),
    from: one('from'),
    to: one('to'),
  };
}
