import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { filesOf } from './page.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** What a build rests on, beside the packages. */
const CHECKOUT = [
  'src',
  'public',
  'bench',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiyao-another-checkout-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function run(cwd: string, command: string, ...options: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`src/cli/${command}.ts`, ...options], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...ELSEWHERE, CONTENT_DIR: 'repository/content', OUT_DIR: 'built' },
  });
  return `${String(status)} ${stdout}${stderr}`;
}

/** Another time zone and language than those of the first build, and nothing of the test runner's. */
const ELSEWHERE = {
  TZ: 'Pacific/Kiritimati',
  LANG: 'tr_TR.UTF-8',
  LC_ALL: 'tr_TR.UTF-8',
  NODE_ENV: 'production',
  ASTRO_TELEMETRY_DISABLED: '1',
};

describe('a built site', () => {
  const { city, real, told } = inject('sites');

  test.for([city, real, told].map(({ dir }) => dir))('is as its list of hashes says: %s', (dir) => {
    expect(run(ROOT, 'verify', dir)).toMatch(/^0 第 1 次发布，.*\n核对 .*，全部相符\n$/u);
  });

  test(
    'has the same bytes when it is built of another checkout in another time zone',
    { timeout: 180_000 },
    () => {
      for (const name of CHECKOUT) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
      const clone = ['clone', '--quiet', dirname(told.content), join(folder, 'repository')];
      expect(spawnSync('git', clone).status).toBe(0);
      symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
      expect(run(folder, 'build')).toMatch(/^0 /u);
      const files = filesOf(told.dir);
      expect(filesOf(join(folder, 'built'))).toEqual(files);
      const differing = files.filter(
        (file) => !readFileSync(join(told.dir, file)).equals(readFileSync(join(folder, 'built', file))),
      );
      expect(differing).toEqual([]);
    },
  );

  test('is entered once, keeps its bytes, and is named when a byte is flipped', { timeout: 180_000 }, () => {
    const before = readFileSync(join(folder, 'built', 'manifest.json'), 'utf8');
    expect(run(folder, 'release')).toContain('登记第 1 次发布，已写入 repository/content/releases.json');
    expect(run(folder, 'build')).toMatch(/^0 /u);
    expect(readFileSync(join(folder, 'built', 'manifest.json'), 'utf8')).toBe(before);
    expect(run(folder, 'release')).toContain('站点与第 1 次发布相同');
    const page = join(folder, 'built', 'minutes/2024/003/index.html');
    const bytes = readFileSync(page);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(page, bytes);
    expect(run(folder, 'verify', 'built')).toMatch(/^1 内容不符：minutes\/2024\/003\/index\.html\n/u);
  });
});

test('the data catalogue says how large the files are and what their bytes come to', () => {
  const { dir } = inject('sites').told;
  const catalogue = readFileSync(join(dir, 'data/catalogue.jsonld'), 'utf8');
  const said = Array.from(
    catalogue.matchAll(
      /"dcat:downloadURL": \{\s*"@id": "[^"]*?\/(?<path>data\/[^"]+)"\s*\}[^]*?"@value": "(?<bytes>\d+)"[^]*?"@value": "(?<sha256>[0-9a-f]{64})"/gu,
    ),
    ({ groups = {} }) => [groups['path'] ?? '', groups['bytes'], groups['sha256']],
  );
  const sums = readFileSync(join(dir, 'SHA256SUMS'), 'utf8');
  expect(said.length).toBeGreaterThan(10);
  for (const [path = '', bytes, sha256] of said) {
    expect([path, String(statSync(join(dir, path)).size)]).toEqual([path, bytes]);
    expect(sums).toContain(`${String(sha256)}  ${path}\n`);
  }
});
