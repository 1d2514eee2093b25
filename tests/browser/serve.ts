import type { BuiltSite } from '../site/build.ts';
import { serveWithNginx } from './nginx.ts';
import { formerOf, servePlainly, type Server } from './plain-server.ts';

export type { Server } from './plain-server.ts';

/**
 * Serves a built site below its base path with the shipped headers: with nginx where `TEST_SERVER=nginx` asks
 * for it, else with a server of ours that needs nothing of the machine.
 */
export function serve(site: BuiltSite): Promise<Server> {
  return process.env['TEST_SERVER'] === 'nginx'
    ? serveWithNginx(site, formerOf(site.dir))
    : servePlainly(site);
}
