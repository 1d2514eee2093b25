import type { Corpus } from '../../src/corpus/model.ts';
import type { FilterInput } from '../../src/search/client/state.ts';
import type { SearchRecord } from '../../src/search/record.ts';
import { createRandom, type Random } from '../city/random.ts';

/** One thing somebody looks for. */
export interface Query {
  readonly kind: string;
  readonly text: string;
  readonly filter: FilterInput;
}

/** The kinds of queries, with how many of a hundred are of each. */
const SHARES: readonly (readonly [kind: string, share: number])[] = [
  ['2 characters', 10],
  ['3 characters', 10],
  ['4 characters', 10],
  ['6 characters', 10],
  ['8 characters', 8],
  ['12 characters', 8],
  ['person', 7],
  ['bureau', 5],
  ['title', 7],
  ['number or date', 6],
  ['other width and spaces', 5],
  ['never together', 8],
  ['filtered', 6],
];

/**
 * `count` queries by chance, of all kinds in turn: passages of the records, names, titles, numbers, passages
 * typed in another way, two halves that never stand together, and passages within a filter.
 */
export function sampleQueries(
  corpus: Corpus,
  items: readonly SearchRecord[],
  count: number,
): readonly Query[] {
  const random = createRandom(`queries/${String(count)}`);
  const cycle = SHARES.flatMap(([kind, share]) => Array<string>(share).fill(kind));
  const order = random.sample(cycle, cycle.length);
  return Array.from({ length: count }, (_, index): Query => {
    const kind = order[index % order.length] ?? '';
    return { kind, ...makeQuery(kind, corpus, items, random) };
  });
}

function makeQuery(
  kind: string,
  corpus: Corpus,
  items: readonly SearchRecord[],
  random: Random,
): Omit<Query, 'kind'> {
  const passage = (length: number): string => passageOf(items, random, length);
  const text = ((): string => {
    switch (kind) {
      case 'person':
        return person(corpus, random) ?? passage(3);
      case 'bureau':
        return random.pick(corpus.registry.bureaus).short;
      case 'title':
        return title(corpus, random) ?? passage(14);
      case 'number or date':
        return (
          matching(items, random, /\d{1,4}(?:年(?:\d{1,2}月(?:\d{1,2}日)?)?|[个项条家%万亿]|\.\d)/u) ??
          passage(4)
        );
      case 'other width and spaces':
        return widened(passage(6), random);
      case 'never together':
        return passage(3) + passage(3);
      case 'filtered':
        return passage(2);
      default:
        return passage(Number(kind.split(' ')[0]));
    }
  })();
  return { text, filter: kind === 'filtered' ? randomFilter(items, random) : {} };
}

/** A passage that can be typed as one word: without quotes, white space and a sign that would exclude it. */
function passageOf(items: readonly SearchRecord[], random: Random, length: number): string {
  for (;;) {
    const { text } = random.pick(items);
    const at = random.whole(0, Math.max(0, text.length - length));
    const cut = text.slice(at, at + length);
    const isTypable =
      cut.length === length && !/[\s"“”'‘’「」『』\ud800-\udfff]|^[-－−]|^标题[:：]/u.test(cut);
    if (isTypable && /[\p{L}\p{N}]{2}/u.test(cut)) return cut;
  }
}

function person(corpus: Corpus, random: Random): string | null {
  const { attendance } = random.pick(corpus.minutes);
  const people = [...attendance.present, ...attendance.observers.flatMap(({ names }) => names)];
  return people.length === 0 ? null : random.pick(people).name.replaceAll(/\s/gu, '');
}

function title(corpus: Corpus, random: Random): string | null {
  const titles = random.pick(corpus.minutes).items.flatMap(({ documents }) => documents);
  const text = titles.length === 0 ? '' : random.pick(titles).value.replaceAll(/["“”‘’\s]/gu, '');
  return text.length < 2 ? null : random.chance(0.5) ? `《${text}》` : text;
}

function matching(items: readonly SearchRecord[], random: Random, form: RegExp): string | null {
  for (let tries = 0; tries < 20; tries++) {
    const found = form.exec(random.pick(items).text)?.[0];
    if (found !== undefined && found.length >= 2) return found;
  }
  return null;
}

/** The passage as somebody else would type it: full width, with spaces that join it. */
function widened(text: string, random: Random): string {
  const wide = Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code > 0x20 && code < 0x7f && random.chance(0.7) ? String.fromCodePoint(code + 0xfee0) : character;
  });
  return `"${wide.join(random.chance(0.5) ? ' ' : '')}"`;
}

function randomFilter(items: readonly SearchRecord[], random: Random): FilterInput {
  const { day, outcome, action, bureaus } = random.pick(items);
  const bureau = [...bureaus.reports, ...bureaus.responsible][0];
  return {
    ...(day !== null && random.chance(0.5) ? { year: day.slice(0, 4) } : {}),
    ...(day !== null && random.chance(0.2) ? { from: `${day.slice(0, 7)}-01` } : {}),
    ...(outcome !== null && random.chance(0.4) ? { outcome } : {}),
    ...(action !== null && random.chance(0.3) ? { action } : {}),
    ...(bureau !== undefined && random.chance(0.4) ? { bureau } : {}),
  };
}
