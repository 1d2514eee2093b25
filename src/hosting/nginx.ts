import { CACHING, COMPRESSED, HEADERS, policies, TYPES, type HeaderRow } from '../headers.ts';
import { wholePattern, type Place } from './place.ts';

/**
 * The configuration for nginx, one file for `/etc/nginx/conf.d/`. Headers stand in the server alone, with
 * their values in variables: a location with a header of its own would lose all the others.
 */
export function nginxConfig(place: Place): string {
  const { host } = place;
  return `# 纪要公开站点的 nginx 配置：放到 /etc/nginx/conf.d/jiyao.conf，改证书的位置
# 站点的文件放在 ${place.root}${place.base === '/' ? '' : place.base}
${maps(place)}
server {
    listen 80;
    listen [::]:80;
    server_name ${host};
    return 301 https://$host$request_uri;
}

server {
    listen 443 ssl;
    listen [::]:443 ssl;
    server_name ${host};
    ssl_certificate /etc/ssl/jiyao.pem;
    ssl_certificate_key /etc/ssl/jiyao.key;
    ssl_protocols TLSv1.2 TLSv1.3;

${nginxServer(place)}}
`;
}

/** Both parts for a server without encryption at a port of this machine, for tests. */
export function nginxTestConfig(place: Place, port: number): string {
  return `${maps(place)}
server {
    listen 127.0.0.1:${String(port)};
${nginxServer(place)}}
`;
}

function maps({ base, members }: Place): string {
  return [map('jiyao_policy', policies(members), base), map('jiyao_cache', CACHING, base)].join('\n');
}

function map(variable: string, rows: readonly HeaderRow[], base: string): string {
  const lines = rows.map(({ pattern, value }) =>
    pattern === '' ? `    default "${value}";` : `    "~${wholePattern(pattern, base)}" "${value}";`,
  );
  return `map $uri $${variable} {\n${lines.join('\n')}\n}\n`;
}

function nginxServer({ base, root, moved, gone }: Place): string {
  const headers = [
    ...HEADERS.map(({ name, value }) => `add_header ${name} "${value}" always;`),
    'add_header Content-Security-Policy $jiyao_policy always;',
    'add_header Cache-Control $jiyao_cache always;',
  ];
  const types = TYPES.map(
    ([ending, type]) => `location ~ \\.${ending}$ {\n    types { }\n    default_type ${type};\n}`,
  );
  const former = [
    ...moved.map(({ from, to }) => `location = ${from} {\n    return 301 ${to};\n}`),
    ...gone.map(
      ({ from }) => `location = ${from} {\n    error_page 410 ${from}index.html;\n    return 410;\n}`,
    ),
  ];
  const lines = [
    `root ${root};`,
    'index index.html;',
    'charset utf-8;',
    `charset_types text/css text/javascript application/javascript text/plain text/markdown text/csv text/calendar text/xml application/json;`,
    'absolute_redirect off;',
    'server_tokens off;',
    `error_page 404 ${base}404.html;`,
    '',
    'gzip on;',
    'gzip_vary on;',
    'gzip_comp_level 6;',
    'gzip_min_length 1024;',
    `gzip_types ${COMPRESSED.join(' ')};`,
    '',
    ...headers,
    '',
    ...types,
    ...former,
  ];
  return lines
    .flatMap((line) => line.split('\n'))
    .map((line) => (line === '' ? '\n' : `    ${line}\n`))
    .join('');
}
