import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashesOf } from '../publisher/place.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'jiyao-program-')));
/** A copy of the project, so that its sources can be changed. */
const project = join(folder, 'project');
const content = join(folder, 'content');
const site = join(folder, 'site');
const cache = join(folder, 'cache');
const programs = join(cache, 'program');
const loaded = join(folder, 'loaded.txt');

/** A module that, loaded before the build, writes down every module that is loaded, of threads too. */
const WITNESS = `
  import { appendFileSync } from 'node:fs';
  import { registerHooks } from 'node:module';
  registerHooks({
    load(url, context, next) {
      appendFileSync(${JSON.stringify(loaded)}, url + '\\n');
      return next(url, context);
    },
  });`;

/** A module that, loaded before the build, is a bug of it. */
const BUG = `Intl.DateTimeFormat = function () { throw new TypeError('a bug'); };`;

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What was loaded of the project, its packages and the cache, by the path from the folder of the test. */
  readonly modules: readonly string[];
}

function build(options: readonly string[] = [], more: NodeJS.ProcessEnv = {}, first = WITNESS): Ran {
  rmSync(loaded, { force: true });
  const preload = `--import=data:text/javascript,${encodeURIComponent(first)}`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [preload, join(project, 'src/cli/build.mjs'), ...options],
    {
      encoding: 'utf8',
      env: { ...process.env, CONTENT_DIR: content, OUT_DIR: site, CACHE_DIR: cache, ...more },
    },
  );
  const urls = existsSync(loaded) ? readFileSync(loaded, 'utf8').trim().split('\n') : [];
  const base = `${pathToFileURL(folder).href}/`;
  const packages = `${pathToFileURL(join(ROOT, 'node_modules')).href}/`;
  const modules = urls.map((url) => url.replace(base, '').replace(packages, 'packages/'));
  return { status, stdout, stderr, modules };
}

const isCompiled = ({ modules }: Ran): boolean =>
  modules.some((path) => /^cache\/program\/\w+\/build\.mjs$/u.test(path));
const isFromSources = ({ modules }: Ran): boolean => modules.includes('project/src/cli/run-build.ts');
const versions = (): readonly string[] => readdirSync(programs);
const fileOf = (name: RegExp): string => {
  const [version = ''] = versions();
  const file = readdirSync(join(programs, version)).find((each) => name.test(each)) ?? '';
  return join(programs, version, file);
};

let fromSources: Readonly<Record<string, string>> = {};

beforeAll(() => {
  mkdirSync(project);
  for (const name of [
    'src',
    'public',
    'astro.config.mjs',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ])
    cpSync(join(ROOT, name), join(project, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'));
  cpSync(join(ROOT, 'content'), content, { recursive: true });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('the first build runs from the sources', { timeout: 240_000 }, () => {
  const ran = build();
  expect(ran).toMatchObject({ status: 0, stderr: '' });
  expect([isFromSources(ran), isCompiled(ran)]).toEqual([true, false]);
  fromSources = hashesOf(site);
});

describe('the build after the first', { timeout: 240_000 }, () => {
  test('runs from the compiled program alone, its threads too, and makes the same bytes', () => {
    rmSync(join(cache, 'bundle'), { recursive: true });
    const ran = build(['--clean']);
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    expect(isCompiled(ran)).toBe(true);
    expect(hashesOf(site)).toEqual(fromSources);
    expect(ran.modules.filter((path) => path.startsWith('project/src/')).toSorted()).toEqual([
      'project/src/cli/build.mjs',
      'project/src/cli/build.ts',
      'project/src/publisher/cache-dir.ts',
      'project/src/publisher/digest.ts',
      'project/src/publisher/generator.ts',
      'project/src/publisher/kept-folder.ts',
      'project/src/publisher/program.ts',
    ]);
    expect(ran.modules).toContainEqual(
      expect.stringMatching(/^cache\/program\/\w+\/scan-worker-[\w-]+\.mjs$/u),
    );
    expect(ran.modules).toContainEqual(expect.stringMatching(/^packages\/astro\//u));
  });

  test('loads of the packages none but the one that finds its files beside itself', () => {
    const ran = build(['--clean']);
    const packages = ran.modules.flatMap((path) => /^packages\/([^/]+)/u.exec(path)?.[1] ?? []);
    expect([...new Set(packages)].filter((name) => name !== 'opencc-js')).toEqual(['pagefind']);
  });

  test('keeps what Node makes of the modules in one place', () => {
    expect(readdirSync(cache)).toEqual(['bundle', 'cards', 'documents', 'modules', 'program', 'sites']);
    expect(versions()).toHaveLength(1);
  });

  test('tells a wrong option and a missing folder in one line, with exit code 2', () => {
    const wrong = build(['--nonsense']);
    expect(isCompiled(wrong)).toBe(true);
    expect(wrong).toMatchObject({ status: 2, stderr: '选项不认识；用 npm run build -- --help 看用法\n' });
    const missing = build([], { CONTENT_DIR: join(folder, 'none') });
    expect(isCompiled(missing)).toBe(true);
    expect(missing.status).toBe(2);
    expect(missing.stderr.trim().split('\n')).toHaveLength(1);
  });

  test('throws a bug, and names the functions that led to it', () => {
    const { status, stderr } = build([], {}, BUG);
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /TypeError: a bug\n(?: .*\n)* +at beijingMinute .*\n +at build .*\n +at (?:Module\.)?runBuild /u,
    );
  });
});

describe('a compiled program that is damaged', { timeout: 240_000 }, () => {
  test.for([
    ['with other bytes', /^build\.mjs$/u, (file: string) => appendFileSync(file, '\nprocess.exit(7);\n')],
    ['half written', /^renew-site-/u, (file: string) => truncateSync(file, 1000)],
    ['without a file', /^renew-site-/u, (file: string) => rmSync(file)],
    ['without its digests', /^digests\.json$/u, (file: string) => rmSync(file)],
  ] as const)('is never run, and made anew: %s', ([, name, harm]) => {
    harm(fileOf(name));
    const ran = build();
    expect(ran.status).toBe(0);
    expect([isFromSources(ran), isCompiled(ran)]).toEqual([true, false]);
    const next = build();
    expect([next.status, isFromSources(next), isCompiled(next)]).toEqual([0, false, true]);
    expect(hashesOf(site)).toEqual(fromSources);
  });
});

test('a build succeeds where the program can be neither found nor kept', { timeout: 240_000 }, () => {
  const other = join(folder, 'other-cache');
  cpSync(cache, other, { recursive: true });
  rmSync(join(other, 'program'), { recursive: true });
  writeFileSync(join(other, 'program'), '');
  const ran = build([], { CACHE_DIR: other });
  expect(ran).toMatchObject({ status: 0, stderr: '' });
  expect(isFromSources(ran)).toBe(true);
});

test('changed code is a program of its own, and the one before stays', { timeout: 240_000 }, () => {
  const [before = ''] = versions();
  const source = join(project, 'src/cli/build-summary.ts');
  const text = readFileSync(source, 'utf8');
  writeFileSync(source, text.replace('已建成', '已经建成'));
  const ran = build();
  expect([ran.status, isFromSources(ran)]).toEqual([0, true]);
  expect(versions()).toHaveLength(2);
  const next = build();
  expect(isCompiled(next)).toBe(true);
  expect(next.stdout).toContain('已经建成');
  writeFileSync(source, text);
  const last = build();
  expect(last.modules).toContainEqual(expect.stringContaining(`program/${before}/build.mjs`));
  expect(last.stdout).toContain('已建成');
});
