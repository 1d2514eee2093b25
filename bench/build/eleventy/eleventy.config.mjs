/** Meetings newest first, grouped by year and by bureau and year. */
export default function configure(config) {
  config.ignores.add('**/_index.md');
  config.addLayoutAlias('single', 'meeting.11ty.mjs');
  config.addCollection('meetings', (api) => {
    const pages = api
      .getFilteredByGlob('minutes/**/*.md')
      .sort((one, other) => one.data.weight - other.data.weight);
    for (const [at, page] of pages.entries()) {
      page.data.newer = pages[at - 1];
      page.data.older = pages[at + 1];
    }
    return pages;
  });
  config.addCollection('years', (api) => groups(api, ({ data }) => [data.year]));
  config.addCollection('bureauYears', (api) => groups(api, ({ data }) => data['bureau-years']));
  return {
    markdownTemplateEngine: false,
    templateFormats: ['md', '11ty.js'],
    dir: { input: '.', output: process.env['PEER_OUT'] },
  };
}

function groups(api, keysOf) {
  const all = new Map();
  const pages = api
    .getFilteredByGlob('minutes/**/*.md')
    .sort((one, other) => one.data.weight - other.data.weight);
  for (const page of pages)
    for (const key of keysOf(page)) {
      const group = all.get(key) ?? { key, pages: [] };
      group.pages.push(page);
      all.set(key, group);
    }
  return [...all.values()];
}
