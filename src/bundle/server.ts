import { createApp } from 'astro/app/entrypoint';

/**
 * What Astro compiles the pages to: a module that prints any page from its view, in the process that
 * asks. It holds no content and reads none.
 */

const app = createApp({ streaming: false });
const routes = new Map(app.manifest.routes.map(({ routeData }) => [routeData.component, routeData]));

/** A page to print: its kind and its file in `SITE_PAGES`, its path below the base, its view. */
export interface PageRequest {
  readonly kind: string;
  readonly file: string;
  readonly path: string;
  readonly view: unknown;
}

/** The HTML of a page, in UTF-8. Rejects when the page can't be printed, with the error of its component as the cause. */
export async function renderPage({ kind, file, path, view }: PageRequest): Promise<Uint8Array> {
  const routeData = routes.get(`src/pages/${file}`);
  if (routeData === undefined) throw new Error(`No page ${file}`);
  // Pages print their views alone; the address that is asked for has to have the parts of the route, no more.
  const address = routeData.params.length === 0 ? routeData.route.slice(1) : path;
  const request = new Request(`http://localhost${withSlash(app.manifest.base)}${withSlash(address)}`);
  const response = await app.render(request, { routeData, locals: { views: { [kind]: view } } });
  if (response.status >= 500) throw new Error(`The page ${file} could not be printed`);
  return new Uint8Array(await response.arrayBuffer());
}

function withSlash(path: string): string {
  return path === '' || path.endsWith('/') ? path : `${path}/`;
}
