import { CACHING, COMPRESSED, HEADERS, policies, TYPES, type HeaderRow } from '../headers.ts';
import { wholePattern, type Place } from './place.ts';

/** The configuration for Apache 2.4: a `.htaccess` in the folder of the site, or the same in its virtual host. */
export function apacheConfig({ base, moved, gone, members }: Place): string {
  const lines = [
    '# 纪要公开站点的 Apache 配置：放在站点文件夹里，名为 .htaccess；需要 mod_headers、mod_deflate、mod_alias',
    '# 只开放加密连接，在虚拟主机里把 80 端口转到 443',
    'DirectoryIndex index.html',
    'DirectorySlash On',
    'Options -Indexes',
    'AddDefaultCharset utf-8',
    `ErrorDocument 404 ${base}404.html`,
    ...TYPES.map(([ending, type]) => `AddType ${type} .${ending}`),
    '',
    ...HEADERS.map(({ name, value }) => `Header always set ${name} "${value}"`),
    ...rows('Content-Security-Policy', policies(members), base),
    ...rows('Cache-Control', CACHING, base),
    '',
    `AddOutputFilterByType DEFLATE text/html ${COMPRESSED.join(' ')}`,
    ...(moved.length + gone.length === 0 ? [] : ['']),
    ...moved.map(({ from, to }) => `RedirectMatch 301 ^${from}$ ${to}`),
    ...gone.flatMap(({ from }) => [
      `<If "%{REQUEST_URI} == '${from}'">`,
      `    ErrorDocument 410 ${from}index.html`,
      '    Redirect 410',
      '</If>',
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

/** What holds everywhere first; what holds for some paths then takes its place. */
function rows(header: string, all: readonly HeaderRow[], base: string): readonly string[] {
  return all
    .toReversed()
    .map(({ pattern, value }) =>
      pattern === ''
        ? `Header always set ${header} "${value}"`
        : `Header always set ${header} "${value}" "expr=%{REQUEST_URI} =~ m#${wholePattern(pattern, base)}#"`,
    );
}
