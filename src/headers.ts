/**
 * The headers of every response (R5.2), as data: the page's own policy, the recipes for servers and the
 * server of the tests are all made of this.
 */

export interface Header {
  readonly name: string;
  readonly value: string;
}

/** Headers of the responses whose path below the base a pattern fits; the first row that fits counts. */
export interface HeaderRow {
  /** A regular expression that nginx, Apache, Caddy and JavaScript read alike; '' fits every path. */
  readonly pattern: string;
  readonly value: string;
}

type Directive = readonly [name: string, sources: string];

/** Nothing inline, nothing from elsewhere, nothing that isn't named. */
const DIRECTIVES: readonly Directive[] = [
  ['default-src', "'none'"],
  ['script-src', "'self'"],
  ['style-src', "'self'"],
  ['img-src', "'self'"],
  ['font-src', "'self'"],
  ['connect-src', "'self'"],
  ['worker-src', "'self'"],
  ['base-uri', "'none'"],
  ['form-action', "'self'"],
];

/** What a page can't say of itself: who may show it in a frame. */
const FOR_HEADERS: readonly Directive[] = [['frame-ancestors', "'self'"]];

/** The source that Pagefind's WebAssembly needs. */
const WASM = "'wasm-unsafe-eval'";

/** What a page does that others may not. */
export interface Allowance {
  readonly isSearching: boolean;
  /** The other sites that it asks: scheme, host and port of each. */
  readonly origins: readonly string[];
}

const PLAIN: Allowance = { isSearching: false, origins: [] };

/** The policy as a `<meta>` of a page. */
export function pagePolicy(allowance: Allowance): string {
  return policyOf(DIRECTIVES, allowance);
}

function policyOf(directives: readonly Directive[], { isSearching, origins }: Allowance): string {
  const further: Readonly<Record<string, readonly string[]>> = {
    'script-src': isSearching ? [WASM] : [],
    'connect-src': origins,
  };
  return directives.map(([name, sources]) => [name, sources, ...(further[name] ?? [])].join(' ')).join('; ');
}

/** The scripts, one of which is the worker that searches and has a policy of its own. */
const SCRIPTS = String.raw`_astro/[^/]+\.js`;
const SEARCHING = String.raw`(?:search|quote)/(?:index\.html)?`;
/** The page of a portal that searches its members. */
const PORTAL = String.raw`portal/(?:index\.html)?`;

/**
 * Content-Security-Policy. A portal names its members, and them alone, on the page that asks them and
 * for the worker that does it; no two patterns fit the same path.
 *
 * @param members scheme, host and port of each; none on a site that is no portal
 */
export function policies(members: readonly string[] = []): readonly HeaderRow[] {
  const alone = { isSearching: true, origins: [] };
  return [
    ...(members.length === 0
      ? [row(`${SEARCHING}|${SCRIPTS}`, alone)]
      : [row(`${PORTAL}|${SCRIPTS}`, { isSearching: true, origins: members }), row(SEARCHING, alone)]),
    row('', PLAIN),
  ];
}

function row(pattern: string, allowance: Allowance): HeaderRow {
  return {
    pattern: pattern === '' ? '' : `^(?:${pattern})$`,
    value: policyOf([...DIRECTIVES, ...FOR_HEADERS], allowance),
  };
}

/** What has a hash in its name never changes; everything else is asked for again after five minutes. */
const HASHED = String.raw`^(?:_astro/|search/data/(?:[^/]+/|(?:names|variants)-))`;

/** Cache-Control. */
export const CACHING: readonly HeaderRow[] = [
  { pattern: HASHED, value: 'public, max-age=31536000, immutable' },
  { pattern: '', value: 'public, max-age=300' },
];

/** The headers that are the same everywhere. */
export const HEADERS: readonly Header[] = [
  // One year. Browsers ignore it where the connection isn't encrypted.
  { name: 'Strict-Transport-Security', value: 'max-age=31536000' },
  { name: 'X-Content-Type-Options', value: 'nosniff' },
  { name: 'Referrer-Policy', value: 'same-origin' },
  { name: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()' },
  { name: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  // Everything is public: programs on other sites may read it.
  { name: 'Access-Control-Allow-Origin', value: '*' },
];

/**
 * All headers of the response at a path below the base: `search/`, `_astro/x.js`; `members` as in `policies`.
 */
export function headersAt(path: string, members: readonly string[] = []): readonly Header[] {
  return [
    ...HEADERS,
    { name: 'Content-Security-Policy', value: valueAt(policies(members), path) },
    { name: 'Cache-Control', value: valueAt(CACHING, path) },
  ];
}

function valueAt(rows: readonly HeaderRow[], path: string): string {
  return rows.find(({ pattern }) => new RegExp(pattern, 'u').test(path))?.value ?? '';
}

/** The types of files that are sent compressed; all others are compressed already. */
export const COMPRESSED: readonly string[] = [
  'text/css',
  'text/javascript',
  'application/javascript',
  'text/plain',
  'text/markdown',
  'text/csv',
  'text/calendar',
  'text/xml',
  'application/xml',
  'application/atom+xml',
  'application/json',
  'application/feed+json',
  'application/ld+json',
  'image/svg+xml',
];

/** The types of files that servers commonly don't know, by the end of their names. */
export const TYPES: readonly (readonly [ending: string, type: string])[] = [
  ['md', 'text/markdown'],
  ['ics', 'text/calendar'],
  ['csv', 'text/csv'],
  ['jsonld', 'application/ld+json'],
];
