import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareSums, formatSums, parseSums } from '../../src/proof/sums.ts';

const [A, B] = ['a'.repeat(64), 'b'.repeat(64)];

describe('the list of hashes', () => {
  test('is what sha256sum reads, in the order of paths', () => {
    const hashes = new Map([
      ['minutes/2022/013/index.html', B],
      ['404.html', A],
    ]);
    expect(formatSums(hashes)).toBe(`${A}  404.html\n${B}  minutes/2022/013/index.html\n`);
  });

  test('is read as it was written', () => {
    const hash = fc.stringMatching(/^[0-9a-f]{64}$/u);
    const part = fc.stringMatching(/^[a-z0-9_-][a-z0-9_. -]{0,8}$/u);
    const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
    const list = fc.array(fc.tuple(path, hash), { minLength: 1 }).map((pairs) => new Map(pairs));
    fc.assert(
      fc.property(list, (hashes) => {
        const read = parseSums(formatSums(hashes));
        expect(Object.fromEntries(read ?? [])).toEqual(Object.fromEntries(hashes));
      }),
    );
  });

  test.for([
    '',
    'text\n',
    `${A} index.html\n`,
    `${A}  ../etc/passwd\n`,
    `${A}  /etc\n`,
    `${A}  a\n${B}  a\n`,
  ])('is refused in another form: %j', (text) => {
    expect(parseSums(text)).toBeNull();
  });

  test('tells what changed, what is missing and what nobody listed', () => {
    const listed = new Map([
      ['b', A],
      ['a', A],
      ['c', A],
    ]);
    const found = new Map([
      ['a', B],
      ['b', A],
      ['d', A],
    ]);
    expect(compareSums(listed, found)).toEqual({ changed: ['a'], missing: ['c'], unlisted: ['d'] });
  });
});
