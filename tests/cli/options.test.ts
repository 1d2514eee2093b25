import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
/** Scripts that take no options of ours; an editor starts the language server. */
const PLAIN = new Set(['start', 'dev', 'format', 'test', 'sbom', 'lsp']);

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** The scripts of `package.json` that run one of our files. */
const SCRIPTS: readonly (readonly [name: string, file: string])[] = Object.entries(
  Object(Object(JSON.parse(read('package.json')))['scripts']),
).flatMap(([name, command]) => {
  const file = /^node (\S+\.ts)$/u.exec(String(command))?.[1];
  return file === undefined || PLAIN.has(name) ? [] : [[name, file] as const];
});

/** The names in the `options` of `parseArgs`, as the source has them. */
function optionsOf(file: string): readonly string[] {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'options')
      if (ts.isObjectLiteralExpression(node.initializer))
        for (const property of node.initializer.properties)
          names.push((property.name?.getText() ?? '').replaceAll(/['"]/gu, ''));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names.filter((name) => name !== 'help');
}

function helpOf(file: string): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, '--help'], {
    cwd: ROOT,
    encoding: 'utf8',
    input: '',
  });
  return { status, said: stdout + stderr };
}

/** The documents that people read, apart from the decisions. */
const DOCS = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .map((file) => `docs/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.(?:md|yml)$/u.test(file) && !file.startsWith('docs/adr/')),
];

describe('the commands', () => {
  test('are about twenty', () => {
    expect(SCRIPTS.length).toBeGreaterThanOrEqual(15);
    expect(SCRIPTS.filter(([, file]) => !existsSync(join(ROOT, file)))).toEqual([]);
  });

  test.for(SCRIPTS)('%s says with --help what it does, and every option', ([name, file]) => {
    const { status, said } = helpOf(file);
    expect([status, said]).toEqual([0, expect.stringContaining(`npm run ${name}`)]);
    expect(optionsOf(file).filter((option) => !said.includes(`--${option}`))).toEqual([]);
  });

  test('each have a line in the README', () => {
    const readme = read('README.md');
    const unknown = SCRIPTS.filter(([name]) => !readme.includes(`npm run ${name}`));
    expect(unknown.map(([name]) => name)).toEqual([]);
  });
});

describe('the documents', () => {
  test.for(SCRIPTS)('give %s only options that it has', ([name, file]) => {
    const known = new Set([...optionsOf(file), 'help']);
    const given = DOCS.flatMap((doc) =>
      Array.from(
        read(doc).matchAll(new RegExp(`npm run (?:--silent )?${name} -- ([^\`\n|]*)`, 'gu')),
      ).flatMap(([, rest = '']) =>
        Array.from(rest.matchAll(/(?<![\w-])--([a-z][a-z-]*)/gu), ([, option = '']) => `${doc}: ${option}`),
      ),
    );
    expect(given.filter((each) => !known.has(each.split(': ')[1] ?? ''))).toEqual([]);
  });

  test('explain every variable of the environment that the program reads', () => {
    const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    const names = sources.flatMap((file) =>
      Array.from(
        read(join('src', file)).matchAll(
          /(?:process\.env|environment|env)\[['"]([A-Z_]+)['"]\](?!\s*=[^=])/gu,
        ),
        ([, name = '']) => name,
      ),
    );
    const told = DOCS.map(read).join('\n') + SCRIPTS.map(([, file]) => read(file)).join('\n');
    expect(new Set(names).size).toBeGreaterThan(4);
    expect([...new Set(names)].filter((name) => name !== 'NODE_ENV' && !told.includes(name))).toEqual([]);
  });
});
