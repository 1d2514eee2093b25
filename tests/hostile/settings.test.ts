import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkPublication } from '../../src/checks/publication.ts';
import { parseCorrections } from '../../src/corpus/corrections-file.ts';
import { parseCoverage } from '../../src/corpus/coverage-file.ts';
import { parseHolidays } from '../../src/corpus/holidays.ts';
import { parseLinks } from '../../src/corpus/links-file.ts';
import { parseRedirects } from '../../src/corpus/redirects.ts';
import { parseRegistry } from '../../src/corpus/registry.ts';
import { parseTombstones } from '../../src/corpus/tombstones.ts';
import { readContent } from '../../src/files/content.ts';
import { severityOf, type Diagnostic, type DiagnosticCode } from '../../src/minutes/diagnostics.ts';
import { readFrontMatter } from '../../src/minutes/front-matter.ts';
import { parseSite } from '../../src/site.ts';
import { FAULTLESS, NOW, REGISTRY } from '../checks/examples.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiyao-hostile-'));
  put('minutes/2024/001.md', FAULTLESS);
  put('bureaus.yaml', REGISTRY);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function put(path: string, text: string | Uint8Array): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** The errors of the content folder, as their codes; each must say in Chinese what to do. */
async function errors(): Promise<readonly string[]> {
  const started = process.cpuUsage();
  const { diagnostics, publication } = checkPublication(await readContent(folder), NOW);
  expect(process.cpuUsage(started).user / 1e6).toBeLessThan(10);
  const found = diagnostics.filter(({ code }) => severityOf(code) === 'error');
  expect(found.filter(({ hint }) => !/\p{Script=Han}/u.test(hint))).toEqual([]);
  expect(publication === null).toBe(found.length > 0);
  return [...new Set(found.map(({ code }) => code))];
}

/** Ten levels of ten references to the level before. */
const BOMB = `a: &a [会, 会, 会, 会, 会, 会, 会, 会, 会, 会]\n${Array.from('bcdefghij', (name, at) => `${name}: &${name} [${Array.from({ length: 10 }, () => `*${'abcdefghi'[at] ?? ''}`).join(', ')}]`).join('\n')}\n`;

const YAML: readonly (readonly [name: string, source: string])[] = [
  ['a bomb of references', BOMB],
  ['a reference to itself', 'a: &a [*a]\n'],
  ['a reference to nothing', 'a: *nothing\n'],
  ['a tag that builds', 'a: !!js/function "function(){}"\n'],
  ['a tag of another language', 'a: !!python/object/apply:os.system ["id"]\n'],
  ['a merge of a map', '<<: { a: 1 }\n'],
  ['a key of the prototype', '__proto__: { isAdmin: true }\n'],
  ['a key that is a list', '? [a, b]\n: c\n'],
  ['a key twice', 'a: 1\na: 2\n'],
  ['nesting without end', `a: ${'['.repeat(20_000)}\n`],
  ['maps without end', `${'a: {'.repeat(5000)}\n`],
  ['two documents', 'a: 1\n---\nb: 2\n'],
  ['a zero byte', 'a: "\u0000"\n'],
  ['a tab for an indent', 'a:\n\tb: 1\n'],
  ['a scalar', '会议\n'],
  ['a number', '1e400\n'],
];

const PARSERS: readonly (readonly [
  code: DiagnosticCode,
  parse: (source: string, path: string) => { readonly diagnostics: readonly Diagnostic[] },
])[] = [
  ['registry/invalid', parseRegistry],
  ['site/invalid', parseSite],
  ['links/invalid', parseLinks],
  ['coverage/invalid', parseCoverage],
  ['tombstones/invalid', parseTombstones],
  ['redirects/invalid', parseRedirects],
  ['corrections/invalid', parseCorrections],
  ['holidays/invalid', parseHolidays],
];

describe('hostile YAML', () => {
  describe.each(PARSERS)('in a settings file of %s', (code, parse) => {
    test.each(YAML)('%s is a finding', (_, source) => {
      const started = process.cpuUsage();
      const { diagnostics } = parse(source, 'content/a.yaml');
      expect(process.cpuUsage(started).user / 1e6).toBeLessThan(5);
      expect(new Set(diagnostics.map((finding) => finding.code))).toEqual(new Set([code]));
      expect(diagnostics.length).toBeLessThan(50);
    });
  });

  test.each(YAML)('%s is a finding in a front matter', (_, source) => {
    const { diagnostics } = readFrontMatter(
      FAULTLESS.replace('---\n', () => `---\n${source}`),
      'a.md',
    );
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(diagnostics.length).toBeLessThan(50);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

const NAMES = [
  '2024/..md',
  '2024/001.MD',
  '2024/a b.md',
  '2024/a%2fb.md',
  '2024/a;b.md',
  '2024/con_.md',
  '2024/(b).md',
  '2024/\u202e.md',
  '2024/第一号.md',
  '2024/e\u0301.md',
  '2024/A.md',
  '2024/a.md.md',
  '2024/__proto__.md',
  '2024/-.html',
  '2024/b.md/x.md',
  '24/001.md',
  '2024x/001.md',
  '２０２４/001.md',
  'constructor/001.md',
];

describe('hostile names', () => {
  test('are refused, each of them, and nothing else is', async () => {
    for (const name of NAMES) put(`minutes/${name}`, FAULTLESS);
    put('x/001.md', FAULTLESS);
    const { diagnostics, minutes } = await readContent(folder);
    const refused = diagnostics.filter(({ code }) => code === 'file/bad-path');
    const tops = new Set(
      NAMES.map((name) =>
        /^\d{4}\//u.test(name) ? name.split('/').slice(0, 2).join('/') : (name.split('/')[0] ?? ''),
      ),
    );
    expect(refused.map(({ path }) => path.slice(path.lastIndexOf('minutes/') + 8)).toSorted()).toEqual(
      [...tops].toSorted(),
    );
    expect(minutes.map(({ id }) => id)).toEqual(['2024/001']);
  });

  test('a link out of the folder is refused, and nothing behind it is read', async () => {
    symlinkSync('/etc/passwd', join(folder, 'minutes/2024/002.md'));
    symlinkSync('/etc', join(folder, 'minutes/2023'));
    expect(await errors()).toEqual(['file/bad-path']);
  });

  test('a link to itself is refused', async () => {
    symlinkSync(join(folder, 'minutes/2024/002.md'), join(folder, 'minutes/2024/002.md'));
    expect(await errors()).toEqual(['file/bad-path']);
  });
});

describe('hostile bytes', () => {
  test.each([
    ['no UTF-8', Uint8Array.of(0xff, 0xfe, 0x00), 'file/unreadable'],
    [
      'half a pair',
      Buffer.concat([Buffer.from(FAULTLESS), Uint8Array.of(0xed, 0xa0, 0x80)]),
      'file/unreadable',
    ],
    ['12 MB', Buffer.alloc(12 * 1024 * 1024, '会'), 'file/too-large'],
    ['zeros', Buffer.alloc(1000), 'front-matter/missing'],
  ] as const)('%s', async (_, bytes, code) => {
    put('minutes/2024/002.md', bytes);
    expect(await errors()).toContain(code);
  });

  test('a line of a megabyte is read in time', async () => {
    put('minutes/2024/001.md', `${FAULTLESS}\n${'会议强调，'.repeat(65_000)}。\n`);
    expect(await errors()).toEqual([]);
  });
});
