import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Texts of the caches behind a line with their SHA-256, so that one that was damaged or cut off is told from
 * what was written.
 */

/** The text in a file; null where there is none, or where it isn't what was written. */
export function readSealed(file: string): string | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return null;
  }
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  return text.slice(0, end) === hash('sha256', body, 'hex') ? body : null;
}

/** The text as it is written. */
export function sealed(body: string): string {
  return `${hash('sha256', body, 'hex')}\n${body}`;
}

/** Puts a text in the place of what was there, in one step. Throws what the file system says. */
export function writeSealed(file: string, body: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const aside = `${file}.${String(process.pid)}`;
  writeFileSync(aside, sealed(body));
  renameSync(aside, file);
}
