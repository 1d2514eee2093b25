import type { PageKind, PageViews } from './site-pages.ts';

/** Where the builder and the development server lay the view of the page that they ask for. */
export interface PageLocals {
  readonly views?: Partial<PageViews>;
}

/** The view that a page prints. Throws when it was asked for without one, which is a bug. */
export function viewOf<Kind extends PageKind>(
  kind: Kind,
  { locals }: { readonly locals: PageLocals },
): PageViews[Kind] {
  const view = locals.views?.[kind];
  if (view === undefined) throw new Error(`No view for a page of the kind ${kind}`);
  return view;
}
