import { commonPairs, type Pair } from './common-pairs.ts';

/** Characters of one sentence, before and after a change. */
export interface Piece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/**
 * One stretch of two texts: sentences that both have, which may differ in white space, or one sentence
 * that was changed, removed or added.
 */
export type DifferencePart =
  | { readonly kind: 'same'; readonly before: string; readonly after: string }
  | { readonly kind: 'changed'; readonly pieces: readonly Piece[] };

/**
 * The difference of two texts, sentence by sentence and in each changed sentence character by
 * character. The parts in order are the whole of both: what is the same and what was removed is the
 * text before, what is the same and what was added is the text after.
 */
export function differenceOf(before: string, after: string): readonly DifferencePart[] {
  const one = sentencesOf(before);
  const other = sentencesOf(after);
  const parts: DifferencePart[] = [];
  let last: Pair = [-1, -1];
  const changeTo = (next: Pair): void => {
    parts.push(...changedParts(one.slice(last[0] + 1, next[0]), other.slice(last[1] + 1, next[1])));
  };
  for (const pair of commonPairs(one.map(withoutSpace), other.map(withoutSpace))) {
    changeTo(pair);
    addSame(parts, one[pair[0]] ?? '', other[pair[1]] ?? '');
    last = pair;
  }
  changeTo([one.length, other.length]);
  return parts;
}

/** A text without white space: what two texts that say the same have in common. */
export function withoutSpace(text: string): string {
  return text.replaceAll(/\s+/gu, '');
}

/** Cuts a text into sentences; the line feeds and closing quotes behind one belong to it. */
function sentencesOf(text: string): readonly string[] {
  return (
    text
      .match(/[^。！？；\n]*(?:[。！？；]+[”’）」』)]*\n*|\n+|$)/gu)
      ?.filter((sentence) => sentence !== '') ?? []
  );
}

function addSame(parts: DifferencePart[], before: string, after: string): void {
  const last = parts.at(-1);
  if (last?.kind === 'same')
    parts[parts.length - 1] = { kind: 'same', before: last.before + before, after: last.after + after };
  else parts.push({ kind: 'same', before, after });
}

/** Sentences that have no equal: those alike are one changed sentence, the others removed or added. */
function changedParts(removed: readonly string[], added: readonly string[]): readonly DifferencePart[] {
  const parts: DifferencePart[] = [];
  let [one, other] = [0, 0];
  for (const pair of [...alikePairs(removed, added), [removed.length, added.length] as const]) {
    for (; one < pair[0]; one++) parts.push(whole('removed', removed[one] ?? ''));
    for (; other < pair[1]; other++) parts.push(whole('added', added[other] ?? ''));
    const [before, after] = [removed[one], added[other]];
    if (before !== undefined && after !== undefined)
      parts.push({ kind: 'changed', pieces: piecesOf(before, after) });
    [one, other] = [pair[0] + 1, pair[1] + 1];
  }
  return parts;
}

function whole(kind: 'removed' | 'added', text: string): DifferencePart {
  return { kind: 'changed', pieces: [{ kind, text }] };
}

/** From this share of common characters on two sentences count as one that was changed. */
const ALIKE = 0.5;
/** More sentences than this in one place are not compared with each other. */
const MOST_COMPARED = 40;

/** Pairs of sentences that are alike, in order on both sides, as alike as possible together. */
function alikePairs(removed: readonly string[], added: readonly string[]): readonly Pair[] {
  if (removed.length * added.length > MOST_COMPARED * MOST_COMPARED) return [];
  const best: number[][] = [Array.from({ length: added.length + 1 }, () => 0)];
  const alike = removed.map((before) => added.map((after) => likeness(before, after)));
  const at = (one: number, other: number): number => best[one]?.[other] ?? 0;
  for (const [row, shares] of alike.entries()) {
    const line = [0];
    for (const [column, share] of shares.entries())
      line.push(
        Math.max(at(row, column + 1), line[column] ?? 0, share < ALIKE ? 0 : at(row, column) + share),
      );
    best.push(line);
  }
  const pairs: Pair[] = [];
  let [one, other] = [removed.length, added.length];
  while (one > 0 && other > 0) {
    if (at(one, other) === at(one - 1, other)) one--;
    else if (at(one, other) === at(one, other - 1)) other--;
    else pairs.push([--one, --other]);
  }
  return pairs.toReversed();
}

/** The share of characters that two sentences have in common, in order: from 0 to 1. */
function likeness(before: string, after: string): number {
  const [one, other] = [Array.from(before), Array.from(after)];
  const length = one.length + other.length;
  return length === 0 ? 1 : (2 * commonPairs(one, other, length >> 1).length) / length;
}

/** The characters of a changed sentence; a lone common character between two changes counts as changed. */
function piecesOf(before: string, after: string): readonly Piece[] {
  const [one, other] = [Array.from(before), Array.from(after)];
  const pairs = withoutLone(commonPairs(one, other), one.length, other.length);
  const pieces: Piece[] = [];
  const add = (kind: Piece['kind'], text: string): void => {
    const last = pieces.at(-1);
    if (text === '') return;
    if (last?.kind === kind) pieces[pieces.length - 1] = { kind, text: last.text + text };
    else pieces.push({ kind, text });
  };
  let last: Pair = [-1, -1];
  for (const pair of [...pairs, [one.length, other.length] as const]) {
    add('removed', one.slice(last[0] + 1, pair[0]).join(''));
    add('added', other.slice(last[1] + 1, pair[1]).join(''));
    add('same', one[pair[0]] ?? '');
    last = pair;
  }
  return pieces;
}

function withoutLone(pairs: readonly Pair[], before: number, after: number): readonly Pair[] {
  return pairs.filter((pair, index) => {
    const previous = pairs[index - 1] ?? [-1, -1];
    const next = pairs[index + 1] ?? [before, after];
    return follows(previous, pair) || follows(pair, next);
  });
}

function follows(one: Pair, other: Pair): boolean {
  return one[0] + 1 === other[0] && one[1] + 1 === other[1];
}
