import { CACHING, HEADERS, policies, TYPES, type HeaderRow } from '../headers.ts';
import { wholePattern, type Place } from './place.ts';

/**
 * The configuration for Caddy 2.4 or later, which gets its certificate by itself. Its headers are set by
 * one snippet for answers and for errors; of two that fit a path Caddy would keep the last, so each has its condition.
 */
export function caddyConfig({ host, base, root, moved, gone, members }: Place): string {
  const headers = [
    'header {',
    ...HEADERS.map(({ name, value }) => `    ${name} "${value}"`),
    '    -Server',
    '}',
  ];
  const lines = [
    `root * ${root}`,
    'encode zstd gzip',
    'import jiyao_headers',
    ...byPath('policy', 'Content-Security-Policy', policies(members), base),
    ...byPath('cache', 'Cache-Control', CACHING, base),
    ...TYPES.flatMap(([ending, type]) => [
      `@${ending} path *.${ending}`,
      `header @${ending} Content-Type "${type}; charset=utf-8"`,
    ]),
    '',
    ...moved.map(({ from, to }) => `redir ${from} ${to} 301`),
    ...gone.flatMap(({ from }) => [
      `handle ${from} {`,
      `    rewrite * ${from}index.html`,
      '    file_server {',
      '        status 410',
      '    }',
      '}',
    ]),
    'handle {',
    '    file_server',
    '}',
    'handle_errors {',
    '    import jiyao_headers',
    `    header Content-Security-Policy "${commonValue(policies(members))}"`,
    `    header Cache-Control "${commonValue(CACHING)}"`,
    `    rewrite * ${base}404.html`,
    '    file_server',
    '}',
  ];
  return `# 纪要公开站点的 Caddyfile；站点的文件放在 ${root}${base === '/' ? '' : base}
${block('(jiyao_headers)', headers)}
${block(host, lines)}`;
}

function block(name: string, lines: readonly string[]): string {
  const body = lines.map((line) => (line === '' ? '' : `\t${line.replaceAll('    ', '\t')}`));
  return `${name} {\n${body.join('\n')}\n}\n`;
}

/** A header with a value for the paths that each pattern fits and another for all others. */
function byPath(name: string, header: string, rows: readonly HeaderRow[], base: string): readonly string[] {
  const patterns = rows.flatMap(({ pattern }) => (pattern === '' ? [] : [wholePattern(pattern, base)]));
  return rows.flatMap(({ pattern, value }, at) => {
    const condition =
      pattern === ''
        ? `not path_regexp ${patterns.length === 1 ? (patterns[0] ?? '') : `(?:${patterns.join('|')})`}`
        : `path_regexp ${wholePattern(pattern, base)}`;
    const matcher = `@${name}_${pattern === '' ? 'others' : at === 0 ? 'some' : `more_${String(at)}`}`;
    return [`${matcher} ${condition}`, `header ${matcher} ${header} "${value}"`];
  });
}

function commonValue(rows: readonly HeaderRow[]): string {
  return rows.find(({ pattern }) => pattern === '')?.value ?? '';
}
