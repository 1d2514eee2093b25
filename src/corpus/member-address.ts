/** A machine's own name and numbers, which browsers trust without encryption too. */
const LOOPBACK = new Set(['localhost', '127.0.0.1']);

/**
 * Whether a text is the address of a member's home page as it has to be written: https, in the one form
 * that a browser would give it too, a slash at its end, nothing behind the path, nobody's name in front of
 * the host. Http is for a portal that is tried out on one machine.
 */
export function isMemberAddress(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.href !== text || !text.endsWith('/')) return false;
  if (url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname));
}

/** Whether an absolute address lies at the member or below it. */
export function isBelowMember(text: string, address: string): boolean {
  const url = URL.parse(text);
  return url !== null && url.href.startsWith(address) && url.username === '' && url.password === '';
}

/** Scheme, host and port, as a content policy names them. */
export function originOf(address: string): string {
  return new URL(address).origin;
}
