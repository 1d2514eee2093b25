import type { MiddlewareHandler } from 'astro';
import { EXPORTS } from '../exporters/registry.ts';
import { filesOf, type ExportFile } from '../exporters/export.ts';
import { TYPES } from '../headers.ts';
import { basePath } from '../urls.ts';
import { sitePages } from '../views/site-pages.ts';
import { loadCorpus } from './load.ts';

/** The development server's way to the pages of the site and the files beside them, by their addresses. */
export const onRequest: MiddlewareHandler = async ({ url, locals }, next) => {
  if (locals.views !== undefined) return next();
  const { corpus, site } = await loadCorpus();
  const path = decodeURIComponent(url.pathname).slice(basePath().length);
  const pages = [...sitePages(corpus, site)];
  const page = pages.find((each) => each.path === path);
  if (page === undefined) {
    for (const row of EXPORTS)
      for (const file of filesOf(row, corpus, site)) if (file.path === path) return download(file);
  }
  const shown = page ?? pages.find(({ path: other }) => other === '404.html');
  if (shown === undefined) return next();
  Object.assign(locals, { views: { [shown.kind]: shown.view() } });
  const route = ROUTES.get(shown.kind);
  return route === undefined ? next() : next(basePath() + route);
};

/** The files of pages whose addresses don't say them. */
const ROUTES: ReadonlyMap<string, string> = new Map([
  ['former', 'minutes/former/'],
  ['emptied', 'emptied/'],
]);

/** The types of what stands beside pages, by the end of the name; what isn't here is bytes. */
const TYPE_OF: ReadonlyMap<string, string> = new Map([
  ...TYPES,
  ['json', 'application/json'],
  ['xml', 'application/xml'],
  ['txt', 'text/plain'],
]);

function download({ path, content }: ExportFile): Response {
  const type = TYPE_OF.get(path.slice(path.lastIndexOf('.') + 1));
  const header = type === undefined ? 'application/octet-stream' : `${type}; charset=utf-8`;
  return new Response(Buffer.from(content), { headers: { 'content-type': header } });
}
