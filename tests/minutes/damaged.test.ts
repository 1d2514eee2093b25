import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAMAGES, ENCODINGS, randomFrom } from './damage.ts';
import { fixture, readFactsOf } from './fixtures.ts';

/** Cases whose text is undamaged to begin with. */
const TIDY = [
  'approval-ends-remarks',
  'banner',
  'bare-ordinals',
  'city-tidy',
  'decided-colon',
  'first-point-decides',
  'not-passed',
  'party-group',
  'planning-headings',
  'reporter-with-name',
  'special-meeting',
].map(fixture);

/** Kinds under which not every variant is read alike: the share that is, which only rises. */
const SHARES: Readonly<Record<string, number>> = {
  'hard wraps': 0.9,
  'hard wraps and indents': 0.9,
  'hard wraps and page marks': 0.84,
  'page breaks inside paragraphs': 0.69,
  'brackets of mixed width': 0.87,
};

const SEEDS = [1, 2, 3];
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Facts as they are compared: white space and the width of digits, marks and brackets left out. */
function comparable(facts: unknown): string {
  return JSON.stringify(facts, null, 1)
    .normalize('NFKC')
    .replace(/\\u00[01][0-9a-f]|\\[trn]|[ \u200b]/gu, '');
}

const read = async (bytes: Uint8Array): Promise<string> => comparable(await readFactsOf(bytes));
const whole = new Map(
  await Promise.all(TIDY.map(async ({ name, text }) => [name, await read(encode(text))] as const)),
);

describe('damaged minutes', () => {
  test('are read like whole ones', async () => {
    const sure = DAMAGES.filter(({ name }) => SHARES[name] === undefined);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...TIDY),
        fc.constantFrom(...sure),
        fc.nat(),
        async ({ name, text }, damage, seed) => {
          expect(await read(encode(damage.apply(text, randomFrom(seed))))).toBe(whole.get(name));
        },
      ),
      { numRuns: 200, seed: 20260101 },
    );
  });

  test.for(DAMAGES.filter(({ name }) => SHARES[name] !== undefined))(
    'are read like whole ones for the most part: $name',
    async ({ name: kind, apply }) => {
      const variants = TIDY.flatMap(({ name, text }) => SEEDS.map((seed) => ({ name, text, seed })));
      const alike = await Promise.all(
        variants.map(
          async ({ name, text, seed }) =>
            (await read(encode(apply(text, randomFrom(seed))))) === whole.get(name),
        ),
      );
      expect(alike.filter(Boolean).length / variants.length).toBeGreaterThanOrEqual(SHARES[kind] ?? 1);
    },
  );

  const encodings = Object.entries(ENCODINGS).map(([name, toBytes]) => ({ name, toBytes }));

  test.for(encodings)('are read the same in $name', async ({ toBytes }) => {
    for (const { name, text } of TIDY) expect(await read(toBytes(text))).toBe(whole.get(name));
  });
});
