/** Thrown where a cache turns out not to be what was written; the build then begins anew without it. */
export class DamagedCache extends Error {
  constructor(what: string) {
    super(`The cache is damaged: ${what}`);
    this.name = 'DamagedCache';
  }
}
