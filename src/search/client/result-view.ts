import type { Excerpt } from '../excerpt.ts';
import type { Role } from '../record.ts';
import { element } from './element.ts';
import { longDate } from './export.ts';
import type { Result, ResultGroup } from './result.ts';

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  reports: '汇报',
  responsible: '责任',
  issues: '以其名义印发',
  observes: '列席',
};

/** How many bureaus of a role a result names. */
const NAMED = 5;

/**
 * The results of one meeting. `addressOf` gives the address of a path below the base, with what the
 * page there needs to highlight the hits.
 */
export function groupView(group: ResultGroup, addressOf: (path: string) => string): HTMLElement {
  return element(
    'section',
    { class: 'search-meeting' },
    element(
      'h2',
      { class: 'search-meeting-title' },
      group.site === undefined ? null : element('span', { class: 'search-site' }, group.site),
      element('a', { href: addressOf(group.path) }, group.title),
      group.held === null ? null : ' ',
      group.held === null ? null : element('time', { datetime: group.held }, longDate(group.held)),
    ),
    element(
      'ol',
      { class: 'search-hits', role: 'list' },
      ...group.results.map((result) => resultView(result, addressOf)),
    ),
  );
}

function resultView(result: Result, addressOf: (path: string) => string): HTMLElement {
  const facts = factsOf(result);
  return element(
    'li',
    { class: 'search-hit' },
    element(
      'h3',
      { class: 'search-hit-heading' },
      element('a', { href: addressOf(result.path), 'data-result': true }, ...marked(result.heading)),
    ),
    element('p', { class: 'search-excerpt' }, ...marked(result.excerpt)),
    facts.length === 0 ? null : element('p', { class: 'search-facts' }, facts.join(' · ')),
  );
}

function factsOf({ kind, action, outcome, bureaus }: Result): readonly string[] {
  if (kind !== 'item') return [];
  const decided = [action, outcome].filter((fact) => fact !== null);
  const named = (['reports', 'responsible', 'issues'] as const).flatMap((role) => {
    const names = bureaus.filter((bureau) => bureau.role === role).map(({ name }) => name);
    if (names.length === 0) return [];
    const rest = names.length > NAMED ? `等${String(names.length)}家` : '';
    return [`${ROLE_NAMES[role]}：${names.slice(0, NAMED).join('、')}${rest}`];
  });
  return [...decided, ...named];
}

function marked(excerpt: Excerpt): readonly (Node | string)[] {
  return excerpt.map(({ text, isHit }) => (isHit ? element('mark', {}, text) : text));
}
