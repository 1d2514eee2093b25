import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { replaceFile } from '../../src/files/replace-file.ts';
import { UserError } from '../../src/files/user-error.ts';

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'jiyao-replace-'));
  writeFileSync(join(dir, 'a.md'), '旧', { mode: 0o640 });
});

afterEach(() => {
  rmSync(dir, { recursive: true });
});

describe('replacing a file', () => {
  test('leaves the new text, the permissions and nothing else', async () => {
    await replaceFile(join(dir, 'a.md'), '旧', '新');
    expect(readFileSync(join(dir, 'a.md'), 'utf8')).toBe('新');
    expect(statSync(join(dir, 'a.md')).mode & 0o777).toBe(0o640);
    expect(readdirSync(dir)).toEqual(['a.md']);
  });

  test('refuses when somebody changed it meanwhile', async () => {
    await expect(replaceFile(join(dir, 'a.md'), '更旧', '新')).rejects.toThrow(UserError);
    expect(readFileSync(join(dir, 'a.md'), 'utf8')).toBe('旧');
  });

  test('follows a link and keeps it', async () => {
    symlinkSync(join(dir, 'a.md'), join(dir, 'b.md'));
    await replaceFile(join(dir, 'b.md'), '旧', '新');
    expect(readFileSync(join(dir, 'a.md'), 'utf8')).toBe('新');
    expect(readdirSync(dir).toSorted()).toEqual(['a.md', 'b.md']);
  });
});
