import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const GOOD = `---
disclosure: 主动公开
published: 2024-03-20 09:00
---

2024年3月15日上午，林远市长主持召开云岭市政府第5次常务会议（虚构），审议《云岭市公园管理办法》，纪要如下：

## 一、审议《云岭市公园管理办法》

会议听取了汇报。会议原则同意该《办法》。

（此件公开发布）
`;
const WARNED = GOOD.replace('（此件公开发布）\n', '');
const BAD = GOOD.replace('主动公开', '不予公开');

let dir: string;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'jiyao-check-'));
  mkdirSync(join(dir, 'minutes/2024'), { recursive: true });
  writeFileSync(join(dir, 'minutes/2024/001.md'), GOOD);
  writeFileSync(join(dir, 'warned.md'), WARNED);
  writeFileSync(join(dir, 'bad.md'), BAD);
  writeFileSync(join(dir, 'bytes.md'), new Uint8Array([0xff, 0x00, 0x80]));
});

afterAll(() => {
  rmSync(dir, { recursive: true });
});

function check(args: readonly string[], contentDir = dir) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/check.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: contentDir },
  });
  return { status, stdout, stderr };
}

describe('the check command', () => {
  test('exits 0 when there is nothing to find', () => {
    const { status, stdout, stderr } = check([]);
    expect([status, stderr]).toEqual([0, '']);
    // A folder outside of git has no history, which is a hint.
    expect(stdout).toMatch(/^共检查 1 份纪要：0 处错误，0 处提醒(?:，1 处提示（加 --info 查看）)?\n$/);
  });

  test('exits 0 when there are only reminders', () => {
    const { status, stdout } = check([join(dir, 'warned.md')]);
    expect(status).toBe(0);
    expect(stdout).toContain('[disclosure/no-mark]');
    expect(stdout).toContain('共检查 1 份纪要：0 处错误，1 处提醒');
  });

  test('exits 1 when there is an error', () => {
    const { status, stdout } = check([join(dir, 'bad.md'), join(dir, 'minutes/2024/001.md')]);
    expect(status).toBe(1);
    expect(stdout).toContain('bad.md:2:13 错误 公开属性是“不予公开”，不能发布 [disclosure/not-public]');
    expect(stdout).toContain('共检查 2 份纪要：1 处错误，0 处提醒');
  });

  test('exits 1 for a file that is no text', () => {
    const { status, stdout, stderr } = check([join(dir, 'bytes.md')]);
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toContain('[file/unreadable]');
  });

  test('prints JSON and annotations for programs', () => {
    const json = check([join(dir, 'bad.md'), '--format', 'json']);
    expect(JSON.parse(json.stdout)).toMatchObject({
      checked: 1,
      errors: 1,
      findings: [{ line: 2, column: 13 }],
    });
    expect(check([join(dir, 'bad.md'), '--format=github']).stdout).toMatch(
      /^::error file=.*bad\.md,line=2,col=13,/,
    );
    const github = check(['--format', 'github']);
    expect([github.status, github.stderr]).toEqual([0, '']);
    expect(github.stdout).not.toMatch(/^::(?:error|warning) /m);
  });

  test('prints SARIF and the report of GitLab', () => {
    expect(JSON.parse(check([join(dir, 'bad.md'), '--format', 'sarif']).stdout)).toMatchObject({
      version: '2.1.0',
      runs: [{ results: [{ ruleId: 'disclosure/not-public' }] }],
    });
    expect(JSON.parse(check([join(dir, 'bad.md'), '--format', 'gitlab']).stdout)).toMatchObject([
      { check_name: 'disclosure/not-public', severity: 'major' },
    ]);
  });

  test('mends only when asked, shows each change, and leaves the words alone', () => {
    const file = join(dir, 'spaced.md');
    const spaced = GOOD.replace('published: 2024-03-20', 'published: 2024/3/20').replace(
      '2024年3月15日',
      '2024 年 3 月15日',
    );
    writeFileSync(file, spaced);
    const shown = check([file, '--fix', '--dry-run']);
    expect(shown.stdout).toContain('第 3 行\n    - …shed: 2024/3/20 09:00\n    + …shed: 2024-03-20 09:00');
    expect(shown.stdout).toContain('可以改正（没有写入） 1 份纪要');
    expect(readFileSync(file, 'utf8')).toBe(spaced);
    expect(check([file, '--fix'])).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(file, 'utf8')).toBe(GOOD);
    expect(check([file, '--fix']).stdout).toContain('没有可以自动改正的地方');
  });

  test('prints hints only when asked, and counts them', () => {
    const file = join(dir, 'hint.md');
    writeFileSync(file, GOOD.replace('听取了汇报', '听取了,汇报'));
    expect(check([file]).stdout).toBe('共检查 1 份纪要：0 处错误，0 处提醒，1 处提示（加 --info 查看）\n');
    expect(check([file, '--info']).stdout).toContain('[marks/half-width]');
  });

  test.each([
    [['no.md'], '没有“no.md”这个文件；检查文件名和所在的文件夹\n'],
    [['src'], '“src”是文件夹；写出其中的文件名，如 文件夹/*.md\n'],
    [['package.json'], '“package.json”不是 Markdown 文件；先用 npm run import 转换\n'],
    [['--format', 'xml'], '没有“xml”这种格式；改成其中之一：text、json、github、gitlab、sarif\n'],
    [['--dry-run'], '--dry-run 要和 --fix 同用；用 npm run check -- --help 看用法\n'],
    [['--fix-all'], '选项“--fix-all”用法不对；用 npm run check -- --help 看用法\n'],
    [['--format'], '选项“--format”用法不对；用 npm run check -- --help 看用法\n'],
  ])('exits 2 with one line for %j', (args, stderr) => {
    expect(check(args)).toEqual({ status: 2, stdout: '', stderr });
  });

  test('exits 2 when there is no content folder', () => {
    const { status, stdout, stderr } = check([], join(dir, 'nowhere'));
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^没有内容文件夹“[^\n]+nowhere”；检查当前目录和环境变量 CONTENT_DIR\n$/);
  });

  test('explains itself', () => {
    const { status, stdout } = check(['--help']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^用法：npm run check/);
  });
});
