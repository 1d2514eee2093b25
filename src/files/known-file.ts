import { readText } from './text-file.ts';
import { blobOf } from './git-object.ts';
import { UserError } from './user-error.ts';

/** What is known of the bytes of a text file that was read before and that nobody has touched since. */
export interface KnownFile {
  /** Of its bytes, as those who keep it count. */
  readonly digest: string;
  /** See `blobOf`. */
  readonly blob: string;
  /** See `mayWithhold`. */
  readonly isMarked: boolean;
}

/** Minutes that nobody has opened yet: their text is read each time somebody asks for it. */
export class UnreadMinutes implements KnownFile {
  readonly path: string;
  readonly id: string;
  readonly digest: string;
  readonly blob: string;
  readonly isMarked: boolean;
  readonly #file: string;

  /** @param file where it lies; `path` is what people know it by */
  constructor(file: string, { path, id }: { readonly path: string; readonly id: string }, known: KnownFile) {
    this.#file = file;
    this.path = path;
    this.id = id;
    this.digest = known.digest;
    this.blob = known.blob;
    this.isMarked = known.isMarked;
  }

  /** Throws a `UserError` when the file isn't any more what was known of it. */
  get source(): string {
    const text = readText(this.#file, this.path);
    if (text.kind === 'text' && blobOf(Buffer.from(text.source)) === this.blob) return text.source;
    throw new UserError(`“${this.path}”在读取时被改动`, '改完以后再运行一次');
  }
}
