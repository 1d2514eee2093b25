/** Where a site is served, and what moved or is gone there. */
export interface Place {
  /** `www.example.gov.cn`. */
  readonly host: string;
  /** With a slash at both ends: `/`, `/zwgk/cwhy/`. */
  readonly base: string;
  /** The folder on the server in which the path of an address is the path of its file. */
  readonly root: string;
  readonly moved: readonly { readonly from: string; readonly to: string }[];
  readonly gone: readonly { readonly from: string }[];
  /** The sites that a portal asks: scheme, host and port of each. */
  readonly members: readonly string[];
}

/** The place that the documentation shows. */
export const EXAMPLE: Place = {
  host: 'www.example.gov.cn',
  base: '/',
  root: '/srv/jiyao',
  moved: [],
  gone: [],
  members: [],
};

/** A pattern over paths below the base as one over whole paths. */
export function wholePattern(pattern: string, base: string): string {
  return `^${base.replaceAll(/[.+]/gu, String.raw`\$&`)}${pattern.replace(/^\^/u, '')}`;
}
