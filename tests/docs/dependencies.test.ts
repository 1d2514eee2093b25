import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

const manifest: Manifest = Object(JSON.parse(read('package.json')));
const lock: { readonly packages: Readonly<Record<string, LockedPackage>> } = Object(
  JSON.parse(read('package-lock.json')),
);
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 13);

const direct = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };

/** The rows of the tables of `docs/dependencies.md`: package, licence, reason. */
const rows = Array.from(
  read('docs/dependencies.md').matchAll(/^\| `([^`]+)` +\| ([^|]+?) +\| ([^|]+?) +\|$/gmu),
  ([, name = '', licence = '', reason = '']) => ({ name, licence, reason }),
);

/** Licences that let a government run, change and pass on what it built, and the marks under their names. */
const ALLOWED = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Python-2.0',
  'Zlib',
  'MPL-2.0',
  'OFL-1.1',
  // Libraries of their own, loaded and never changed: libvips inside the optional `sharp`.
  'LGPL-3.0-or-later',
]);

/** Whether one may choose (OR) or must follow (AND) only licences of the list. */
function isAllowed(licence: string): boolean {
  const bare = licence.replaceAll(/[()]/gu, '');
  if (bare.includes(' AND ')) return bare.split(' AND ').every(isAllowed);
  if (bare.includes(' OR ')) return bare.split(' OR ').some(isAllowed);
  return ALLOWED.has(bare);
}

describe('every direct dependency', () => {
  test('has a reason in docs/dependencies.md, and no other package has', () => {
    expect(rows.map(({ name }) => name).toSorted()).toEqual(Object.keys(direct).toSorted());
    expect(rows.filter(({ reason }) => reason === '')).toEqual([]);
  });

  test('stands there with the licence that the lock file has', () => {
    const wrong = rows.filter(
      ({ name, licence }) => lock.packages[`node_modules/${name}`]?.license !== licence,
    );
    expect(wrong).toEqual([]);
  });

  test('is of one exact version', () => {
    expect(Object.entries(direct).filter(([, version]) => !/^\d+\.\d+\.\d+$/u.test(version))).toEqual([]);
  });
});

describe('the lock file', () => {
  test('has some hundred packages', () => {
    expect(packages.length).toBeGreaterThan(300);
  });

  test('has a sum of every package, so that nobody can slip in another', () => {
    expect(
      packages.filter(([, { integrity }]) => integrity?.startsWith('sha512-') !== true).map(nameOfEntry),
    ).toEqual([]);
  });

  test('has only licences that are allowed', () => {
    const wrong = packages.filter(([, { license }]) => license === undefined || !isAllowed(license));
    expect(wrong.map(([path, { license }]) => `${nameOf(path)}: ${String(license)}`)).toEqual([]);
  });

  test('lets only the packages run scripts that package.json allows', () => {
    const scripted = packages
      .filter(([, { hasInstallScript }]) => hasInstallScript === true)
      .map(nameOfEntry);
    const allowed = Object.entries(manifest.allowScripts).flatMap(([name, may]) => (may ? [name] : []));
    expect([...new Set(scripted)].filter((name) => !allowed.includes(name))).toEqual([]);
    expect(allowed.filter((name) => !scripted.includes(name))).toEqual([]);
  });

  test('names no registry but the public one', () => {
    const hosts = packages.flatMap(([, { resolved }]) =>
      resolved === undefined ? [] : [new URL(resolved).host],
    );
    expect(new Set([...hosts, 'registry.npmjs.org'])).toEqual(new Set(['registry.npmjs.org']));
  });
});

function nameOfEntry([path]: readonly [string, LockedPackage]): string {
  return nameOf(path);
}
