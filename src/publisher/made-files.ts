import type { ExportFile } from '../exporters/export.ts';
import { digestOf } from './digest.ts';
import type { FacetDigests } from './facet-digests.ts';
import { FacetLists } from './facet-lists.ts';
import type { Reading } from './facets.ts';
import type { Parcel } from './parcel.ts';
import type { Portion } from './portion.ts';
import type { SiteFiles } from './site-files.ts';
import type { MadeFile } from './site-state.ts';

/** Decides of every page and file of a parcel whether it has to be made anew, and remembers what each rests on. */
export class MadeFiles {
  readonly #before: Readonly<Record<string, MadeFile>>;
  readonly #files: SiteFiles;
  readonly #facets: FacetLists;
  readonly #reading: Reading;
  readonly #portion: Portion | null;
  readonly #made = new Map<string, MadeFile>();

  constructor(
    before: Pick<Parcel, 'made' | 'facets'>,
    site: {
      readonly files: SiteFiles;
      readonly digests: FacetDigests;
      readonly reading: Reading;
      readonly portion: Portion | null;
    },
  ) {
    this.#before = before.made;
    this.#facets = new FacetLists(before.facets, site.digests);
    this.#files = site.files;
    this.#reading = site.reading;
    this.#portion = site.portion;
  }

  /** What the next build has to know. */
  get state(): Pick<Parcel, 'made' | 'facets'> {
    return { made: Object.fromEntries(this.#made), facets: this.#facets.all };
  }

  /**
   * What a file shows, when it has to be written; null when it stays, because nothing that it has read
   * has changed, or because what it shows hasn't; or when it is no part of what is built.
   *
   * @param props what it is made of beside the corpus
   */
  remake<T>(path: string, props: unknown, make: () => T): { readonly shown: T } | null {
    if (this.#portion !== null && !this.#portion.has(path)) return null;
    const own = props === null ? '' : digestOf(JSON.stringify(props));
    const before = this.#files.isIntact(path) ? this.#before[path] : undefined;
    if (before !== undefined && this.#stays(path, before, own)) {
      this.#files.keep(path);
      return null;
    }
    const { made: shown, facets } = this.#reading.during(make);
    const key = keyOf(shown);
    this.#enter(path, own, facets, { key });
    if (before?.key !== key) return { shown };
    this.#files.keep(path);
    return null;
  }

  /** The files of one piece of work, when they have to be written; none when all of them stay. */
  remakeAll(name: string, make: () => readonly ExportFile[]): readonly ExportFile[] {
    const before = this.#before[name];
    const paths = before?.paths ?? [];
    const areIntact = before !== undefined && paths.every((path) => this.#files.isIntact(path));
    if (areIntact && this.#stays(name, before, '')) {
      for (const path of paths) this.#files.keep(path);
      return [];
    }
    const { made: files, facets } = this.#reading.during(make);
    this.#enter(name, '', facets, { key: '', paths: files.map(({ path }) => path) });
    return files;
  }

  /** Whether what was made rests on the same as now; then it counts as made. */
  #stays(name: string, before: MadeFile, own: string): boolean {
    const facets = this.#facets.addBefore(before.facets);
    const stays = this.#facets.inputsOf(own, facets) === before.inputs;
    if (stays) this.#made.set(name, { ...before, facets });
    return stays;
  }

  #enter(name: string, own: string, read: readonly string[], made: Pick<MadeFile, 'key' | 'paths'>): void {
    const facets = this.#facets.add(read);
    this.#made.set(name, { ...made, facets, inputs: this.#facets.inputsOf(own, facets) });
  }
}

function keyOf(shown: unknown): string {
  if (typeof shown === 'string' || shown instanceof Uint8Array) return digestOf(shown);
  return digestOf(JSON.stringify(shown));
}
