import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const CASE = 'tests/fixtures/minutes/city-tidy';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiyao-facts-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command of the tool, with no content folder unless one is made in the temporary one. */
function run(command: 'facts' | 'eval', ...args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`src/cli/${command}.ts`, ...args], {
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: join(folder, 'content') },
  });
  return { status, stdout, stderr };
}

function put(...path: readonly string[]): string {
  const file = join(folder, ...path);
  mkdirSync(join(file, '..'), { recursive: true });
  return file;
}

describe('npm run facts', () => {
  test('writes a facts file for each file, of txt and of Markdown alike', () => {
    cpSync(join(CASE, 'source.txt'), put('one.txt'));
    writeFileSync(
      put('two.md'),
      '---\ndisclosure: 主动公开\n---\n\n## 一、审议《云岭市公园管理办法》\n\n会议原则同意。\n',
    );
    const out = join(folder, 'out');
    expect(run('facts', join(folder, 'one.txt'), join(folder, 'two.md'), '--out', out)).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
    expect(readdirSync(out).sort()).toEqual(['one.facts.json', 'two.facts.json']);
    const facts: unknown = JSON.parse(readFileSync(join(out, 'two.facts.json'), 'utf8'));
    expect(facts).toMatchObject({ items: [{ ordinal: '一', documents: ['云岭市公园管理办法'] }] });
  });

  test('prints the facts when no folder is given', () => {
    const { status, stdout } = run('facts', join(CASE, 'source.txt'));
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ number: '第7号' });
  });

  test('tells a file that is not there and reads the others', () => {
    const { status, stderr } = run('facts', 'no.txt', join(CASE, 'source.txt'), '--out', folder);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: '没有“no.txt”这个文件；检查文件名和所在的文件夹\n',
    });
    expect(readdirSync(folder)).toEqual(['source.facts.json']);
  });

  test.for([
    [[], '没有写要读的文件'],
    [['--nonsense'], '选项“--nonsense”用法不对'],
    [['a.txt', 'b/a.md'], '有两个文件都叫“a”'],
    [['tests'], '“tests”是文件夹'],
  ] as const)('answers the wrong call %j in one line', ([args, message]) => {
    const { status, stdout, stderr } = run('facts', ...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.startsWith(message)).toBe(true);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('refuses a registry with faults', () => {
    writeFileSync(put('content', 'bureaus.yaml'), 'bureaus: 1\n');
    const { status, stderr } = run('facts', join(CASE, 'source.txt'));
    expect(status).toBe(2);
    expect(stderr).toContain('bureaus.yaml 有错误');
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('npm run eval', () => {
  test('scores a folder of pairs and one of cases alike', () => {
    cpSync(join(CASE, 'source.txt'), put('pairs', 'tidy.txt'));
    cpSync(join(CASE, 'facts.json'), put('pairs', 'tidy.gold.json'));
    cpSync(CASE, put('cases', 'tidy'), { recursive: true });
    const pairs = run('eval', join(folder, 'pairs'));
    const cases = run('eval', join(folder, 'cases'));
    expect(pairs.status).toBe(0);
    expect(pairs.stdout).toMatch(/^field .+\n(?:.+\n)*overall \d\.\d{4} over 1 documents/u);
    expect(cases.stdout).toBe(pairs.stdout);
  });

  test('exits with 1 below the wanted score and lists the differences', () => {
    writeFileSync(put('bad.txt'), '云岭市人民政府常务会议纪要（本文为虚构）\n');
    writeFileSync(put('bad.gold.json'), JSON.stringify({ venue: '三楼会议室', items: [] }));
    const { status, stdout } = run('eval', folder, '--min', '0.5', '--list');
    expect(status).toBe(1);
    expect(stdout).toContain('bad  head.venue  - 三楼会议室');
  });

  test.for([
    [[], '没有写要打分的文件夹'],
    [['a', 'b'], '一次只能给一个文件夹打分'],
    [['no-such-folder'], '没有“no-such-folder”这个文件夹'],
    [['docs'], '“docs”里没有可比对的纪要'],
    [['docs', '--min', '97'], '“97”不是分数'],
    [['--nonsense'], '选项“--nonsense”用法不对'],
  ] as const)('answers the wrong call %j in one line', ([args, message]) => {
    const { status, stdout, stderr } = run('eval', ...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.startsWith(message)).toBe(true);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
