import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGold } from '../../src/eval/gold.ts';
import { decodeText } from '../../src/importers/encoding.ts';
import { importBytes } from '../../src/importers/import.ts';
import { factsOf, type Facts } from '../../src/minutes/facts.ts';
import { EMPTY_LEXICON } from '../../src/minutes/lexicon.ts';
import { parseMinutes } from '../../src/minutes/parse.ts';

/** Invented minutes with the facts a person reads in them. */
export interface Fixture {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly gold: Facts;
}

const FOLDER = join(import.meta.dirname, '..', 'fixtures', 'minutes');

/** Every case of `tests/fixtures/minutes/`, by name. */
export const FIXTURES: readonly Fixture[] = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => readFixture(name));

/** One case by its name. */
export function fixture(name: string): Fixture {
  const found = FIXTURES.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no fixture ${name}`);
  return found;
}

/** The facts read from the bytes of a text file, with no bureau known by name. */
export async function readFactsOf(bytes: Uint8Array): Promise<Facts> {
  const { markdown } = await importBytes(bytes, 'source.txt');
  return factsOf(parseMinutes(markdown, 'source.md', EMPTY_LEXICON).minutes);
}

function readFixture(name: string): Fixture {
  const bytes = new Uint8Array(readFileSync(join(FOLDER, name, 'source.txt')));
  const gold = readGold(JSON.parse(readFileSync(join(FOLDER, name, 'facts.json'), 'utf8')));
  const text = decodeText(bytes)?.text;
  if (gold === null || text === undefined) throw new Error(`${name} can't be read`);
  return { name, bytes, text, gold };
}
