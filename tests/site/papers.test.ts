import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { elementsOf, pagesOf, textOf } from './page.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const CONTENT = 'tests/fixtures/site/content';

describe('a site with paper documents', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiyao-paper-site-'));
  const [papers, dist] = [join(folder, 'pdf'), join(folder, 'dist')];
  const run = (command: string, out = dist) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [`src/cli/${command}.ts`], {
      cwd: ROOT,
      encoding: 'utf8',
      env: {
        ...process.env,
        CONTENT_DIR: CONTENT,
        PDF_DIR: papers,
        OUT_DIR: out,
        BASE_PATH: '/gov/jiyao/',
        SITE_URL: '',
        FONTS_DIR: '',
        ASTRO_TELEMETRY_DISABLED: '1',
      },
    });
    return { status, said: stdout + stderr };
  };
  let made = '';
  beforeAll(() => {
    made = run('pdf').said;
    const { status, said } = run('build');
    if (status !== 0) throw new Error(`The build failed:\n${said}`);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('has one for each of the minutes, made once', () => {
    expect(made).toMatch(/新做 3 份，未变 0 份/u);
    expect(run('pdf').said).toMatch(/新做 0 份，未变 3 份/u);
  });

  test('offers it on the page of the minutes, with its size', () => {
    const meetings = pagesOf(dist).filter(({ path }) => /^minutes\/\d{4}\/[^/]+\/$/u.test(path));
    expect(meetings.length).toBeGreaterThan(2);
    for (const { path, root } of meetings) {
      const link = elementsOf(root).find(({ properties: { href } }) => String(href).endsWith('minutes.pdf'));
      if (link === undefined) throw new Error(`No download on ${path}`);
      expect(link.properties['href']).toBe(`/gov/jiyao/${path}minutes.pdf`);
      const bytes = readFileSync(join(dist, path, 'minutes.pdf'));
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
      expect(textOf(link)).toMatch(new RegExp(`PDF.*${String(Math.round(bytes.length / 1024))} KB`, 'su'));
    }
  });

  test('is not built from a damaged one', () => {
    const file = join(papers, '2025', '002.pdf');
    expect(existsSync(file)).toBe(true);
    const bytes = readFileSync(file);
    bytes[bytes.length - 1] = 0;
    writeFileSync(file, bytes);
    const before = readFileSync(join(dist, 'minutes/2025/002/minutes.pdf'));
    const fresh = join(folder, 'fresh');
    const { status, said } = run('build', fresh);
    expect([status, said]).toEqual([2, expect.stringContaining('已经损坏；运行 npm run pdf 重做，再建站')]);
    expect(existsSync(fresh)).toBe(false);
    // The site that stands has the right one and needs no other.
    expect(run('build').status).toBe(0);
    expect(readFileSync(join(dist, 'minutes/2025/002/minutes.pdf')).equals(before)).toBe(true);
    expect(run('pdf').said).toMatch(/新做 1 份，未变 2 份/u);
  });

  test('goes without when there are no documents', () => {
    rmSync(papers, { recursive: true });
    expect(run('build').status).toBe(0);
    expect(existsSync(join(dist, 'minutes/2025/002/minutes.pdf'))).toBe(false);
    const page = pagesOf(dist).find(({ path }) => path === 'minutes/2025/002/');
    expect(page === undefined ? '' : JSON.stringify(page.root)).not.toContain('minutes.pdf');
  });
});
