import type { Diagnostic, DiagnosticCode } from '../minutes/diagnostics.ts';

/** A finding of which the words and the place are read when somebody asks: most builds print few of many. */
export class StoredFinding implements Diagnostic {
  readonly code: DiagnosticCode;
  readonly path: string;
  readonly #at: number;
  readonly #read: () => readonly Diagnostic[];

  /**
   * @param at its place among the findings of its document, from 0
   * @param read gives those
   */
  constructor(
    { code, path }: Pick<Diagnostic, 'code' | 'path'>,
    at: number,
    read: () => readonly Diagnostic[],
  ) {
    this.code = code;
    this.path = path;
    this.#at = at;
    this.#read = read;
  }

  get message(): string {
    return this.#finding.message;
  }

  get hint(): string {
    return this.#finding.hint;
  }

  get place(): Diagnostic['place'] {
    return this.#finding.place;
  }

  get #finding(): Diagnostic {
    const found = this.#read()[this.#at];
    if (found === undefined) throw new Error(`No finding ${String(this.#at)} of ${this.path}`);
    return found;
  }
}
