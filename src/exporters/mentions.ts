import type { Registry } from '../corpus/model.ts';
import type { BureauMention } from '../minutes/model.ts';

/** The registered bureaus of mentions, each once, as ids. */
export function bureauIds(mentions: readonly BureauMention[]): readonly string[] {
  return [...new Set(mentions.flatMap(({ bureaus }) => bureaus))];
}

/** Registered bureaus by their short name, others as printed; each once. */
export function namesOf(mentions: readonly BureauMention[], registry: Registry): readonly string[] {
  return [
    ...new Set(
      mentions.flatMap(({ bureaus, text }) =>
        bureaus.length === 0 ? [text] : bureaus.map((id) => registry.byId.get(id)?.short ?? id),
      ),
    ),
  ];
}
