import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesOf, pagesOf, textOf, type Page } from './page.ts';

const ROOT = join(import.meta.dirname, '..', '..');

function runDemo(...options: readonly string[]): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bench/demo.ts', ...options], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, BASE_PATH: '/', SITE_URL: '', ASTRO_TELEMETRY_DISABLED: '1' },
  });
  return { status, said: stdout + stderr };
}

describe('the demonstration', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiyao-demo-'));
  const out = join(folder, 'dist');
  const content = join(folder, 'content');
  let pages: readonly Page[] = [];
  beforeAll(() => {
    const { status, said } = runDemo('--meetings', '24', '--out', out, '--content', content);
    if (status !== 0) throw new Error(`The demonstration failed:\n${said}`);
    pages = pagesOf(out);
  }, 300_000);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('says on every page that the city is fictional', () => {
    expect(pages.length).toBeGreaterThan(60);
    expect(pages.filter(({ root }) => !textOf(root).includes('虚构')).map(({ path }) => path)).toEqual([]);
  });

  test('fills the pages of corrections, coverage, and of what was withdrawn and moved', () => {
    const textAt = (path: string): string => {
      const page = pages.find((each) => each.path === path);
      if (page === undefined) throw new Error(`No page ${path}`);
      return textOf(page.root);
    };
    expect(textAt('corrections/')).toMatch(/撤回[\s\S]*更正/u);
    const years = pages.filter(({ path }) => /^coverage\/\d+\/$/u.test(path));
    expect(years.length).toBeGreaterThan(3);
    expect(years.map(({ root }) => textOf(root)).join('')).toContain('条例第十六条');
    for (const { path } of years) expect(textAt('coverage/')).toContain(`${path.slice(9, 13)}年`);
    expect(textAt('minutes/2022/1/')).toContain('编号统一为三位');
    const gone = readFileSync(join(content, 'content', 'tombstones.yaml'), 'utf8');
    const id = /id: (\d{4}\/\d{3})/u.exec(gone)?.[1] ?? '';
    expect(textAt(`minutes/${id}/`)).toContain('这份纪要已经撤回');
    expect(pages.some(({ root }) => textOf(root).includes('涉及尚未公开的安排'))).toBe(true);
  });

  test('has its addresses in the ledger', () => {
    const ledger = readFileSync(join(content, 'content', 'ledger.json'), 'utf8');
    const ids = filesOf(join(content, 'content', 'minutes')).map((file) => file.replace(/\.md$/u, ''));
    expect(ids.filter((id) => !ledger.includes(`"${id}"`))).toEqual([]);
  });

  test('tells the city anew over the site of an earlier telling', { timeout: 300_000 }, () => {
    const again = join(folder, 'again');
    const { status, said } = runDemo('--meetings', '10', '--seed', '另', '--out', out, '--content', again);
    expect([status, said.includes('已建成')]).toEqual([0, true]);
    expect(pagesOf(out).length).toBeLessThan(pages.length);
  });

  test('writes nothing into a folder that holds something, and knows its options', () => {
    expect(runDemo('--content', content)).toEqual({
      status: 2,
      said: `“${content}”里已经有文件；换一个文件夹，或先清空它\n`,
    });
    expect(runDemo('--meetings', '3').status).toBe(2);
    expect(runDemo('--help').said).toContain('--seed');
  });
});
