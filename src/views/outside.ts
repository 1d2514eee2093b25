import type { Interpretation, IssuedDocument, OutsideLink } from '../corpus/links.ts';
import { longDate, type DateView } from './format.ts';

/** A document or a page that stands elsewhere, as the site names it. */
export interface OutsideView {
  /** 云政办发〔2026〕12号《…》, or the title of an interpretation. */
  readonly text: string;
  readonly date: DateView;
  /** Null when it is not on the web. */
  readonly href: string | null;
  /** Whether it leads away from the sites of the government, which is said beside it (R1.10). */
  readonly external: boolean;
}

/** An issued document: its number where it has one, and its title. */
export function issuedView({ number, title, date, link }: IssuedDocument): OutsideView {
  return outside(`${number ?? ''}《${title}》`, date, link);
}

/** A page that explains. */
export function interpretationView({ title, date, link }: Interpretation): OutsideView {
  return outside(title, date, link);
}

function outside(text: string, date: string, link: OutsideLink | null): OutsideView {
  return {
    text,
    date: longDate(date),
    href: link?.url ?? null,
    external: link !== null && !link.government,
  };
}
