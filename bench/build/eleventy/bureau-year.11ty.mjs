import { escaped, pageOf } from './_includes/page.mjs';

export const data = {
  pagination: { data: 'collections.bureauYears', size: 1, alias: 'group' },
  permalink: ({ group }) => `/bureau-years/${group.key}/`,
};

export function render({ group, page }) {
  const entries = group.pages.flatMap(({ url, data: facts }) =>
    facts.roles[group.key].map(
      ({ anchor, text, role, outcome }) =>
        `<p><a href="${url}#${anchor}">${escaped(text)}</a> ${role} ${escaped(facts.day)} ${escaped(facts.name)} ${escaped(outcome)}</p>`,
    ),
  );
  return pageOf({ title: group.key, url: page.url }, `<h1>${group.key}</h1>\n${entries.join('\n')}`);
}
