import type { z } from 'zod';
import type { Diagnostic } from '../minutes/diagnostics.ts';
import { isListFileName, LIST_FILES } from './lists-file.ts';
import type { ListFileName } from './lists-file.ts';
import { piecesOf } from './near-miss.ts';
import type { Piece } from './near-miss.ts';
import { buildFinder } from './word-finder.ts';
import type { WordFinder } from './word-finder.ts';
import { readYaml } from './yaml.ts';

/** A fixed phrase, word for word, without white space. */
export interface Phrase {
  readonly text: string;
  /** Whether a wrong first or last character counts too (刁近平总书记). */
  readonly ends: boolean;
  /** Other words that look like the phrase with a mistake and are none. */
  readonly except: readonly string[];
}

/** A part of a phrase, by which texts like the phrase are found. */
export interface PhrasePiece {
  readonly phrase: Phrase;
  readonly piece: Piece;
}

/** A word that is wrong and what it should be. */
export interface Replacement {
  readonly wrong: string;
  readonly right: string;
  /** Longer words that hold the wrong one by chance: 按排放 for 按排. */
  readonly except: readonly string[];
}

/** A word that the operator forbids, and what to write. */
export interface Forbidden {
  readonly text: string;
  readonly use: string | null;
  readonly note: string | null;
  readonly except: readonly string[];
}

/** One person of the roster, in the order of rank, with the days in office as far as stated. */
export interface Leader {
  readonly name: string;
  readonly title: string | null;
  readonly from: string | null;
  readonly until: string | null;
}

/** The operator's lists: data, and the finders made of it. Where a list is empty its rule is silent. */
export interface Lists {
  readonly phrases: readonly Phrase[];
  readonly phraseFinder: WordFinder<Phrase>;
  /** What to look for to find a phrase with one wrong character; short phrases are left out. */
  readonly phrasePieces: WordFinder<PhrasePiece>;
  /** Miswritten so that no reading saves them: an error. */
  readonly miswritten: WordFinder<Replacement>;
  /** Words easily mistaken: a reminder. */
  readonly mistaken: WordFinder<Replacement>;
  /** Habitual short names and the standard ones. */
  readonly habits: WordFinder<Replacement>;
  readonly forbidden: WordFinder<Forbidden>;
  readonly leaders: readonly Leader[];
  /** Local terms in which no word is looked for. */
  readonly terms: WordFinder<null>;
  /** Passages whose inner spaces are meant, as printed. */
  readonly spaced: readonly string[];
  /** Passages in which a doubled character is meant (市市场监管局). */
  readonly doubled: WordFinder<null>;
}

interface ListData {
  readonly phrases: z.infer<(typeof LIST_FILES)['phrases.yaml']>;
  readonly words: z.infer<(typeof LIST_FILES)['words.yaml']>;
  readonly local: z.infer<(typeof LIST_FILES)['local.yaml']>;
  readonly forbidden: z.infer<(typeof LIST_FILES)['forbidden.yaml']>;
  readonly leaders: z.infer<(typeof LIST_FILES)['leaders.yaml']>;
}

/** Phrases shorter than this are too like other words. */
const SHORTEST_LIKE = 5;

/** The lists of a place that keeps none. */
export const EMPTY_LISTS: Lists = listsOf({
  phrases: { phrases: [], miswritten: [] },
  words: { mistaken: [], habits: [] },
  local: { terms: [], spaced: [], doubled: [] },
  forbidden: { forbidden: [] },
  leaders: { leaders: [] },
});

/**
 * Reads the files of `content/lists/`; their comments document the fields for staff. Faults are
 * `lists/invalid` with line and column; a file of the wrong form counts as empty. Never throws.
 */
export function parseLists(files: readonly { readonly path: string; readonly source: string }[]): {
  readonly lists: Lists;
  readonly diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const read = <T>(name: ListFileName, schema: z.ZodType<T>): T => {
    const file = files.find(({ path }) => nameOf(path) === name);
    if (file === undefined || isBlank(file.source)) return schema.parse({});
    const { value, diagnostics: found } = readYaml(file.source, file.path, 'lists/invalid', schema);
    diagnostics.push(...found);
    return value ?? schema.parse({});
  };
  const lists = listsOf({
    phrases: read('phrases.yaml', LIST_FILES['phrases.yaml']),
    words: read('words.yaml', LIST_FILES['words.yaml']),
    local: read('local.yaml', LIST_FILES['local.yaml']),
    forbidden: read('forbidden.yaml', LIST_FILES['forbidden.yaml']),
    leaders: read('leaders.yaml', LIST_FILES['leaders.yaml']),
  });
  return { lists, diagnostics };
}

/** Whether a path is one of the list files. */
export function isListFile(path: string): boolean {
  return /(?:^|\/)lists\/[^/]+$/u.test(path) && isListFileName(nameOf(path));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A file whose every line is a comment holds no map, which would be a fault of form. */
function isBlank(source: string): boolean {
  return source.split(/\r\n|\n|\r/u).every((line) => /^\s*(?:#.*)?$/u.test(line));
}

function listsOf({ phrases, words, local, forbidden, leaders }: ListData): Lists {
  const compact = phrases.phrases.map((phrase) => ({ ...phrase, text: phrase.text.replaceAll(/\s/gu, '') }));
  return {
    phrases: compact,
    phraseFinder: buildFinder(compact.map((phrase) => [phrase.text, phrase])),
    phrasePieces: buildFinder(
      compact
        .filter(({ text }) => text.length >= SHORTEST_LIKE)
        .flatMap((phrase) =>
          piecesOf(phrase.text, phrase.ends).map((piece) => [piece.text, { phrase, piece }]),
        ),
    ),
    miswritten: byWrong(phrases.miswritten),
    mistaken: byWrong(words.mistaken),
    habits: byWrong(words.habits),
    forbidden: buildFinder(
      forbidden.forbidden.map(({ text, use, note, except }) => [
        text,
        { text, use: use ?? null, note: note ?? null, except },
      ]),
    ),
    leaders: leaders.leaders.map(({ name, title, from, until }) => ({
      name,
      title: title ?? null,
      from: from ?? null,
      until: until ?? null,
    })),
    terms: buildFinder(local.terms.map((term) => [term, null])),
    spaced: local.spaced,
    doubled: buildFinder(local.doubled.map((word) => [word, null])),
  };
}

function byWrong(replacements: readonly Replacement[]): WordFinder<Replacement> {
  return buildFinder(replacements.map((each) => [each.wrong, each]));
}
