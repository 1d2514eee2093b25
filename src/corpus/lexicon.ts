import type { BureauLexicon, LexiconMatch } from '../minutes/lexicon.ts';
import type { BureauId } from '../minutes/model.ts';
import { levelOf, stemOf } from './names.ts';
import type { RegistryPlace } from './names.ts';

/** One name the matcher knows and whom it stands for. */
export interface LexiconEntry {
  readonly text: string;
  readonly bare: boolean;
  readonly bureaus: readonly BureauId[];
  readonly collective: boolean;
}

interface Node {
  readonly next: Map<number, Node>;
  entry: LexiconEntry | null;
}

/** 全市公安机关, 各市委, 城市管理局: here 市 is not the place before its bureau. */
const NO_PLACE_BEFORE = new Set(['全', '各', '城']);

/**
 * The matcher over all names of a registry. The longest name wins (市市场监管局 before 市场监管局).
 * A name behind another place is that place's bureau and no match: 公安局 in 苏州市公安局, 高新区 in
 * 苏州高新区. Where two entries have one text the first counts; the registry reports the second.
 */
export function buildLexicon(entries: readonly LexiconEntry[], place: RegistryPlace): BureauLexicon {
  const root: Node = { next: new Map(), entry: null };
  for (const entry of entries) insert(root, entry);
  const isElsewhere = elsewhereTest(place);

  return {
    longestAt(text, offset, { bare }) {
      let node: Node | undefined = root;
      let best: LexiconEntry | null = null;
      for (let at = offset; node !== undefined; at++) {
        if (node.entry !== null && (bare || !node.entry.bare)) best = node.entry;
        node = at < text.length ? node.next.get(text.charCodeAt(at)) : undefined;
      }
      if (best === null || isElsewhere(text, offset, best.text)) return null;
      return matchOf(best);
    },
  };
}

function matchOf({ text, bureaus, collective }: LexiconEntry): LexiconMatch {
  return { length: text.length, bureaus, collective };
}

function insert(root: Node, entry: LexiconEntry): void {
  let node = root;
  for (let at = 0; at < entry.text.length; at++) {
    const unit = entry.text.charCodeAt(at);
    const next: Node = node.next.get(unit) ?? { next: new Map(), entry: null };
    node.next.set(unit, next);
    node = next;
  }
  node.entry ??= entry;
}

function elsewhereTest(place: RegistryPlace): (text: string, offset: number, name: string) => boolean {
  const others = [place.U, ...place.elsewhere].flatMap((other) => [other, stemOf(other)]);
  const stem = stemOf(place.P);
  const level = levelOf(place);
  return (text, offset, name) => {
    if (offset === 0 || name.startsWith(stem)) return false;
    if (name.startsWith(level) && NO_PLACE_BEFORE.has(text.charAt(offset - 1))) return true;
    return others.some((other) => other !== '' && text.endsWith(other, offset));
  };
}
