import { readFileSync } from 'node:fs';
import { UserError } from '../files/user-error.ts';
import type { Minutes } from '../minutes/model.ts';
import { cardPath } from '../urls.ts';
import { cardView, type CardView } from '../views/card.ts';
import type { Bundle } from './bundle.ts';
import { cardPainter } from './cards.ts';
import { sha256Of } from './digest.ts';
import { Printer } from './printer.ts';
import type { Publishing } from './publish.ts';
import type { OpenParcel } from './site-parcels.ts';
import type { SiteWork } from './site-work.ts';
import { facetsBeside } from './year-inputs.ts';
import type { PlannedYear } from './year-plan.ts';

/**
 * Makes pages, files and pictures year by year, and in a year meeting by meeting, so that a document is opened once
 * for all that is made of it.
 */
export class YearMaker {
  readonly printer: Printer;
  readonly #publishing: Publishing;
  readonly #work: SiteWork;
  readonly #paint: (view: CardView) => Uint8Array;

  constructor(publishing: Publishing, work: SiteWork, bundle: Bundle) {
    this.#publishing = publishing;
    this.#work = work;
    this.printer = new Printer(bundle, work.files, publishing.progress);
    this.#paint = cardPainter(publishing.cacheDir);
  }

  /** Makes the parcel of a year. */
  async make(plan: PlannedYear): Promise<void> {
    const { year, pages, minutes, ids } = plan;
    const { parcels, exports, inputs } = this.#work;
    const parcel = parcels.open(year);
    const ofMeetings = Map.groupBy(pages, ({ path }) => meetingOf(path));
    const writeFiles = exports.meetingWriter(parcel);
    for (const each of minutes) {
      await this.printer.print(ofMeetings.get(each.id) ?? [], parcel.made);
      writeFiles(each);
      this.#drawCard(each, parcel);
    }
    const own = new Set<string | null>(ids);
    await this.printer.print(
      pages.filter(({ path }) => !own.has(meetingOf(path))),
      parcel.made,
    );
    exports.writeYear(year, minutes, parcel);
    exports.writeSitemap(year, pages, parcel);
    if (this.#publishing.portion === null) this.#copyPapers(ids);
    const facets = facetsBeside(parcel.made.state.facets, plan);
    parcels.note(year, { facets, inputs: inputs.of(plan, facets) });
    parcels.seal(year);
  }

  /** The picture of a meeting. */
  #drawCard(minutes: Minutes, { made }: OpenParcel): void {
    const { site, progress } = this.#publishing;
    progress.step();
    const path = cardPath(minutes.id);
    const card = made.remake(path, null, () => cardView(minutes, site));
    if (card !== null) this.#work.files.put(path, this.#paint(card.shown));
  }

  /** The paper documents that the pages of meetings offer. Throws a `UserError` when one isn't what was made. */
  #copyPapers(ids: readonly string[]): void {
    const { archive } = this.#publishing.light;
    const { files } = this.#work;
    for (const id of ids) {
      const paper = archive.papers.get(id);
      if (paper === undefined) continue;
      const { path, sha256 } = paper;
      const name = `minutes/${id}/minutes.pdf`;
      if (files.isIntact(name, sha256)) files.keep(name);
      else {
        const bytes = readFileSync(path);
        if (sha256Of(bytes) !== sha256)
          throw new UserError(`“${path}”已经损坏`, '运行 npm run pdf 重做，再建站');
        files.put(name, bytes);
      }
    }
  }
}

/** The id of the meeting that a page is below the address of: `minutes/2022/013/v2/` → `2022/013`; else null. */
function meetingOf(path: string): string | null {
  return /^minutes\/(\d{4}\/[^/]+)\//u.exec(path)?.[1] ?? null;
}
