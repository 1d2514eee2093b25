import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';

const ROOT = join(import.meta.dirname, '..', '..');
const DOCS = ['README.md', 'CONTRIBUTING.md', ...filesOf('docs')];
const RECIPES = DOCS.filter(
  (file) =>
    file.startsWith('docs/recipes/') && file.endsWith('.yml') && !/\/fuzz\.yml$|-shards\.yml$/u.test(file),
);
/** Those beside the others, for a site that several machines build. */
const SHARDS = DOCS.filter((file) => file.endsWith('-shards.yml'));

function filesOf(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.(?:md|ya?ml)$/u.test(file));
}

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

function scripts(): ReadonlySet<string> {
  const manifest: unknown = JSON.parse(read('package.json'));
  const known =
    typeof manifest === 'object' && manifest !== null && 'scripts' in manifest ? manifest.scripts : {};
  return new Set(Object.keys(Object(known)));
}

/** The scripts that a text runs: `npm run X`, with options of npm before the name. */
function commandsIn(text: string): readonly string[] {
  return Array.from(text.matchAll(/\bnpm run (?:--silent )?([a-z][a-z:-]*)/gu), ([, name = '']) => name);
}

describe('the documentation', () => {
  test('names only commands that exist', () => {
    const known = scripts();
    const unknown = DOCS.flatMap((file) =>
      commandsIn(read(file))
        .filter((name) => !known.has(name))
        .map((name) => `${file}: npm run ${name}`),
    );
    expect(unknown).toEqual([]);
  });

  test('leads only to files that are there', () => {
    const broken = DOCS.filter((file) => file.startsWith('docs/staff/')).flatMap((file) =>
      Array.from(read(file).matchAll(/\]\((?!https?:|#)([^)#]+)/gu), ([, target = '']) => target)
        .filter((target) => !existsSync(join(ROOT, file, '..', target)))
        .map((target) => `${file}: ${target}`),
    );
    expect(broken).toEqual([]);
  });
});

describe('the recipes', () => {
  test('are there for three services', () => {
    expect(RECIPES.toSorted()).toEqual([
      'docs/recipes/gitee-go.yml',
      'docs/recipes/github-actions.yml',
      'docs/recipes/gitlab-ci.yml',
    ]);
  });

  test.for([...RECIPES, ...SHARDS])('%s is YAML without a fault', (file) => {
    const { errors, warnings } = parseDocument(read(file), { strict: true, uniqueKeys: true });
    expect([...errors, ...warnings].map(({ message }) => message)).toEqual([]);
  });

  test.for(RECIPES)('%s checks, builds, compares, and keeps the whole history', (file) => {
    const text = read(file);
    expect([...new Set(commandsIn(text))].toSorted()).toEqual(['build', 'check', 'effect', 'pdf']);
    expect(text).toMatch(/fetch-depth: 0|GIT_DEPTH: '0'/u);
    expect(text).toContain('npm ci');
  });

  test.for(SHARDS)('%s makes papers, then parts, then puts them together', (file) => {
    expect(commandsIn(read(file))).toEqual(['pdf', 'build', 'assemble']);
  });

  test.for([...RECIPES, ...SHARDS])('%s asks for no secret', (file) => {
    expect(read(file)).not.toMatch(/secrets\.|(?<!id-)token:|password|private_key/iu);
  });
});
