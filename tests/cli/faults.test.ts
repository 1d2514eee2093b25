import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';

/** Shared, so that the pages are compiled once. */
const cache = mkdtempSync(join(tmpdir(), 'jiyao-faults-cache-'));
afterAll(() => {
  rmSync(cache, { recursive: true, force: true });
});

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiyao-faults-'));
  cpSync('content', join(folder, 'content'), { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const environment = (more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv => ({
  ...process.env,
  CONTENT_DIR: join(folder, 'content'),
  OUT_DIR: join(folder, 'site'),
  CACHE_DIR: cache,
  ASTRO_TELEMETRY_DISABLED: '1',
  ...more,
});

/** A module that, loaded before the build, makes writing below the site fail with an error of the system. */
function failing(code: string, after: number): string {
  const source = `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const write = fs.writeFileSync;
    let left = ${String(after)};
    fs.writeFileSync = (path, ...rest) => {
      if (String(path).includes('.building-') && left-- <= 0)
        throw Object.assign(new Error('${code}'), { code: '${code}', path: String(path) });
      return write(path, ...rest);
    };
    syncBuiltinESMExports();`;
  return `data:text/javascript,${encodeURIComponent(source)}`;
}

function build(more: Readonly<Record<string, string>> = {}, ...options: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...options, 'src/cli/build.ts'], {
    encoding: 'utf8',
    env: environment(more),
  });
  return { status, stdout, stderr };
}

/** The site as one hash over all names and bytes. */
function hashOf(dir: string): string {
  const hash = createHash('sha256');
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name))
    .toSorted((one, other) => (one < other ? -1 : 1)))
    hash.update(entry.slice(dir.length)).update('\0').update(readFileSync(entry));
  return hash.digest('hex');
}

function putOldSite(): string {
  mkdirSync(join(folder, 'site/minutes'), { recursive: true });
  mkdirSync(join(folder, 'site/_astro'));
  writeFileSync(join(folder, 'site/index.html'), '旧');
  writeFileSync(join(folder, 'site/minutes/index.html'), '旧');
  return hashOf(join(folder, 'site'));
}

describe('a build that the machine fails', { timeout: 240_000 }, () => {
  test.each([
    ['ENOSPC', 0, '磁盘满了'],
    ['ENOSPC', 5, '磁盘满了'],
    ['EACCES', 0, '没有读写权限'],
    ['EROFS', 0, '磁盘是只读的'],
    ['EIO', 3, '磁盘读写出错'],
  ])('%s at write %i leaves the old site whole and says so in one line', (code, after, message) => {
    const before = putOldSite();
    const { status, stderr } = build({}, '--import', failing(code, after));
    expect(status).toBe(2);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain(message);
    expect(hashOf(join(folder, 'site'))).toBe(before);
    expect(readdirSync(folder).toSorted()).toEqual(['content', 'site']);
  });

  // What the machine itself refuses, not a module of ours; a limit needs no rights.
  test.each([
    ['-f 8', '文件超过了这台机器允许的大小'],
    ['-f 200', '文件超过了这台机器允许的大小'],
    ['-n 26', '打开的文件太多'],
  ])('a limit of `ulimit %s` leaves the old site whole and is told in one line', (limit, message) => {
    expect(build({ OUT_DIR: join(folder, 'other') }).status).toBe(0);
    rmSync(join(folder, 'other'), { recursive: true });
    const before = putOldSite();
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `ulimit ${limit}; exec "$0" src/cli/build.ts`, process.execPath],
      { encoding: 'utf8', env: environment() },
    );
    expect([status, stderr.trim().split('\n').length]).toEqual([2, 1]);
    expect(stderr).toContain(message);
    expect(hashOf(join(folder, 'site'))).toBe(before);
    expect(readdirSync(folder).toSorted()).toEqual(['content', 'site']);
  });

  test('nor does a ledger or a draft stay half written', () => {
    const before = readFileSync(join(folder, 'content/ledger.json'), 'utf8');
    writeFileSync(join(folder, 'content/ledger.json'), before.replace(/ {4}"2022.*\n/u, ''));
    const emptied = hashOf(folder);
    const limited = (command: string) =>
      spawnSync('sh', ['-c', `ulimit -f 0; exec "$0" ${command}`, process.execPath], {
        encoding: 'utf8',
        env: environment({ OUT_DIR: join(folder, 'none') }),
      });
    const draft = join(folder, 'content/drafts/2025');
    for (const command of [
      'src/cli/release.ts',
      `src/cli/import.ts tests/fixtures/import/taicang/*.txt --out ${draft}`,
    ]) {
      const { status, stdout, stderr } = limited(command);
      expect([command, status === 0]).toEqual([command, false]);
      expect(stdout + stderr).toContain('文件超过了这台机器允许的大小');
    }
    expect(hashOf(folder)).toBe(emptied);
  });

  test('a file in the place of the folder is told in one line', () => {
    writeFileSync(join(folder, 'file'), '');
    const { status, stderr } = build({ OUT_DIR: join(folder, 'file/site') });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^路径里有一段不是文件夹.*\n$/u);
  });

  test('a folder with other things in it is told in one line, and left alone', () => {
    const before = hashOf(folder);
    const { status, stderr } = build({ OUT_DIR: folder });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^不能建到“.*”：建站会清空它.*\n$/u);
    expect(hashOf(folder)).toBe(before);
  });

  test('a missing git is a notice in a demonstration', () => {
    const { status, stdout } = build({ PATH: folder });
    expect(status).toBe(0);
    expect(stdout).toMatch(/提示：.*git/u);
  });
});

describe('a build that is killed', { timeout: 240_000 }, () => {
  test('at any moment leaves the old site or the new one whole, and the next one clears up', async () => {
    expect(build().status).toBe(0);
    const whole = hashOf(join(folder, 'site'));
    rmSync(join(folder, 'site'), { recursive: true });
    const before = putOldSite();
    for (const moment of [300, 900, 1500, 2100]) {
      const child = spawn(process.execPath, ['src/cli/build.ts'], { env: environment(), stdio: 'ignore' });
      const ended = new Promise((resolve) => child.once('exit', resolve));
      await wait(moment);
      child.kill('SIGKILL');
      await ended;
      expect([before, whole]).toContain(hashOf(join(folder, 'site')));
    }
    expect(build().status).toBe(0);
    expect(hashOf(join(folder, 'site'))).toBe(whole);
    expect(readdirSync(folder).toSorted()).toEqual(['content', 'site']);
  });
});

test('of two builds at once one builds and the other says so in one line', { timeout: 240_000 }, async () => {
  expect(build().status).toBe(0);
  const whole = hashOf(join(folder, 'site'));
  rmSync(join(folder, 'site'), { recursive: true });
  const both = await Promise.all(
    [1, 2].map(async () => {
      const child = spawn(process.execPath, ['src/cli/build.ts'], { env: environment() });
      let said = '';
      child.stderr.setEncoding('utf8').on('data', (part: string) => (said += part));
      child.stdout.resume();
      const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
      return { status, said };
    }),
  );
  const [first, second] = both.toSorted((one, other) => (one.status ?? -1) - (other.status ?? -1));
  expect(first).toEqual({ status: 0, said: '' });
  // One that comes so late that the other has ended finds nothing to do.
  const told = `${String(second?.status)} ${second?.said ?? ''}`;
  expect(told).toMatch(/^(?:0 |2 另一个建站正在写“[^\n]*\n)$/u);
  expect(hashOf(join(folder, 'site'))).toBe(whole);
  expect(readdirSync(folder).toSorted()).toEqual(['content', 'site']);
});

describe('the time and place of a machine', { timeout: 240_000 }, () => {
  test('change no byte of the facts, wherever the clock stands', () => {
    const facts = ['UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati', 'Asia/Kathmandu'].map(
      (zone) => {
        const out = join(folder, zone.replace('/', '-'));
        const { status } = spawnSync(
          process.execPath,
          ['src/cli/facts.ts', 'content/minutes/2022/013.md', '--out', out],
          { env: environment({ TZ: zone, LC_ALL: zone === 'UTC' ? 'C' : 'tr_TR.UTF-8' }) },
        );
        expect(status).toBe(0);
        return hashOf(out);
      },
    );
    expect(new Set(facts).size).toBe(1);
  });

  test('a clock in the past hides nothing that was published: the build is refused', () => {
    const past = `data:text/javascript,${encodeURIComponent(
      'const Now = Date; globalThis.Date = class extends Now { constructor(...given) { if (given.length === 0) super("2020-01-01T00:00:00Z"); else super(...given); } };',
    )}`;
    const before = putOldSite();
    const { status, stdout } = build({}, '--import', past);
    expect(status).toBe(1);
    expect(stdout).toContain('[ledger/address-gone]');
    expect(hashOf(join(folder, 'site'))).toBe(before);
  });
});
