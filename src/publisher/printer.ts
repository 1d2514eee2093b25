import { setImmediate } from 'node:timers/promises';
import type { Progress } from '../progress/progress.ts';
import { fileOf } from '../views/page-rows.ts';
import type { SitePage } from '../views/site-pages.ts';
import { loadPrinter, type Bundle, type PagePrinter } from './bundle.ts';
import type { MadeFiles } from './made-files.ts';
import type { SiteFiles } from './site-files.ts';

/** So many pages are printed before anything else gets its turn. */
const AT_ONCE = 20;

/** Prints the pages that a change reaches. The compiled pages are loaded when the first of them is. */
export class Printer {
  readonly pages = { printed: 0, kept: 0 };
  readonly #bundle: Bundle;
  readonly #files: SiteFiles;
  readonly #progress: Progress;
  #printer: PagePrinter | null = null;

  constructor(bundle: Bundle, files: SiteFiles, progress: Progress) {
    this.#progress = progress;
    this.#bundle = bundle;
    this.#files = files;
  }

  /** Prints pages of one parcel. */
  async print(pages: Iterable<SitePage>, made: MadeFiles): Promise<void> {
    for (const { kind, file, path, props, view } of pages) {
      this.#progress.step();
      const name = fileOf(path);
      const page = made.remake(name, props, view);
      if (page === null) {
        this.pages.kept++;
        continue;
      }
      // So that what other threads tell is heard meanwhile.
      if (this.pages.printed % AT_ONCE === 0) await setImmediate();
      this.#printer ??= await loadPrinter(this.#bundle);
      this.#files.put(name, await this.#printer.renderPage({ kind, file, path, view: page.shown }));
      this.pages.printed++;
    }
  }
}
