import type { FacetDigests } from './facet-digests.ts';
import type { Reading } from './facets.ts';
import { MadeFiles } from './made-files.ts';
import { NO_TABLES, type MadeTables } from './made-tables.ts';
import { isListed, NO_PARCEL, type Parcel, type ParcelMark } from './parcel.ts';
import type { Portion } from './portion.ts';
import type { SiteFiles } from './site-files.ts';
import type { StoredState, WrittenFile } from './site-state.ts';
import type { MadeParcel } from './year-order.ts';
import { standingOf } from './standing.ts';
import { formatParcel, sumsOf, type StoredParcel } from './stored-parcel.ts';

/** A parcel while its files are made. */
export interface OpenParcel {
  readonly before: Parcel;
  readonly made: MadeFiles;
  /** Set when tables are written. */
  tables: MadeTables;
}

/** A parcel as it is to be stored. */
export interface SealedParcel {
  readonly text: Uint8Array;
  /** See `StoredParcel`. */
  readonly sums: string;
  /** How many files it has. */
  readonly count: number;
}

/** What parcels are made with. */
interface ParcelWork {
  readonly files: SiteFiles;
  readonly digests: FacetDigests;
  readonly reading: Reading;
  readonly portion: Portion | null;
}

/** The parcels of a site while it is built: those that are kept, and those whose files are looked at. */
export class SiteParcels {
  readonly #before: StoredState | null;
  readonly #standing: ReadonlyMap<string, string>;
  readonly #work: ParcelWork;
  readonly #open = new Map<string, OpenParcel>();
  readonly #sealed = new Map<string, SealedParcel>();
  readonly #rests = new Map<string, Pick<ParcelMark, 'facets' | 'inputs'>>();

  /** @param standing what stands in the folder of the site, see `standingOf`, by the names of parcels */
  constructor(before: StoredState | null, standing: ReadonlyMap<string, string>, work: ParcelWork) {
    this.#before = before;
    this.#standing = standing;
    this.#work = work;
  }

  /** The parcels that stand as the last build left them, those among them of which it left nothing. */
  get standing(): ReadonlySet<string> {
    const names = [...this.namesBefore, ...this.#work.files.files.keys()];
    return new Set(
      names.filter((name) => this.#standing.get(name) === this.#before?.parcels[name]?.standing),
    );
  }

  /**
   * The mark of a parcel that stays as it is: it stands as it was left, and rests on what it rested on.
   *
   * @param inputsOf what its files rest on now, where they have read these facets
   */
  keep(name: string, inputsOf: (facets: readonly string[]) => string): ParcelMark | null {
    const mark = this.standingMark(name);
    if (mark === null || mark.inputs !== inputsOf(mark.facets)) return null;
    this.#work.files.keepParcel(name, mark);
    return mark;
  }

  /** The mark of a parcel of a whole site that stands as it was left; null where it doesn't. */
  standingMark(name: string): ParcelMark | null {
    const mark = this.#before?.parcels[name];
    if (mark === undefined || this.#work.portion !== null) return null;
    return mark.standing === this.#standing.get(name) ? mark : null;
  }

  /** The names of the parcels that the last build left. */
  get namesBefore(): readonly string[] {
    return Object.keys(this.#before?.parcels ?? {});
  }

  /** Opens a parcel to look at its files and to add to them; one that is open stays so. */
  open(name: string): OpenParcel {
    const known = this.#open.get(name);
    if (known !== undefined) return known;
    const before = this.#before?.parcel(name) ?? NO_PARCEL;
    const left = this.#before?.parcels[name]?.standing;
    this.#work.files.open(name, before.files, left !== undefined && left === this.#standing.get(name));
    const parcel = { before, made: new MadeFiles(before, this.#work), tables: NO_TABLES };
    this.#open.set(name, parcel);
    return parcel;
  }

  /**
   * Ends a parcel to which no file comes any more: what its files rest on, a long list, is kept from here on as
   * the text that is stored.
   */
  seal(name: string): void {
    this.#sealed.set(name, this.#sealOf(name));
    this.#open.delete(name);
  }

  /** All of a parcel that was made and sealed here, for another thread to take over; here it is forgotten. */
  take(name: string): MadeParcel {
    const sealed = this.#sealed.get(name) ?? this.#sealOf(name);
    this.#sealed.delete(name);
    return { sealed, files: this.#work.files.take(name), rests: this.#rests.get(name) ?? NO_RESTS };
  }

  /** Takes over a parcel that another thread has made. */
  adopt(name: string, { sealed, files, rests }: MadeParcel): void {
    this.open(name);
    this.#work.files.adopt(name, files);
    this.note(name, rests);
    this.#sealed.set(name, sealed);
    this.#open.delete(name);
  }

  /** Opens what the last build left, or what stands there, and no file of the new site belongs to. */
  openOthers(): void {
    const { files } = this.#work;
    for (const name of [...this.namesBefore, ...this.#standing.keys()])
      if (!files.files.has(name) && !files.kept.has(name)) this.open(name);
  }

  /** Notes what the files of a parcel rest on, once they are made. */
  note(name: string, rests: Pick<ParcelMark, 'facets' | 'inputs'>): void {
    this.#rests.set(name, rests);
  }

  /** The lines of the files of the new site, parcel by parcel. */
  get sums(): readonly Uint8Array[] {
    const { kept, files } = this.#work.files;
    const before = [...kept.keys()].flatMap((name) => this.#before?.sums(name) ?? []);
    const opened = [...files].map(([name, own]) => this.#sealed.get(name)?.sums ?? sumsOf(own));
    return [...before, ...opened.map((list) => Buffer.from(list))];
  }

  /** What the next build has to know of all of them, once the site stands in its place. */
  get marks(): Readonly<Record<string, ParcelMark>> {
    const { files, kept } = this.#work.files;
    const opened = [...files].flatMap(([name, own]): readonly (readonly [string, ParcelMark])[] =>
      own.size === 0 ? [] : [[name, { ...(this.#rests.get(name) ?? NO_RESTS), ...factsOf(own) }]],
    );
    return Object.fromEntries([...kept, ...opened]);
  }

  /** Those that were opened, as they are to be stored. */
  get fresh(): ReadonlyMap<string, StoredParcel<Uint8Array>> {
    return new Map(
      [...this.#work.files.files].map(([name, files]) => {
        const sealed = this.#sealed.get(name) ?? this.#sealOf(name);
        if (sealed.count !== files.size) throw new Error(`A file was put into the parcel ${name} too late`);
        return [name, { parcel: sealed.text, sums: sealed.sums }];
      }),
    );
  }

  #sealOf(name: string): SealedParcel {
    const { made, tables = NO_TABLES } = this.#open.get(name) ?? {};
    const files = this.#work.files.files.get(name) ?? new Map<string, WrittenFile>();
    const { parcel, sums } = formatParcel(files, { ...(made?.state ?? NO_PARCEL), tables });
    return { text: Buffer.from(parcel), sums, count: files.size };
  }
}

const NO_RESTS: Pick<ParcelMark, 'facets' | 'inputs'> = { facets: [], inputs: '' };

function factsOf(
  files: ReadonlyMap<string, WrittenFile>,
): Pick<ParcelMark, 'standing' | 'files' | 'pages' | 'listed'> {
  const paths = [...files.keys()];
  const listed = [...files].flatMap(([path, { size, sha256 }]) =>
    isListed(path) ? [[path, { bytes: size, sha256 }] as const] : [],
  );
  return {
    standing: standingOf(files),
    files: files.size,
    pages: paths.filter((path) => path.endsWith('.html')).length,
    listed: Object.fromEntries(listed),
  };
}
