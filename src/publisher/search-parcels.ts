import type { SearchFolder, SearchIndexReport } from '../search/index-builder.ts';
import { SEARCH_FOLDER } from '../search/manifest.ts';
import type { StandingSearch } from '../search/standing-search.ts';
import { parcelOf } from './parcel.ts';
import type { SiteFiles } from './site-files.ts';
import type { SiteParcels } from './site-parcels.ts';

/** What of the search stands in a site, folder by folder: each folder of a generation is a parcel. */
export class SearchParcels implements StandingSearch {
  readonly #parcels: SiteParcels;
  readonly #files: SiteFiles;

  constructor(parcels: SiteParcels, files: SiteFiles) {
    this.#parcels = parcels;
    this.#files = files;
  }

  hasFile(path: string): boolean {
    this.#parcels.open(parcelOf(path));
    return this.#files.isIntact(path);
  }

  hasFolder(folder: string, state: string): boolean {
    return this.#parcels.standingMark(folder)?.inputs === state;
  }

  /**
   * Keeps all of the search that the last build left, where all of it stands.
   *
   * @param beside the paths of the parcel that the years and generations don't have
   */
  keepAll(beside: readonly string[]): boolean {
    const folders = this.#parcels.namesBefore.filter((name) => name.startsWith(SEARCH_FOLDER));
    const paths = beside.filter((path) => path.startsWith(SEARCH_FOLDER));
    const stands =
      folders.every((name) => this.#parcels.standingMark(name) !== null) &&
      paths.every((path) => this.#files.isIntact(path));
    if (!stands) return false;
    for (const name of folders)
      this.#parcels.keep(name, () => this.#parcels.standingMark(name)?.inputs ?? '');
    for (const path of paths) this.#files.keep(path);
    return true;
  }

  /**
   * Enters a search that was built.
   *
   * @param made the paths of the files that were put beside the site
   */
  enter({ files, folders }: Pick<SearchIndexReport, 'files' | 'folders'>, made: ReadonlySet<string>): void {
    for (const folder of folders) this.#enterFolder(folder);
    for (const path of files) {
      if (made.has(path)) this.#files.enter(path);
      else this.#files.keep(path);
    }
  }

  #enterFolder({ path, state, stands }: SearchFolder): void {
    if (stands) this.#parcels.keep(path, () => state);
    else {
      this.#parcels.open(path);
      this.#parcels.note(path, { facets: [], inputs: state });
    }
  }
}
