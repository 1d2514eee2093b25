import { CACHING, headersAt } from '../headers.ts';
import type { Place } from './place.ts';

/**
 * The files `_headers` and `_redirects`, which many static hosts read from the folder of the site. Their paths know
 * no patterns but a star at the end, so each kind of path is named.
 */
export function headersFile({ base, members }: Place): string {
  const all = headersAt('').filter(({ name }) => name !== 'Cache-Control');
  const immutable = CACHING[0]?.value ?? '';
  const policyAt = (path: string): readonly string[] => [
    '! Content-Security-Policy',
    ...headersAt(path, members).flatMap(({ name, value }) =>
      name === 'Content-Security-Policy' ? [`${name}: ${value}`] : [],
    ),
  ];
  const block = (path: string, lines: readonly string[]): string =>
    `${base}${path}\n${lines.map((line) => `  ${line}\n`).join('')}`;
  return [
    '# 放在站点文件夹里，名为 _headers；适用于读这种文件的静态托管\n',
    block(
      '*',
      all.map(({ name, value }) => `${name}: ${value}`),
    ),
    block('search/', policyAt('search/')),
    block('quote/', policyAt('quote/')),
    ...(members.length === 0 ? [] : [block('portal/', policyAt('portal/'))]),
    block('_astro/*', [...policyAt('_astro/x.js'), `Cache-Control: ${immutable}`]),
  ].join('\n');
}

/** The addresses that moved, for the same hosts; those that are gone keep the page that says so. */
export function redirectsFile({ moved }: Place): string {
  return moved.map(({ from, to }) => `${from} ${to} 301\n`).join('');
}
