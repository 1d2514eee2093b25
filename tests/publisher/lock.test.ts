import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UserError } from '../../src/files/user-error.ts';
import { takeLock } from '../../src/publisher/lock.ts';

let folder = '';
let site = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiyao-lock-'));
  site = join(folder, 'site');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const LOCK = pathToFileURL(join(import.meta.dirname, '../../src/publisher/lock.ts')).href;

/**
 * A process that takes the lock again and again, and writes down when it is in and when it is out. Two times
 * of three it leaves the lock as one does that is killed: with the number of a process that has ended.
 */
const TAKER = `
  import { appendFileSync, writeFileSync } from 'node:fs';
  import { setTimeout as wait } from 'node:timers/promises';
  import { takeLock } from ${JSON.stringify(LOCK)};
  const [site, log, ended] = process.argv.slice(1);
  for (let taken = 0; taken < 30; ) {
    try {
      const lock = takeLock(site);
      appendFileSync(log, \`in \${process.pid}\\n\`);
      await wait(Math.random() * 2);
      appendFileSync(log, \`out \${process.pid}\\n\`);
      if (taken % 3 === 2) lock.release();
      else writeFileSync(site + '.lock', ended);
      taken++;
    } catch (error) {
      if (error.name !== 'UserError') throw error;
    }
    await wait(Math.random());
  }`;

describe('the lock of a site', () => {
  test('is held by one process at a time, whoever comes together after those that were killed', async () => {
    const log = join(folder, 'log');
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(`${site}.lock`, String(pid));
    const ended = Array.from({ length: 6 }, () => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', TAKER, site, log, String(pid)], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      return new Promise((resolve) => child.once('exit', resolve));
    });
    expect(await Promise.all(ended)).toEqual([0, 0, 0, 0, 0, 0]);
    const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(360);
    const pairs = lines.flatMap((line, at) =>
      at % 2 === 0 ? [[line.replace('in ', ''), (lines[at + 1] ?? '').replace('out ', '')]] : [],
    );
    expect(pairs.filter(([one, other]) => one !== other)).toEqual([]);
    expect(readdirSync(folder)).toEqual(['log']);
  });

  test('is not taken from one that is only just taking it, but from one that never wrote who it is', () => {
    writeFileSync(`${site}.lock`, '');
    expect(() => takeLock(site)).toThrow(/^另一个建站正在写“[^”]*”$/u);
    utimesSync(`${site}.lock`, 1, 1);
    const { release } = takeLock(site);
    expect(readFileSync(`${site}.lock`, 'utf8')).toBe(String(process.pid));
    release();
    expect(existsSync(`${site}.lock`)).toBe(false);
  });

  test('says what the machine refuses, and of no other build, where nothing can be written', () => {
    const tooLong = join(folder, 'x'.repeat(255));
    expect(() => takeLock(tooLong)).toThrow(/ENAMETOOLONG/u);
    expect(() => takeLock(tooLong)).not.toThrow(UserError);
  });
});
