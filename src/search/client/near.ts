import { normalise } from '../normalise.ts';
import type { BureauName } from '../names.ts';
import { otherScripts, type Phrase } from '../near-files.ts';
import { parseQuery, type Query } from '../query.ts';
import { isItem } from '../table.ts';
import type { Engine } from './engine.ts';

/** Something else to look for, which has results. */
export interface NearMiss {
  /** Why it is suggested. */
  readonly kind: 'bureau' | 'script' | 'reading' | 'part';
  /** What to type. */
  readonly input: string;
  /** How many agenda items it finds. */
  readonly total: number;
}

/** How many suggestions of one kind are made, and how many are tried for them. */
const SHOWN = 4;
const TRIED = 12;
/** Longer inputs aren't taken apart: each part is a query. */
const LONGEST = 24;

/**
 * What an input without results may have meant: other names of the same bureau, the same in the other
 * script, phrases that are read as the letters typed, and the longest part of it that does occur. All
 * of them are tried, and only those with results are given.
 */
export async function nearMisses(
  input: string,
  engine: Engine,
  loadVariants: () => Promise<string>,
): Promise<readonly NearMiss[]> {
  const word = input.trim();
  const [names, phrases, variants] = await Promise.all([engine.names(), engine.phrases(), loadVariants()]);
  const tried = new Set([word]);
  const near: NearMiss[] = [];
  for (const [kind, inputs] of [
    ['bureau', otherNamesOf(word, names)],
    ['script', otherScripts(word, variants)],
    ['reading', readAs(word, names, phrases)],
  ] as const) {
    const fresh = inputs.filter((each) => !tried.has(each)).slice(0, TRIED);
    for (const each of fresh) tried.add(each);
    const found = await Promise.all(
      fresh.map(async (each) => ({ kind, input: each, total: await count(each, engine) })),
    );
    near.push(...found.filter(({ total }) => total > 0).slice(0, SHOWN));
  }
  return near.length > 0 ? near : longestPart(word, engine);
}

async function count(input: string, engine: Engine): Promise<number> {
  const parsed = parseQuery(input, { shortest: engine.shortest });
  if (parsed.kind === 'refused') return 0;
  return countItems(parsed.query, engine);
}

async function countItems(query: Query, engine: Engine): Promise<number> {
  const { records } = await engine.find(query);
  return records.filter((record) => isItem(engine.table, record)).length;
}

/** The input with the name of a bureau in it put in its other names. */
function otherNamesOf(word: string, names: readonly BureauName[]): readonly string[] {
  const typed = normalise(word);
  return names.flatMap(({ name, otherNames }) => {
    const all = [name, ...otherNames];
    const known = all
      .filter((each) => each.length > 1 && typed.includes(normalise(each)))
      .sort((one, other) => other.length - one.length)[0];
    if (known === undefined) return [];
    return all.filter((each) => each !== known).map((each) => typed.replace(normalise(known), each));
  });
}

/** Names and phrases whose reading or initials begin with the letters typed, the most frequent first. */
function readAs(word: string, names: readonly BureauName[], phrases: readonly Phrase[]): readonly string[] {
  const letters = word.toLowerCase().replaceAll(/[^a-z]/gu, '');
  if (letters.length < 2 || /\p{Script=Han}/u.test(word)) return [];
  const isMeant = (reading: string): boolean => {
    const syllables = reading.split(' ');
    return syllables.some((_, from) => {
      const rest = syllables.slice(from);
      return rest.join('').startsWith(letters) || initials(rest).startsWith(letters);
    });
  };
  const bureaus = names
    .filter(({ readings }) => readings.some(isMeant))
    .flatMap(({ name, otherNames }) => [name, ...otherNames]);
  const fitting = phrases
    .filter(
      ({ reading }) => initials(reading.split(' ')) === letters || reading.replaceAll(' ', '') === letters,
    )
    .sort((one, other) => other.count - one.count)
    .map(({ text }) => text);
  return [...fitting.slice(0, SHOWN), ...bureaus];
}

function initials(syllables: readonly string[]): string {
  return syllables.map((syllable) => syllable.charAt(0)).join('');
}

/** The longest part of the input that occurs, the first of equal ones. */
async function longestPart(word: string, engine: Engine): Promise<readonly NearMiss[]> {
  const typed = normalise(word);
  if (typed.length > LONGEST) return [];
  let best: NearMiss | null = null;
  let end = 0;
  for (let start = 0; start + 2 <= typed.length; start++) {
    end = Math.max(end, start + Math.max(2, (best?.input.length ?? 1) + 1));
    for (; end <= typed.length; end++) {
      const text = typed.slice(start, end);
      const total = await countItems({ words: [{ field: 'text', text, typed: text }], excluded: [] }, engine);
      if (total === 0) break;
      best = { kind: 'part', input: text, total };
    }
  }
  return best === null ? [] : [best];
}
