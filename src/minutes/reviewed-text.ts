import { readFrontMatter } from './front-matter.ts';
import { sha256 } from './sha256.ts';

/**
 * The SHA-256 of what a review looks at (R2.6): the whole file but for the time of publication and the
 * day of archiving, which may be set afterwards. So a changed disclosure, correction or withheld passage asks for a new review
 * as a changed text does. Line ends, a byte order mark and empty lines at the end don't count.
 */
export function reviewedDigest(source: string): string {
  const { bodyStart } = readFrontMatter(source, '');
  const head = source.slice(0, bodyStart).replace(/^(?:published|archived)[ \t]*:.*(?:\r\n|\n|\r|$)/gmu, '');
  const text = (head + source.slice(bodyStart)).replace(/^\uFEFF/u, '').replaceAll(/\r\n|\r/gu, '\n');
  return sha256(`${text.trimEnd()}\n`);
}
