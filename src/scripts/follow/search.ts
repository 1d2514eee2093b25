import type { JiyaoSearch } from '../../search/client/api.ts';
import { basePath } from './base.ts';

let opened: Promise<JiyaoSearch> | null = null;

/** Search as the search page offers it; loaded when something is asked for the first time. */
export function openSearch(): Promise<JiyaoSearch> {
  opened ??= window.jiyaoSearch === undefined ? connectSearch() : Promise.resolve(window.jiyaoSearch);
  return opened;
}

async function connectSearch(): Promise<JiyaoSearch> {
  const [{ connect }, { createApi }, { SEARCH_FOLDER }] = await Promise.all([
    import('../../search/client/connection.ts'),
    import('../../search/client/api.ts'),
    import('../../search/manifest.ts'),
  ]);
  const base = basePath();
  return createApi(connect(new URL(base + SEARCH_FOLDER, location.href).href), base);
}
