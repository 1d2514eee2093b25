import { formatSums, readSums } from '../proof/sums.ts';
import { DamagedCache } from './damaged.ts';
import type { Parcel } from './parcel.ts';
import type { WrittenFile } from './site-state.ts';

/** A parcel as two texts. Paths and hashes stand in the list that the site itself has of them, and nowhere else. */
export interface StoredParcel<Text = string> {
  readonly parcel: Text;
  /** The lines of its files as `SHA256SUMS` has them. */
  readonly sums: string;
}

/** The rest of a parcel; of its files, in the order of the lines, sizes and times. */
interface ParcelText extends Omit<Parcel, 'files'> {
  readonly sizes: readonly number[];
  readonly times: readonly number[];
}

/** The texts of a parcel. */
export function formatParcel(
  files: Iterable<readonly [path: string, file: WrittenFile]>,
  { made, facets, tables }: Omit<Parcel, 'files'>,
): StoredParcel {
  const inOrder = [...files].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const text: ParcelText = {
    made,
    facets,
    tables,
    sizes: inOrder.map(([, { size }]) => size),
    times: inOrder.map(([, { time }]) => time),
  };
  return { parcel: JSON.stringify(text), sums: sumsOf(inOrder) };
}

/** The parcel of two texts. Throws `DamagedCache` for texts that don't belong together. */
export function parseParcel({ parcel, sums }: StoredParcel): Parcel {
  const { sizes, times, ...rest }: ParcelText = JSON.parse(parcel);
  const hashes = readSums(sums);
  if (hashes.length !== sizes.length || times.length !== sizes.length) throw new DamagedCache('parcel');
  const files = hashes.map(([path, sha256], at): readonly [string, WrittenFile] => [
    path,
    { sha256, size: sizes[at] ?? -1, time: times[at] ?? -1 },
  ]);
  return { ...rest, files: Object.fromEntries(files) };
}

/** The lines of files as `SHA256SUMS` has them, in the order of their paths. */
export function sumsOf(files: Iterable<readonly [path: string, file: WrittenFile]>): string {
  return formatSums(new Map(Array.from(files, ([path, { sha256 }]) => [path, sha256])));
}
