import { ARCHIVED } from '../columns.ts';
import type { DateCounts, FacetCount, SearchFilter, ValueCounts } from '../facets.ts';
import type { BureauName } from '../names.ts';
import { isRole, type Role } from '../record.ts';
import { button, element } from './element.ts';
import { ROLE_NAMES } from './result-view.ts';

/** How many bureaus are listed before one asks for more. */
const FEW = 12;

/** What the filters show beside their own state. */
export interface FacetCounts {
  readonly dates: DateCounts;
  /** Null until they have been counted. */
  readonly values: ValueCounts | null;
  readonly names: readonly BureauName[];
}

export interface FacetView {
  /** Put into the page once. Changes inside bubble as `change` events of named controls. */
  readonly node: HTMLElement;
  show(counts: FacetCounts, filter: SearchFilter): void;
  /** The filter that the controls stand at. */
  read(): SearchFilter;
}

/** The filters with live counts: check boxes and date fields in a form of their own. */
export function createFacetView(): FacetView {
  const form = element('form', { class: 'search-facets', 'aria-label': '筛选条件' });
  let showsAll = false;
  let shown: SearchFilter | null = null;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  const show = (counts: FacetCounts, filter: SearchFilter): void => {
    shown = filter;
    const focused = focusedControl(form);
    const { dates, values } = counts;
    const toggle = (): void => {
      showsAll = !showsAll;
      show(counts, filter);
    };
    form.replaceChildren(
      ...group('年份', boxes('year', withChosen(dates.years, filter.years), filter.years)),
      ...(values === null
        ? [element('p', { class: 'search-note' }, '正在统计单位和结果…')]
        : [
            ...group('单位', bureauControls(values, counts.names, filter, showsAll, toggle)),
            ...group('议题方式', boxes('action', withChosen(values.actions, filter.actions), filter.actions)),
            ...group(
              '议定结果',
              boxes('outcome', withChosen(values.outcomes, filter.outcomes), filter.outcomes),
            ),
            ...group('归档', archivedBoxes(values.archived, filter.archived)),
          ]),
      ...group('会议日期', [dateField('from', '从', filter.from), dateField('to', '到', filter.to)]),
    );
    if (focused !== null) form.querySelector<HTMLElement>(focused)?.focus();
  };
  return {
    node: form,
    show,
    read: () => readFilter(form, shown),
  };
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
  return [...counts, ...missing.map((value) => ({ value, count: 0 }))];
}

function group(title: string, controls: readonly HTMLElement[]): readonly HTMLElement[] {
  if (controls.length === 0) return [];
  return [element('fieldset', { class: 'search-facet' }, element('legend', {}, title), ...controls)];
}

/** Only where something is kept as an archive, for otherwise there is nothing to choose. */
function archivedBoxes(counts: readonly FacetCount[], chosen: readonly string[]): readonly HTMLElement[] {
  const all = withChosen(counts, chosen);
  return all.some(({ value }) => value === ARCHIVED) ? boxes('archived', all, chosen) : [];
}

function bureauControls(
  { bureaus, roles }: ValueCounts,
  names: readonly BureauName[],
  { bureaus: chosen, role }: SearchFilter,
  showsAll: boolean,
  toggle: () => void,
): readonly HTMLElement[] {
  const all = withChosen(bureaus, chosen);
  const listed = all.filter(({ value }, index) => showsAll || index < FEW || chosen.includes(value));
  const nameOf = (id: string): string => names.find((bureau) => bureau.id === id)?.name ?? id;
  const more = button(showsAll ? '收起' : `显示全部 ${String(all.length)} 个单位`, toggle, { name: 'more' });
  return [
    roleSelect(roles, role),
    ...boxes('bureau', listed, chosen, nameOf),
    ...(all.length > FEW ? [more] : []),
  ];
}

function boxes(
  name: string,
  counts: readonly FacetCount[],
  chosen: readonly string[],
  nameOf = (value: string): string => value,
): readonly HTMLElement[] {
  return counts.map(({ value, count }) =>
    element(
      'label',
      { class: 'search-choice' },
      element('input', { type: 'checkbox', name, value, checked: chosen.includes(value) }),
      element('span', {}, nameOf(value)),
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
    element('select', { name: 'role' }, element('option', { value: '' }, '汇报或责任'), ...options),
  );
}

function dateField(name: string, title: string, value: string | null): HTMLElement {
  return element('label', { class: 'search-field' }, title, element('input', { type: 'date', name, value }));
}

/** What the controls say; for groups that aren't there yet, what was `shown`. */
function readFilter(form: HTMLFormElement, shown: SearchFilter | null): SearchFilter {
  const data = new FormData(form);
  const all = (name: string): readonly string[] =>
    data.getAll(name).filter((value) => typeof value === 'string');
  const one = (name: string): string | null => all(name).find((value) => value !== '') ?? null;
  const role = one('role');
  const dates = { years: all('year'), from: one('from'), to: one('to') };
  if (form.querySelector('select') === null && shown !== null) return { ...shown, ...dates };
  return {
    ...dates,
    bureaus: all('bureau'),
    role: isRole(role) ? role : null,
    actions: all('action'),
    outcomes: all('outcome'),
    archived: all('archived'),
  };
}
