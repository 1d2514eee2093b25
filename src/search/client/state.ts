import { NO_FILTER, type SearchFilter } from '../facets.ts';
import { isRole } from '../record.ts';

/** What the search page shows, as its address states it. */
export interface SearchState {
  /** The query as typed. */
  readonly input: string;
  readonly filter: SearchFilter;
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
      from: dayOf(params.get('from'), '-01-01'),
      to: dayOf(params.get('to'), '-12-31'),
    },
  };
}

/** The address query of a state, in fixed order, without `?`; '' for the empty state. */
export function addressOf({ input, filter }: SearchState): string {
  const params = new URLSearchParams();
  if (input.trim() !== '') params.append('q', input.trim());
  for (const bureau of filter.bureaus) params.append('bureau', bureau);
  if (filter.role !== null) params.append('role', filter.role);
  for (const year of filter.years) params.append('year', year);
  for (const action of filter.actions) params.append('action', action);
  for (const outcome of filter.outcomes) params.append('outcome', outcome);
  if (filter.from !== null) params.append('from', filter.from);
  if (filter.to !== null) params.append('to', filter.to);
  return params.toString();
}

/** How many limits are set. */
export function countLimits({ bureaus, role, years, actions, outcomes, from, to }: SearchFilter): number {
  const lists = bureaus.length + years.length + actions.length + outcomes.length;
  return lists + [role, from, to].filter((value) => value !== null).length;
}

/** Whether there is anything to look for. */
export function isEmpty({ input, filter }: SearchState): boolean {
  return input.trim() === '' && countLimits(filter) === 0;
}

/** A date from outside (an address, a caller), `2022`, `2022-07` or `2022-07-02`, made a full day; null for all else. */
export function dayOf(value: string | null, completion: '-01-01' | '-12-31'): string | null {
  if (value === null || !/^\d{4}(?:-\d{2}){0,2}$/u.test(value)) return null;
  const rest = value.length === 4 ? completion : completion.slice(3);
  return value.length === 10 ? value : value + rest;
}

/** A filter from outside, every field optional and single or several. */
export interface FilterInput {
  readonly bureau?: string | readonly string[];
  readonly role?: string;
  readonly year?: string | number | readonly (string | number)[];
  readonly action?: string | readonly string[];
  readonly outcome?: string | readonly string[];
  readonly from?: string;
  readonly to?: string;
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
