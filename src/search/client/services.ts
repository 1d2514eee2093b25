import { browserHost } from './host.ts';
import { memberHost } from './member-host.ts';
import type { SearchPlace } from './messages.ts';
import { createService, type SearchService } from './service.ts';

/** The service of a place. */
export type Services = (place: SearchPlace) => SearchService;

/** Services that are opened when they are first asked for, one for each place. */
export function createServices(): Services {
  const opened = new Map<string, SearchService>();
  return ({ root, program }) => {
    const host = (): ReturnType<typeof browserHost> =>
      program === null ? browserHost(root) : memberHost(root, program);
    const service = opened.get(root) ?? createService(root, host());
    opened.set(root, service);
    return service;
  };
}
