import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { pagesOf, textOf } from './page.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'jiyao-newcomer-'));
const content = join(folder, 'content');
const dist = join(folder, 'dist');
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(command: string, ...options: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`src/cli/${command}.ts`, ...options], {
    cwd: ROOT,
    encoding: 'utf8',
    env: {
      ...process.env,
      CONTENT_DIR: content,
      OUT_DIR: dist,
      BASE_PATH: '/',
      SITE_URL: '',
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  });
  return { status, said: stdout + stderr };
}

const PAPER = `云岭市人民政府（虚构）
常务会议纪要

第3号

云岭市人民政府办公室 2026年3月9日

2026年3月5日上午，林远市长主持召开市政府第3次常务会议，审议《云岭市公园管理办法》，纪要如下：

一、审议《云岭市公园管理办法》

会议听取并审议了市城管局关于《云岭市公园管理办法》起草情况的汇报。会议原则同意该《办法》，会后由市城管局根据会议讨论情况修改完善，以市政府办名义印发。

会议强调，（一）市财政局要保障经费。（二）城东街道要落实责任。

出席：周晓白、何青。

列席：市财政局王一民，市城管局李二。

（此件公开发布）
`;

/** The steps of docs/staff/start.md, one after the other. */
describe('a newcomer', () => {
  test('begins a city with one command', () => {
    const given = [
      '--place',
      '云岭市',
      '--upper',
      '澜江市',
      '--name',
      '',
      '--domain',
      '',
      '--bureaus',
      '城东街道',
    ];
    expect(run('init', ...given)).toMatchObject({ status: 0 });
    expect(run('init', ...given)).toEqual({
      status: 2,
      said: `“${content}”里已经有文件，没有改动；自带的演示内容不要了的，先删去这个文件夹；要写到别处的，用环境变量 CONTENT_DIR\n`,
    });
  });

  test('finds nothing wrong with it', () => {
    expect(run('check')).toMatchObject({ status: 0, said: expect.stringContaining('0 处错误') });
  });

  test('imports a paper, decides on it and checks it', () => {
    const paper = join(folder, '纪要.txt');
    writeFileSync(paper, PAPER);
    mkdirSync(join(content, 'minutes'), { recursive: true });
    expect(run('import', paper, '--out', join(content, 'minutes')).status).toBe(0);
    const file = join(content, 'minutes', '2026', '003.md');
    const draft = readFileSync(file, 'utf8');
    expect(run('check').status).toBe(1);
    writeFileSync(
      file,
      draft
        .replace(/^disclosure:.*$/mu, 'disclosure: 主动公开')
        .replace(/^published:.*$/mu, 'published: 2026-03-10 09:00'),
    );
    const { status, said } = run('check');
    expect([said, status]).toEqual([expect.not.stringContaining('未登记的机构'), 0]);
  });

  test('builds a site of its own', () => {
    const { status, said } = run('build');
    expect([status, said]).toEqual([0, expect.stringContaining('1 份纪要，1 项议题')]);
    const pages = new Map(pagesOf(dist).map((page) => [page.path, textOf(page.root)]));
    expect(pages.get('')).toContain('云岭市人民政府会议纪要');
    expect(pages.get('minutes/2026/003/')).toContain('会议原则同意该《办法》');
    expect(pages.get('bureaus/cgj/')).toContain('城市管理局');
    expect([...pages.values()].filter((text) => /太仓|苏州/u.test(text))).toEqual([]);
  });
});
