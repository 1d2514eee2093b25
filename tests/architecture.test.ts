import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SITE_PAGES } from '../src/views/site-pages.ts';

/**
 * What each folder of `src/` may import besides itself: folders and files of ours, and packages.
 * `node` stands for Node's own modules. Browser code may not import what only Node has.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  minutes: ['unified', 'remark-parse', 'mdast', 'yaml', 'zod'],
  // Topics are searches: what they match must be what search finds.
  corpus: ['minutes', 'yaml', 'zod', 'pinyin-pro', 'search/normalise.ts', 'search/match.ts'],
  leaks: ['minutes'],
  checks: ['minutes', 'corpus', 'leaks', 'site.ts'],
  report: ['minutes', 'corpus'],
  editor: ['minutes', 'report'],
  exporters: ['minutes', 'corpus', 'quote', 'urls.ts', 'site.ts', 'zod', 'zip'],
  zip: ['node'],
  proof: ['minutes', 'zod'],
  citation: ['minutes'],
  progress: [],
  quote: ['search'],
  hosting: ['headers.ts'],
  cards: ['views', 'fontkitten', 'node'],
  eval: ['minutes'],
  views: [
    'minutes',
    'corpus',
    'citation',
    'exporters',
    'search/manifest.ts',
    'urls.ts',
    'site.ts',
    'dayjs',
    'uqr',
  ],
  importers: ['minutes', 'mammoth', 'unpdf', 'rehype-parse', 'unified', 'hast', 'fflate', 'node'],
  files: ['minutes', 'corpus', 'proof', 'node', 'zod'],
  search: ['minutes', 'corpus', 'urls.ts', 'pagefind', 'node', 'opencc-js'],
  bundle: ['astro'],
  paper: ['views', '@myriaddreamin/typst-ts-node-compiler', 'node'],
  publisher: [
    'minutes',
    'corpus',
    'checks',
    'leaks',
    'report',
    'exporters',
    'proof',
    'views',
    'search',
    'files',
    'bundle',
    'cards',
    'progress',
    'site.ts',
    'urls.ts',
    'astro',
    'rolldown',
    'node',
  ],
  'env.d.ts': ['views'],
  loader: [
    'astro',
    'headers.ts',
    'minutes',
    'corpus',
    'checks',
    'report',
    'exporters',
    'views',
    'search',
    'files',
    'site.ts',
    'urls.ts',
    'node',
  ],
  cli: [
    'publisher',
    'progress',
    'paper',
    'minutes',
    'corpus',
    'checks',
    'leaks',
    'report',
    'exporters',
    'proof',
    'hosting',
    'views',
    'search',
    'editor',
    'importers',
    'files',
    'eval',
    'site.ts',
    'urls.ts',
    'fflate',
    'pinyin-pro',
    'zod',
    'node',
  ],
  pages: [
    'views',
    'layouts',
    'components',
    'urls.ts',
    'styles',
    'search/client',
    'proof/client',
    'quote/client',
    'scripts',
    'astro',
  ],
  layouts: ['views', 'components', 'headers.ts', 'urls.ts', 'styles', 'scripts', 'search/client'],
  components: ['views', 'urls.ts', 'search/client', 'scripts'],
  scripts: ['citation', 'search/client', 'search/manifest.ts', 'opencc-js'],
  styles: [],
  'site.ts': ['minutes', 'yaml', 'zod'],
  'urls.ts': ['minutes'],
  'headers.ts': [],
};

/** Files that also run in the browser, with what they may import. */
const BROWSER: readonly RegExp[] = [
  /^search\/client\//u,
  /^search\/(?:normalise|query|match|excerpt|bigrams|record|table|facets|manifest|text-file)\.ts$/u,
  /^(?:scripts|citation|proof|quote)\//u,
];

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gu;

interface Import {
  readonly file: string;
  readonly target: string;
}

const root = join(import.meta.dirname, '..', 'src');

function sourceFiles(): readonly string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.(?:ts|astro|css)$/u.test(file));
}

function importsOf(file: string): readonly Import[] {
  const source = readFileSync(join(root, file), 'utf8');
  return [...source.matchAll(IMPORT)].map((match) => ({
    file,
    target: resolve(file, match[1] ?? match[2] ?? match[3] ?? ''),
  }));
}

/** `../corpus/model.ts` → `corpus/model.ts`; a package → its name; a module of Node → `node`. */
function resolve(file: string, specifier: string): string {
  if (specifier.startsWith('.'))
    return normalize(join(dirname(file), specifier.replace(/\?.*$/u, ''))).replaceAll('\\', '/');
  if (specifier.startsWith('node:') || builtinModules.includes(specifier)) return 'node';
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function ownerOf(file: string): string {
  return Object.keys(MAY_IMPORT).find((owner) => file === owner || file.startsWith(`${owner}/`)) ?? '';
}

describe('the direction of imports', () => {
  const files = sourceFiles();

  test('gives every source file a row of the table', () => {
    expect(files.filter((file) => ownerOf(file) === '')).toEqual([]);
  });

  test('lets no file import what its folder may not', () => {
    const wrong = files.flatMap(importsOf).filter(({ file, target }) => {
      const owner = ownerOf(file);
      const allowed = [owner, ...(MAY_IMPORT[owner] ?? [])];
      return !allowed.some((name) => target === name || target.startsWith(`${name}/`));
    });
    expect(wrong.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
  });

  test('keeps Node out of what runs in the browser', () => {
    const wrong = files.filter((file) => BROWSER.some((form) => form.test(file))).flatMap(importsOf);
    expect(wrong.filter(({ target }) => target === 'node').map(({ file }) => file)).toEqual([]);
  });

  test('formats dates with dayjs in views alone', () => {
    const wrong = files
      .flatMap(importsOf)
      .filter(({ file, target }) => target === 'dayjs' && !file.startsWith('views/'));
    expect(wrong).toEqual([]);
  });

  test('ends the process only in the commands', () => {
    const wrong = files.filter(
      (file) => !file.startsWith('cli/') && readFileSync(join(root, file), 'utf8').includes('process.exit'),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the registry of pages', () => {
  test('has one row for every file of src/pages, and no other', () => {
    const files = readdirSync(join(root, 'pages'), { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => /\.\w+$/u.test(file));
    expect(
      Object.values(SITE_PAGES)
        .map(({ file }) => file)
        .toSorted(),
    ).toEqual(files.toSorted());
  });

  test('is what every page prints: the view of its own row, and nothing else of the corpus', () => {
    const wrong = Object.entries(SITE_PAGES).filter(([kind, { file }]) => {
      const source = readFileSync(join(root, 'pages', file), 'utf8');
      return !source.includes(`viewOf('${kind}', Astro)`) || source.includes('getStaticPaths');
    });
    expect(wrong.map(([kind]) => kind)).toEqual([]);
  });
});
