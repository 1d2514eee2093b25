import type { BureauId } from '../minutes/model.ts';

/** A registered name and its bureau, as a candidate for a suggestion. */
export interface KnownName {
  readonly text: string;
  readonly bureau: BureauId;
}

const MOST = 3;
/** What nearly every name begins and ends with: it says nothing about likeness. */
const COMMON = /^[市区县]+|(?:委员会|办公室|领导小组|管理局|公司|集团|中心|大队|街道|[局委办部镇院])$/gu;

/**
 * The registered names most like an unknown one, best first, at most three, one per bureau. Names
 * are alike when they share at least half of the characters that set bureaus apart (文旅 and 文体广旅,
 * but not 公安 and 民政); the more they share the nearer, then the fewer edits between them.
 */
export function nearestNames(name: string, known: readonly KnownName[]): readonly string[] {
  const core = coreOf(name);
  const nearest = new Map<BureauId, Candidate>();
  for (const { text, bureau } of known) {
    const other = coreOf(text);
    const shared = sharedCount(core, other);
    if (shared === 0 || 2 * shared < Math.max(core.length, other.length)) continue;
    const candidate = { text, shared, edits: editDistance(name, text) };
    const best = nearest.get(bureau);
    if (best === undefined || byLikeness(candidate, best) < 0) nearest.set(bureau, candidate);
  }
  return [...nearest.values()]
    .sort(byLikeness)
    .slice(0, MOST)
    .map(({ text }) => text);
}

interface Candidate {
  readonly text: string;
  readonly shared: number;
  readonly edits: number;
}

function byLikeness(one: Candidate, other: Candidate): number {
  return other.shared - one.shared || one.edits - other.edits;
}

function coreOf(name: string): string {
  const core = name.replaceAll(COMMON, '');
  return core === '' ? name : core;
}

function sharedCount(one: string, other: string): number {
  let left = other;
  let count = 0;
  for (const character of one) {
    if (!left.includes(character)) continue;
    left = left.replace(character, '');
    count++;
  }
  return count;
}

/** Levenshtein distance in UTF-16 units. */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const above = row;
    row = [i];
    for (let j = 1; j <= other.length; j++) {
      const change = (above[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      row.push(Math.min(change, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
  }
  return row[other.length] ?? 0;
}
