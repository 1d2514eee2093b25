import { CITATION_FORMS } from '../citation/forms.ts';
import { formatPlaces, WHOLE, type CitationSource, type CitedPlace } from '../citation/source.ts';
import type { Corpus } from '../corpus/model.ts';
import type { AgendaItem, Minutes } from '../minutes/model.ts';
import { meetingName } from '../minutes/plain-text.ts';
import { textFile } from '../minutes/downloads.ts';
import { sha256 } from '../minutes/sha256.ts';
import type { Site } from '../site.ts';
import { absoluteUrl, meetingUrl } from '../urls.ts';
import { shortHeading } from '../minutes/item-label.ts';

/** How a set of minutes is cited: ready texts for the whole, and what the page makes the others of. */
export interface CitationView {
  /** What readers without scripts copy: the forms that people write by hand. */
  readonly forms: readonly { readonly label: string; readonly text: string }[];
  /** A `CitationSource` as JSON, for the script. */
  readonly source: string;
  /** The parts that can be cited, for the script: see `formatPlaces`. */
  readonly places: string;
  /** The hash of the official text, as the file `minutes.txt` has it. */
  readonly hash: string;
}

/** The citations of a set of minutes. */
export function citationView(minutes: Minutes, corpus: Corpus, site: Site): CitationView {
  const source = sourceOf(minutes, corpus, site);
  return {
    forms: [CITATION_FORMS.plain, CITATION_FORMS.gbt7714].map(({ label, write }) => ({
      label,
      text: write(source, WHOLE, null),
    })),
    source: JSON.stringify(source),
    places: formatPlaces(minutes.items.flatMap(placesOf)),
    hash: source.hash,
  };
}

function sourceOf(minutes: Minutes, corpus: Corpus, site: Site): CitationSource {
  const { id, head } = minutes;
  const history = corpus.archive.histories?.get(id);
  const changed = history?.events.findLast(({ what }) => what === 'text')?.time;
  return {
    id,
    author: head.issuer?.value ?? site.source,
    title: head.title?.value ?? meetingName(minutes),
    number: head.number?.value ?? null,
    session: head.session?.value ?? null,
    held: head.held?.value ?? null,
    dated: (changed ?? head.published)?.slice(0, 10) ?? null,
    version: history?.current ?? null,
    url: absoluteUrl(meetingUrl(id), site.domain),
    hash: sha256(textFile(minutes)),
  };
}

function placesOf(item: AgendaItem): readonly CitedPlace[] {
  const name = `议题${item.number?.value ?? String(item.order)}`;
  return [
    { anchor: item.anchor, name, heading: shortHeading(item) },
    ...item.points
      .filter(({ anchor }) => anchor !== '')
      .map(({ anchor, mark }) => ({
        anchor,
        name: `${name}第${mark.replace(/[.．、]$/u, '')}点`,
        heading: null,
      })),
  ];
}
