import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const HOOK = pathToFileURL(join(ROOT, 'tests', 'offline', 'no-network.mjs')).href;
const folder = mkdtempSync(join(tmpdir(), 'jiyao-offline-'));
const log = join(folder, 'network.log');
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a program without network, telemetry not switched off: nobody does so at a city hall. */
function run(...command: readonly string[]) {
  const { ASTRO_TELEMETRY_DISABLED: _, CI: __, ...environment } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: ROOT,
    encoding: 'utf8',
    env: {
      ...environment,
      NODE_ENV: 'production',
      NODE_OPTIONS: `--import=${HOOK}`,
      NETWORK_LOG: log,
      CONTENT_DIR: 'tests/fixtures/site/content',
      OUT_DIR: join(folder, 'dist'),
      CACHE_DIR: join(folder, 'cache'),
      PDF_DIR: join(folder, 'pdf'),
      BASE_PATH: '/',
      SITE_URL: '',
      FONTS_DIR: '',
    },
  });
  return { status, said: stdout + stderr };
}

describe('without a network', () => {
  test('a program that asks for one is noticed', () => {
    const { status, said } = run('--eval', "fetch('https://www.example.invalid/').catch(() => {})");
    expect([status, said]).toEqual([1, expect.stringContaining('No network')]);
    expect(readFileSync(log, 'utf8')).toContain('fetch https://www.example.invalid/');
    rmSync(log);
    expect(run('--eval', "require('node:net').connect(443, 'www.example.invalid')").status).toBe(1);
    expect(readFileSync(log, 'utf8')).toContain('connect www.example.invalid');
    rmSync(log);
  });

  test('the documents and the site are made from what npm ci has put there, and nobody asks for more', () => {
    expect(run('src/cli/pdf.ts')).toMatchObject({ status: 0, said: expect.stringContaining('新做 3 份') });
    expect(run('src/cli/build.ts')).toMatchObject({ status: 0, said: expect.stringContaining('已建成') });
    expect(existsSync(log) ? readFileSync(log, 'utf8') : '').toBe('');
    expect(existsSync(join(folder, 'dist', 'index.html'))).toBe(true);
  });
});
