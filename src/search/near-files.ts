/** The files that a query without results is compared with, as the browser reads them. */

/** A phrase of the headings, for readers who type its letters. */
export interface Phrase {
  readonly text: string;
  /** Syllables apart by spaces: `cheng shi guan li`. */
  readonly reading: string;
  /** How many headings hold it. */
  readonly count: number;
}

/** The file form: a line for each, text, reading and count. */
export function encodePhrase({ text, reading, count }: Phrase): string {
  return `${text}\t${reading}\t${String(count)}`;
}

/** The phrases of files of lines, each once. */
export function decodePhrases(files: readonly string[]): readonly Phrase[] {
  const phrases = new Map<string, Phrase>();
  for (const line of files.flatMap((file) => file.split('\n'))) {
    const [text = '', reading = '', count = '0'] = line.split('\t');
    if (text === '') continue;
    phrases.set(text, { text, reading, count: (phrases.get(text)?.count ?? 0) + Number(count) });
  }
  return [...phrases.values()];
}

/**
 * The texts a reader may have meant, with its characters written the other way (简繁);
 * none when that changes nothing. `file` holds pairs of a traditional and a simplified character.
 */
export function otherScripts(text: string, file: string): readonly string[] {
  const simplified = new Map<string, string>();
  const traditional = new Map<string, string>();
  for (let at = 0; at + 1 < file.length; at += 2) {
    simplified.set(file.charAt(at), file.charAt(at + 1));
    if (!traditional.has(file.charAt(at + 1))) traditional.set(file.charAt(at + 1), file.charAt(at));
  }
  const written = [simplified, traditional].map((table) =>
    Array.from(text, (character) => table.get(character) ?? character).join(''),
  );
  return [...new Set(written)].filter((each) => each !== text);
}
