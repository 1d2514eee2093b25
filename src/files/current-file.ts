import { blobOf } from './git-object.ts';

/** A file of minutes as it lies in the folder. */
export interface CurrentFile {
  readonly id: string;
  /** May be read from the disk when it is asked for; then it gives the same each time. */
  readonly source: string;
  /** See `blobOf`; by SHA-1, where it is known without reading the file. */
  readonly blob?: string;
}

/** Whether a git object holds what a file does; a checkout may have changed its line ends. */
export function isObjectOf(object: string, file: CurrentFile): boolean {
  if (file.blob === object) return true;
  const { source } = file;
  const holds = (text: string): boolean => blobOf(Buffer.from(text), object.length) === object;
  if (file.blob?.length !== object.length && holds(source)) return true;
  return source.includes('\r\n') && holds(source.replaceAll('\r\n', '\n'));
}
