import { CACHING, headersAt } from '../headers.ts';
import type { Place } from './place.ts';

/**
 * The files `_headers` and `_redirects`, which many static hosts read from the folder of the site. Their paths know
 * no patterns but a star at the end, so each kind of path is named.
 */
export function headersFile({ base }: Place): string {
  const all = headersAt('').filter(({ name }) => name !== 'Cache-Control');
  const immutable = CACHING[0]?.value ?? '';
  const searching = headersAt('search/').find(({ name }) => name === 'Content-Security-Policy')?.value ?? '';
  const block = (path: string, lines: readonly string[]): string =>
    `${base}${path}\n${lines.map((line) => `  ${line}\n`).join('')}`;
  const policy = ['! Content-Security-Policy', `Content-Security-Policy: ${searching}`];
  return [
    '# 放在站点文件夹里，名为 _headers；适用于读这种文件的静态托管\n',
    block(
      '*',
      all.map(({ name, value }) => `${name}: ${value}`),
    ),
    block('search/', policy),
    block('quote/', policy),
    block('_astro/*', [...policy, `Cache-Control: ${immutable}`]),
  ].join('\n');
}

/** The addresses that moved, for the same hosts; those that are gone keep the page that says so. */
export function redirectsFile({ moved }: Place): string {
  return moved.map(({ from, to }) => `${from} ${to} 301\n`).join('');
}
