import { NO_FILTER, type SearchFilter } from '../facets.ts';
import { isRole } from '../record.ts';
import { SORTS, type Sort } from './ranking.ts';

/** What the search page shows, as its address states it. */
export interface SearchState {
  /** The query as typed. */
  readonly input: string;
  readonly filter: SearchFilter;
  readonly sort: Sort;
}

/** The state of an address like `?q=…&bureau=…&bureau=…&year=2022&from=2022-01-01`. Values that can't be are dropped. */
export function stateOf(params: URLSearchParams): SearchState {
  const all = (name: string): readonly string[] => [
    ...new Set(params.getAll(name).filter((value) => value !== '')),
  ];
  const role = params.get('role');
  return {
    input: params.get('q') ?? '',
    filter: {
      bureaus: all('bureau'),
      role: isRole(role) ? role : null,
      years: all('year'),
      actions: all('action'),
      outcomes: all('outcome'),
      archived: all('archived'),
      from: dayOf(params.get('from'), '-01-01'),
      to: dayOf(params.get('to'), '-12-31'),
    },
    sort: SORTS.find((sort) => sort === params.get('sort')) ?? 'newest',
  };
}

/** The address query of a state, in fixed order, without `?`; '' for the empty state. */
export function addressOf({ input, filter, sort }: SearchState): string {
  const params = new URLSearchParams();
  if (input.trim() !== '') params.append('q', input.trim());
  for (const bureau of filter.bureaus) params.append('bureau', bureau);
  if (filter.role !== null) params.append('role', filter.role);
  for (const year of filter.years) params.append('year', year);
  for (const action of filter.actions) params.append('action', action);
  for (const outcome of filter.outcomes) params.append('outcome', outcome);
  for (const archived of filter.archived) params.append('archived', archived);
  if (filter.from !== null) params.append('from', filter.from);
  if (filter.to !== null) params.append('to', filter.to);
  if (sort !== 'newest') params.append('sort', sort);
  return params.toString();
}

/** How many limits are set; a range of dates is one. */
export function countLimits({ role, from, to, ...lists }: SearchFilter): number {
  const { bureaus, years, actions, outcomes, archived } = lists;
  const chosen = [bureaus, years, actions, outcomes, archived].reduce((sum, { length }) => sum + length, 0);
  return chosen + [role, from ?? to].filter((value) => value !== null).length;
}

/** Whether there is anything to look for. */
export function isEmpty({ input, filter }: SearchState): boolean {
  return input.trim() === '' && countLimits(filter) === 0;
}

/**
 * A date from outside (an address, a caller), `2022`, `2022-07` or `2022-07-02`, made a full day: the first
 * or the last one it means; null for all else.
 */
export function dayOf(value: string | null, completion: '-01-01' | '-12-31'): string | null {
  if (value === null || !/^\d{4}(?:-\d{2}){0,2}$/u.test(value)) return null;
  if (value.length === 4) return value + completion;
  if (value.length === 10) return value;
  return completion === '-01-01' ? `${value}-01` : lastDayOf(value);
}

/** The last day of a month `2022-07`. */
export function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return `${month}-${String(new Date(Date.UTC(year, number, 0)).getUTCDate()).padStart(2, '0')}`;
}

/** A filter from outside, every field optional and single or several. */
export interface FilterInput {
  readonly bureau?: string | readonly string[];
  readonly role?: string;
  readonly year?: string | number | readonly (string | number)[];
  readonly action?: string | readonly string[];
  readonly outcome?: string | readonly string[];
  /** 已归档 or 未归档. */
  readonly archived?: string | readonly string[];
  readonly from?: string;
  readonly to?: string;
  /** How many results are wanted; all, unless told. */
  readonly limit?: number;
}

/** The filter a caller means. A date or role that can't be read throws, for silence would widen the result. */
export function filterOf(input: FilterInput): SearchFilter {
  const { role = null, from = null, to = null } = input;
  if (role !== null && !isRole(role)) throw new TypeError(`Unknown role: ${role}`);
  return {
    ...NO_FILTER,
    role,
    bureaus: listOf(input.bureau),
    years: listOf(input.year),
    actions: listOf(input.action),
    outcomes: listOf(input.outcome),
    archived: listOf(input.archived),
    from: requiredDay(from, '-01-01'),
    to: requiredDay(to, '-12-31'),
  };
}

function requiredDay(value: string | null, completion: '-01-01' | '-12-31'): string | null {
  const day = dayOf(value, completion);
  if (value !== null && day === null) throw new TypeError(`Not a date: ${value}`);
  return day;
}

function listOf(values: string | number | readonly (string | number)[] | undefined): readonly string[] {
  return values === undefined ? [] : [values].flat().map(String);
}
