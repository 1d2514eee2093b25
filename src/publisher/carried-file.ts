import { resolve } from 'node:path';
import type { MinutesSource } from '../checks/minutes-file.ts';
import type { MinutesFile } from '../files/content.ts';
import { UnreadMinutes, type KnownFile } from '../files/known-file.ts';

/** A file of minutes as it can be carried to another thread. */
export type CarriedFile =
  | { readonly kind: 'read'; readonly file: MinutesFile }
  /** The text is read there. */
  | {
      readonly kind: 'unread';
      readonly from: string;
      readonly path: string;
      readonly id: string;
      readonly known: KnownFile;
    };

export function carriedOf(file: MinutesFile): CarriedFile {
  if (!(file instanceof UnreadMinutes)) return { kind: 'read', file };
  const { path, id, digest, blob, isMarked } = file;
  return { kind: 'unread', from: resolve(path), path, id, known: { digest, blob, isMarked } };
}

/** The file in the thread that it was carried to. */
export function uncarried(carried: CarriedFile): MinutesSource {
  if (carried.kind === 'read') return carried.file;
  const { from, path, id, known } = carried;
  return new UnreadMinutes(from, { path, id }, known);
}
