import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readGold } from '../eval/gold.ts';
import { quoteSentence } from '../eval/quote.ts';
import { scoreFacts, type Tally } from '../eval/score.ts';
import { UserError } from '../files/user-error.ts';
import type { Facts } from '../minutes/facts.ts';
import type { BureauLexicon } from '../minutes/lexicon.ts';
import { readFacts } from './read-facts.ts';

/** One document of the folder: its score and every difference, printed with its sentence. */
export interface ScoredDocument {
  readonly name: string;
  readonly tally: Tally;
  readonly differences: readonly string[];
}

/** A document to score: its text and the facts that a person read in it. */
interface GoldPair {
  readonly name: string;
  readonly source: string;
  readonly gold: string;
}

/**
 * Scores every document of a folder: `NAME.txt` with `NAME.gold.json`, or a folder `NAME` that holds
 * `source.txt` and `facts.json`. Rejects with a `UserError` when there are none, or one can't be read.
 */
export async function scoreFolder(
  folder: string,
  lexicon: BureauLexicon,
): Promise<readonly ScoredDocument[]> {
  const pairs = await findPairs(folder);
  if (pairs.length === 0) {
    throw new UserError(`“${folder}”里没有可比对的纪要`, '放入 名称.txt 和 名称.gold.json');
  }
  const scored: ScoredDocument[] = [];
  for (const { name, source, gold } of pairs) {
    const expected = await readGoldFile(gold);
    const { facts, text } = await readFacts(source, lexicon);
    const tally = scoreFacts(expected, facts);
    scored.push({
      name,
      tally,
      differences: tally.differences.map((one) => formatDifference(name, text, one)),
    });
  }
  return scored;
}

async function findPairs(folder: string): Promise<readonly GoldPair[]> {
  const names = (await list(folder)).toSorted();
  const pairs: GoldPair[] = [];
  for (const entry of names) {
    const name = entry.replace(/\.gold\.json$/u, '');
    if (name !== entry) {
      pairs.push({ name, source: join(folder, `${name}.txt`), gold: join(folder, entry) });
    } else if (await isFile(join(folder, entry, 'facts.json'))) {
      pairs.push({ name, source: join(folder, name, 'source.txt'), gold: join(folder, name, 'facts.json') });
    }
  }
  return pairs;
}

async function list(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch {
    throw new UserError(`没有“${folder}”这个文件夹`, '检查文件夹的名称');
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

async function readGoldFile(file: string): Promise<Facts> {
  const gold = readGold(parseJson(await readFile(file, 'utf8')));
  if (gold === null)
    throw new UserError(`“${file}”不是事实文件`, '对照 tests/fixtures/minutes/README.md 改正');
  return gold;
}

/** Null for what is no JSON. */
function parseJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return null;
  }
}

function formatDifference(name: string, text: string, difference: Tally['differences'][number]): string {
  const { field, item, kind, value } = difference;
  const where = item === null ? name : `${name} [${item}]`;
  const sentence = quoteSentence(text, difference);
  const line = `${where}  ${field}  ${kind === 'missed' ? '-' : '+'} ${value}`;
  return sentence === null || sentence === value ? line : `${line}\n    ${sentence}`;
}
