/**
 * A file that can't be imported, told to the person who tries: the fact, and what to do instead.
 * Both in Chinese, without a full stop.
 */
export class ImportError extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.name = 'ImportError';
    this.hint = hint;
  }
}
