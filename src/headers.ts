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

/** The policy as a `<meta>` of a page. */
export function pagePolicy(isSearching: boolean): string {
  return policyOf(DIRECTIVES, isSearching);
}

function policyOf(directives: readonly Directive[], isSearching: boolean): string {
  return directives
    .map(([name, sources]) => `${name} ${sources}${name === 'script-src' && isSearching ? ` ${WASM}` : ''}`)
    .join('; ');
}

/** The pages that search, and the scripts, one of which is the worker that does it and has a policy of its own. */
const SEARCHING = String.raw`^(?:(?:search|quote)/(?:index\.html)?|_astro/[^/]+\.js)$`;

/** Content-Security-Policy. */
export const POLICIES: readonly HeaderRow[] = [
  { pattern: SEARCHING, value: policyOf([...DIRECTIVES, ...FOR_HEADERS], true) },
  { pattern: '', value: policyOf([...DIRECTIVES, ...FOR_HEADERS], false) },
];

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

/** All headers of the response at a path below the base: `search/`, `_astro/x.js`. */
export function headersAt(path: string): readonly Header[] {
  return [
    ...HEADERS,
    { name: 'Content-Security-Policy', value: valueAt(POLICIES, path) },
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
