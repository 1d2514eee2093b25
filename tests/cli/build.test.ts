import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiyao-build-'));
  cpSync('content', join(folder, 'content'), { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function build(...options: readonly string[]): { readonly status: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/build.ts', ...options], {
    encoding: 'utf8',
    env: {
      ...process.env,
      CONTENT_DIR: join(folder, 'content'),
      OUT_DIR: join(folder, 'site'),
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  });
  return { status, output: stdout + stderr };
}

const minutes = (): string => join(folder, 'content/minutes/2022/013.md');
const spoil = (from: string, to: string): void => {
  writeFileSync(minutes(), readFileSync(minutes(), 'utf8').replace(from, to));
};

describe('npm run build', () => {
  test('writes the site and says how much it holds, then replaces it whole', { timeout: 120_000 }, () => {
    mkdirSync(join(folder, 'site'));
    writeFileSync(join(folder, 'site/left-over.html'), '');
    const { status, output } = build();
    expect(output).toContain('1 份纪要，10 项议题');
    expect(status).toBe(0);
    expect(existsSync(join(folder, 'site/minutes/2022/013/index.html'))).toBe(true);
    expect(existsSync(join(folder, 'site/left-over.html'))).toBe(false);
    expect(readdirSync(folder).sort()).toEqual(['content', 'site']);
  });

  test.for([
    ['a missing disclosure', 'disclosure: 主动公开\n', '', 'front-matter/missing-disclosure'],
    [
      'a document that is not public',
      'disclosure: 主动公开',
      'disclosure: 不予公开',
      'disclosure/not-public',
    ],
    ['a gap in the numbers of items', '## 三、', '## 四、', 'items/number-gap'],
  ] as const)('writes nothing and exits with 1 at %s', ([, from, to, code]) => {
    spoil(from, to);
    const { status, output } = build();
    expect(status).toBe(1);
    expect(output).toContain(`[${code}]`);
    expect(output).not.toMatch(/\n\s+at /u);
    expect(readdirSync(folder)).toEqual(['content']);
  });

  test('leaves the old site as it was when a finding forbids the new one', () => {
    mkdirSync(join(folder, 'site'));
    writeFileSync(join(folder, 'site/index.html'), '旧');
    spoil('disclosure: 主动公开', 'disclosure: 依申请公开');
    expect(build().status).toBe(1);
    expect(readFileSync(join(folder, 'site/index.html'), 'utf8')).toBe('旧');
  });

  test('answers a wrong call and a missing folder in one line with exit code 2', () => {
    const wrong = build('--nonsense');
    expect(wrong).toEqual({ status: 2, output: '选项不认识；用 npm run build -- --help 看用法\n' });
    rmSync(join(folder, 'content'), { recursive: true });
    const missing = build();
    expect(missing.status).toBe(2);
    expect(missing.output.trim().split('\n')).toHaveLength(1);
  });

  test.for([
    [['--shard', '9/8'], '--shard 不能是“9/8”；写成 3/8，分成 1 到 256 片\n'],
    [['--shard', '1/2', '--preview'], '--preview 和 --shard 不能一起用；预览不用分片\n'],
  ] as const)('refuses %s in one line', ([options, told]) => {
    expect(build(...options)).toEqual({ status: 2, output: told });
  });
});
