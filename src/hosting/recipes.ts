import { apacheConfig } from './apache.ts';
import { caddyConfig } from './caddy.ts';
import { headersFile, redirectsFile } from './headers-file.ts';
import { nginxConfig } from './nginx.ts';
import type { Place } from './place.ts';

/** The servers there is a configuration for, by the name that the command takes; the file is that of docs/hosting. */
export const RECIPES: Readonly<
  Record<string, { readonly file: string; readonly write: (place: Place) => string }>
> = {
  nginx: { file: 'nginx.conf', write: nginxConfig },
  caddy: { file: 'Caddyfile', write: caddyConfig },
  apache: { file: 'apache.htaccess', write: apacheConfig },
  headers: { file: '_headers', write: headersFile },
  redirects: { file: '_redirects', write: redirectsFile },
};
