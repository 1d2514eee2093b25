/**
 * A fault of the call, not of a document: a file that isn't there, an option that doesn't exist. The
 * commands print it in one line and exit with 2. Message and hint are Chinese, without full stop.
 */
export class UserError extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.name = 'UserError';
    this.hint = hint;
  }
}
