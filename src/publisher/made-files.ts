import type { ExportFile } from '../exporters/export.ts';
import { digestOf, digestOfAll } from './digest.ts';
import type { FacetDigests } from './facet-digests.ts';
import { keptFacets } from './facet-digests.ts';
import type { Reading } from './facets.ts';
import type { Portion } from './portion.ts';
import type { SiteFiles } from './site-files.ts';
import type { MadeFile } from './site-state.ts';

/** Decides of every page and file whether it has to be made anew, and remembers what each rests on. */
export class MadeFiles {
  readonly #before: Readonly<Record<string, MadeFile>>;
  readonly #files: SiteFiles;
  readonly #digests: FacetDigests;
  readonly #reading: Reading;
  readonly #portion: Portion | null;
  readonly #made = new Map<string, MadeFile>();

  constructor(
    before: Readonly<Record<string, MadeFile>>,
    site: {
      readonly files: SiteFiles;
      readonly digests: FacetDigests;
      readonly reading: Reading;
      readonly portion: Portion | null;
    },
  ) {
    this.#before = before;
    this.#files = site.files;
    this.#digests = site.digests;
    this.#reading = site.reading;
    this.#portion = site.portion;
  }

  get made(): Readonly<Record<string, MadeFile>> {
    return Object.fromEntries(this.#made);
  }

  /**
   * What a file shows, when it has to be written; null when it stays, because nothing that it has read
   * has changed, or because what it shows hasn't; or when it is no part of what is built.
   *
   * @param props what it is made of beside the corpus
   */
  remake<T>(path: string, props: unknown, make: () => T): { readonly shown: T } | null {
    if (this.#portion !== null && !this.#portion(path)) return null;
    const own = digestOf(JSON.stringify(props ?? null));
    const before = this.#files.isIntact(path) ? this.#before[path] : undefined;
    if (before !== undefined && before.inputs === this.#inputs(own, before.facets)) {
      this.#made.set(path, before);
      this.#files.keep(path);
      return null;
    }
    const { made: shown, facets: read } = this.#reading.during(make);
    const facets = keptFacets(read);
    const key = keyOf(shown);
    this.#made.set(path, { key, facets, inputs: this.#inputs(own, facets) });
    if (before?.key !== key) return { shown };
    this.#files.keep(path);
    return null;
  }

  /** The files of one piece of work, when they have to be written; none when all of them stay. */
  remakeAll(name: string, make: () => readonly ExportFile[]): readonly ExportFile[] {
    const before = this.#before[name];
    const paths = before?.paths ?? [];
    if (
      before !== undefined &&
      paths.every((path) => this.#files.isIntact(path)) &&
      before.inputs === this.#inputs('', before.facets)
    ) {
      this.#made.set(name, before);
      for (const path of paths) this.#files.keep(path);
      return [];
    }
    const { made: files, facets: read } = this.#reading.during(make);
    const facets = keptFacets(read);
    this.#made.set(name, {
      key: '',
      facets,
      inputs: this.#inputs('', facets),
      paths: files.map(({ path }) => path),
    });
    return files;
  }

  #inputs(own: string, facets: readonly string[]): string {
    return digestOfAll([own, this.#digests.of(facets)]);
  }
}

function keyOf(shown: unknown): string {
  if (typeof shown === 'string' || shown instanceof Uint8Array) return digestOf(shown);
  return digestOf(JSON.stringify(shown));
}
