/** One occurrence of a listed word, with what the list says of it; offsets as in the text searched. */
export interface WordMatch<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

/** Finds every word of a list in one pass over a text, however long the list is. */
export interface WordFinder<T> {
  /** All occurrences, overlapping ones too, in the order in which they begin. */
  find(text: string): readonly WordMatch<T>[];
}

interface Entry<T> {
  readonly text: string;
  readonly value: T;
}

/** Words of fewer than two UTF-16 units are left out: a single character says nothing. */
export function buildFinder<T>(entries: readonly (readonly [text: string, value: T])[]): WordFinder<T> {
  const words = entries.filter(([text]) => text.length >= 2).map(([text, value]) => ({ text, value }));
  const byPair = Map.groupBy(words, ({ text }: Entry<T>) => pairAt(text, 0));
  // Most characters begin no word of a list: one look into a table passes them over.
  const begins = new Uint8Array(0x10000);
  for (const { text } of words) begins[text.charCodeAt(0)] = 1;
  return {
    find(text) {
      const matches: WordMatch<T>[] = [];
      for (let at = 0; at + 1 < text.length; at++) {
        if (begins[text.charCodeAt(at)] === 0) continue;
        for (const word of byPair.get(pairAt(text, at)) ?? []) {
          if (text.startsWith(word.text, at))
            matches.push({ start: at, end: at + word.text.length, value: word.value });
        }
      }
      return matches;
    },
  };
}

/** Two UTF-16 units as one number. */
function pairAt(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
}
