import { escaped, pageOf } from './_includes/page.mjs';

export const data = {
  pagination: { data: 'collections.years', size: 1, alias: 'group' },
  permalink: ({ group }) => `/minutes/${group.key}/`,
};

export function render({ group, page }) {
  const title = `${group.key}年`;
  return pageOf({ title, url: page.url }, `<h1>${title}</h1>\n${group.pages.map(meeting).join('\n')}`);
}

function meeting({ url, data: { title, day, items } }) {
  const lines = items.map(
    ({ anchor, heading, outcomes }) =>
      `<li><a href="${url}#${anchor}">${escaped(heading)}</a> ${escaped(outcomes.join('、'))}</li>`,
  );
  return `<section class="meeting"><h2><a href="${url}">${escaped(title)}</a></h2><p>${escaped(day)}</p>
<ol>${lines.join('')}</ol></section>`;
}
