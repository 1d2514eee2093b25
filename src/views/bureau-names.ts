import type { Corpus } from '../corpus/model.ts';
import type { BureauId, BureauMention } from '../minutes/model.ts';
import type { RegisterBody } from '../minutes/register.ts';
import { bureauUrl } from '../urls.ts';

/** A text that may lead somewhere. */
export interface LinkView {
  readonly text: string;
  /** Null: nothing to lead to; printed as plain text. */
  readonly href: string | null;
}

/** A body as printed, with the bureaus behind a composite (两办) named one by one. */
export interface BureauNameView extends LinkView {
  readonly members: readonly LinkView[];
  /** Whether staff stated the body, so that no place of the text says it. */
  readonly stated: boolean;
}

/** The page of a mention: only one bureau is meant and it has a page. */
export function maybeBureauHref(mention: Pick<BureauMention, 'bureaus'>, corpus: Corpus): string | null {
  const [id, ...others] = mention.bureaus;
  return id !== undefined && others.length === 0 && corpus.byBureau.has(id) ? bureauUrl(id) : null;
}

/** Bodies as printed, each text once, in order. */
export function bureauNames(bodies: readonly RegisterBody[], corpus: Corpus): readonly BureauNameView[] {
  const names = new Map<string, BureauNameView>();
  for (const body of bodies) {
    const { text, bureaus, stated } = body;
    if (names.has(text)) continue;
    const members = bureaus.length > 1 ? bureaus.map((id) => bureauLink(id, corpus)) : [];
    names.set(text, { text, href: maybeBureauHref(body, corpus), members, stated });
  }
  return [...names.values()];
}

/** A bureau by its short name; it leads to its page where it has one. */
export function bureauLink(id: BureauId, corpus: Corpus): LinkView {
  return {
    text: corpus.registry.byId.get(id)?.short ?? id,
    href: corpus.byBureau.has(id) ? bureauUrl(id) : null,
  };
}
