import type { Archive } from '../corpus/archive.ts';
import type { TopicHit } from '../corpus/topics.ts';
import type { Derivations } from './derivations.ts';
import type { DocumentEntry } from './document-entry.ts';
import type { CarriedValue } from './kept-values.ts';
import type { ParcelMark } from './parcel.ts';
import type { PartRef } from './part-store.ts';
import type { Publishing } from './publish.ts';
import type { Share } from './share.ts';
import type { TakenFiles } from './site-files.ts';
import type { SealedParcel } from './site-parcels.ts';

/** What a thread is told that makes years of a site: what the site is made of, as it can be carried. */
export interface YearOrder extends Pick<
  Publishing,
  | 'registry'
  | 'site'
  | 'target'
  | 'standing'
  | 'version'
  | 'bundleVersion'
  | 'cacheDir'
  | 'siteCache'
  | 'parts'
> {
  readonly archive: Archive;
  readonly entries: readonly DocumentEntry[];
  readonly share: Share | null;
  /** Whether there is a last build to build on, which lies in the caches of the site. */
  readonly hasBefore: boolean;
  /** The pack that is this thread's own. */
  readonly pack: string;
  /** What is known already of the values of years and of the whole, and which items are about which topic. */
  readonly kept: Readonly<Record<string, CarriedValue>>;
  readonly derivations: Derivations['all'];
  readonly topics: {
    readonly folder: string;
    readonly code: string;
    readonly hits: ReadonlyMap<string, readonly TopicHit[]>;
  };
  /** Whether the rows of meetings are kept, see `Exports`. */
  readonly keepsRows: boolean;
  /** The years that have to be made; how many were taken; how far all of it has come. */
  readonly years: readonly string[];
  readonly taken: Int32Array;
  readonly steps: Int32Array;
}

/** A parcel as a thread has made it. */
export interface MadeParcel {
  readonly sealed: SealedParcel;
  readonly files: TakenFiles;
  readonly rests: Pick<ParcelMark, 'facets' | 'inputs'>;
}

/** A year as a thread has made it. */
export interface MadeYear extends MadeParcel {
  readonly kind: 'year';
  readonly year: string;
}

/** Files, or parts of them, that are to be looked at for what must not go out. */
export interface ToLookAt {
  readonly kind: 'look';
  readonly files: readonly (readonly [path: string, part: Uint8Array | null])[];
}

/** What a thread knows when it is done. */
export interface YearsEnd {
  readonly kind: 'end';
  readonly printed: number;
  readonly kept: number;
  readonly pieces: readonly (readonly [key: string, piece: PartRef])[];
  readonly rows: readonly (readonly [id: string, part: PartRef])[];
  readonly values: Readonly<Record<string, CarriedValue>>;
  readonly derivations: Derivations['all'];
  readonly hits: ReadonlyMap<string, readonly TopicHit[]>;
}

export type MadeInThread = MadeYear | ToLookAt | YearsEnd;
