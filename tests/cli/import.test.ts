import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importFiles } from '../../src/cli/import-files.ts';
import { EMPTY_LEXICON } from '../../src/minutes/lexicon.ts';
import type { ImportEffects, ImportRun } from '../../src/cli/import-files.ts';

const MINUTES =
  '第8号\n2031年3月4日，市长主持召开会议（虚构）。\n一、审议《办法》\n会议原则同意。\n（此件公开发布）\n';

/** A world of files in memory; `log` holds what was printed. */
function memory(files: Readonly<Record<string, string>>, answers: readonly string[] = []) {
  const left = [...answers];
  const written = new Map<string, string>();
  const log: string[] = [];
  const missing = (path: string): Error => Object.assign(new Error(`ENOENT ${path}`), { code: 'ENOENT' });
  const effects: ImportEffects = {
    read: (path) =>
      files[path] === undefined
        ? Promise.reject(missing(path))
        : Promise.resolve(new TextEncoder().encode(files[path])),
    exists: (path) => Promise.resolve(files[path] !== undefined || written.has(path)),
    write: (path, text) => {
      written.set(path, text);
      return Promise.resolve();
    },
    log: (line) => {
      log.push(line);
    },
    timeLeft: (done, total) => (done === 0 ? '' : `还需 ${String(total - done)} 秒`),
    convert: () => Promise.resolve(null),
    ask: (question) => {
      log.push(question);
      return Promise.resolve(left.shift() ?? null);
    },
  };
  return { effects, written, log };
}

const run = (files: readonly string[], rest: Partial<ImportRun> = {}): ImportRun => ({
  files,
  out: 'out',
  dryRun: false,
  force: false,
  review: false,
  lexicon: EMPTY_LEXICON,
  ...rest,
});

describe('importFiles', () => {
  test('writes the draft under its id and prints progress, report and result', async () => {
    const { effects, written, log } = memory({ 'a.txt': MINUTES });
    expect(await importFiles(run(['a.txt']), effects)).toBe(0);
    expect([...written.keys()]).toEqual(['out/2031/008.md']);
    expect(log[0]).toBe('[1/1] a.txt');
    expect(log.at(-1)).toBe('共 1 个文件：导入 1 个，失败 0 个');
  });

  const DOUBTFUL = MINUTES.replace(
    '会议原则同意。',
    '会议原则同意，由市虚构局按照会议讨论的意见修改完善，抓紧\n\n组织实施，加强宣传，确保落实。',
  );

  test('shows what will be read of the draft', async () => {
    const { effects, log } = memory({ 'a.txt': MINUTES });
    await importFiles(run(['a.txt']), effects);
    expect(log.join('\n')).toContain('一 审议《办法》 ｜ 原则同意');
  });

  test('keeps a repair that the clerk accepts and undoes one that the clerk refuses', async () => {
    const accepted = memory({ 'a.txt': DOUBTFUL }, ['']);
    await importFiles(run(['a.txt'], { review: true }), accepted.effects);
    expect(accepted.written.get('out/2031/008.md')).toContain('抓紧组织实施');
    const refused = memory({ 'a.txt': DOUBTFUL }, ['n']);
    await importFiles(run(['a.txt'], { review: true }), refused.effects);
    expect(refused.written.get('out/2031/008.md')).toContain('抓紧\n\n组织实施');
    expect(refused.log.join('\n')).toContain('[1/1] 第 6 行');
  });

  test('ends the walk at q and at the end of input, and writes what was repaired', async () => {
    for (const answers of [['q'], []]) {
      const { effects, written } = memory({ 'a.txt': DOUBTFUL }, answers);
      await importFiles(run(['a.txt'], { review: true }), effects);
      expect(written.get('out/2031/008.md')).toContain('抓紧组织实施');
    }
  });

  test('goes on behind a file that fails, and sums up', async () => {
    const { effects, written, log } = memory({
      'a.txt': MINUTES,
      'c.txt': MINUTES.replace('第8号', '第9号'),
    });
    expect(await importFiles(run(['a.txt', 'b.txt', 'c.txt']), effects)).toBe(1);
    expect([...written.keys()]).toEqual(['out/2031/008.md', 'out/2031/009.md']);
    expect(log.filter((line) => line.startsWith('['))).toEqual([
      '[1/3] a.txt',
      '[2/3] b.txt（还需 2 秒）',
      '[3/3] c.txt（还需 1 秒）',
    ]);
    expect(log).toContain('  未导入：没有“b.txt”这个文件');
    expect(log.at(-1)).toBe('共 3 个文件：导入 2 个，失败 1 个');
    expect(log.at(-2)).toContain('文件   纪要');
  });

  test('never overwrites a file without --force, its own of a moment ago included', async () => {
    const { effects, written, log } = memory({ 'a.txt': MINUTES, 'b.txt': MINUTES, 'out/2031/008.md': '旧' });
    expect(await importFiles(run(['a.txt']), effects)).toBe(1);
    expect([written.size, log.join('\n')]).toEqual([0, expect.stringContaining('“out/2031/008.md”已经存在')]);
    expect(await importFiles(run(['a.txt', 'b.txt'], { out: 'new' }), effects)).toBe(1);
    expect([...written.keys()]).toEqual(['new/2031/008.md']);
    expect(await importFiles(run(['a.txt'], { force: true }), effects)).toBe(0);
    expect(written.get('out/2031/008.md')).toContain('第8号');
  });

  test('writes nothing on a dry run, but shows the draft', async () => {
    const { effects, written, log } = memory({ 'a.txt': MINUTES });
    expect(await importFiles(run(['a.txt'], { dryRun: true }), effects)).toBe(0);
    expect(written.size).toBe(0);
    expect(log.join('\n')).toContain('## 一、审议《办法》');
    expect(log).toContain('  将写入 out/2031/008.md');
  });

  test('asks for an id where the text tells none', async () => {
    const { effects, written, log } = memory({ 'a.txt': '会议听取了汇报，要求抓好落实。' });
    expect(await importFiles(run(['a.txt']), effects)).toBe(1);
    expect(log).toContain('  改法：加 --id 指定，如 --id 2022/013');
    expect(await importFiles(run(['a.txt'], { id: '2031/001' }), effects)).toBe(0);
    expect([...written.keys()]).toEqual(['out/2031/001.md']);
  });

  test('tells a fault of the program as such, in Chinese', async () => {
    const { effects, log } = memory({ 'a.txt': MINUTES });
    const broken = { ...effects, write: () => Promise.reject(new Error('boom')) };
    expect(await importFiles(run(['a.txt']), broken)).toBe(1);
    expect(log).toContain('  未导入：程序出错（boom）');
  });
});

describe('npm run import', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jiyao-import-'));
    writeFileSync(join(folder, 'a.txt'), MINUTES);
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function cli(...args: readonly string[]) {
    const env = { ...process.env, CONTENT_DIR: join(folder, 'content') };
    return spawnSync(process.execPath, ['src/cli/import.ts', ...args], { encoding: 'utf8', env });
  }

  test('writes below CONTENT_DIR and ends with 0', () => {
    expect(cli(join(folder, 'a.txt'), '--published', '2031-03-09 17:00').status).toBe(0);
    const draft = readFileSync(join(folder, 'content/minutes/2031/008.md'), 'utf8');
    expect(draft.startsWith('---\ndisclosure: 主动公开\npublished: 2031-03-09 17:00\n---\n\n第8号\n')).toBe(
      true,
    );
  });

  test('ends with 1 when a file failed', () => {
    const { status, stdout, stderr } = cli(join(folder, 'b.txt'));
    expect([status, stdout.includes('未导入：没有“'), stderr]).toEqual([1, true, '']);
  });

  test.for([
    [[], '没有写要导入的文件'],
    [['a.txt', '--nonsense'], '选项“--nonsense”用法不对'],
    [['a.txt', '--published', '昨天'], '“昨天”不是发布时间，应如 "2022-07-09 17:00"'],
    [['a.txt', '--id', '../x'], '“../x”不是文件编号，应如 2022/013'],
    [['a.txt', 'b.txt', '--id', '2031/001'], '--id 只能用于一个文件'],
    [['a.txt', '--without', 'x'], '没有“x”这一步'],
  ] as const)('ends with 2 and no stack for %j', ([args, message]) => {
    const { status, stderr } = cli(...args);
    expect([status, stderr.split('\n')[0], stderr.includes('    at ')]).toEqual([2, message, false]);
  });

  test('explains itself', () => {
    const { status, stdout } = cli('--help');
    expect([status, stdout.includes('用法：npm run import')]).toEqual([0, true]);
  });
});
