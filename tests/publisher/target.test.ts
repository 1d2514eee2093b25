import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UserError } from '../../src/files/user-error.ts';
import { checkTarget } from '../../src/publisher/target.ts';

let folder = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'jiyao-target-')));
  mkdirSync(join(folder, 'content/minutes'), { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const check = (target: string): void => {
  checkTarget(target, { contentDir: join(folder, 'content'), cacheDir: join(folder, 'cache') });
};

function put(path: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), '一');
}

describe('a site is not built into', () => {
  test.each([
    ['the content', 'content'],
    ['a folder within the content', 'content/dist'],
    ['the folder that holds the content', '.'],
    ['the caches', 'cache'],
  ])('%s', (_, target) => {
    expect(() => {
      check(join(folder, target));
    }).toThrow(UserError);
  });

  test('the folder where the command was called, nor one above it', () => {
    for (const target of [process.cwd(), join(process.cwd(), '..')])
      expect(() => {
        check(target);
      }).toThrow('里面有“.”');
  });

  test('a folder with files that are no built site', () => {
    put('papers/报告.docx');
    expect(() => {
      check(join(folder, 'papers'));
    }).toThrow('里面有别的文件，不是建成的站点');
  });

  test('a link to the content', () => {
    mkdirSync(join(folder, 'other'));
    symlinkSync(join(folder, 'content'), join(folder, 'other/link'));
    expect(() => {
      check(join(folder, 'other/link'));
    }).toThrow(UserError);
  });
});

describe('a site is built into', () => {
  test.each(['SHA256SUMS', '_astro/base.css', '404.html'])(
    'a folder with a site in it, known by %s',
    (sign) => {
      put(join('dist', sign));
      put('dist/minutes/1.json');
      expect(() => {
        check(join(folder, 'dist'));
      }).not.toThrow();
    },
  );

  test.each([
    ['that is not there yet', 'deep/er/dist'],
    ['that is empty', 'empty'],
    ['whose name only begins like that of the content', 'content-dist'],
  ])('a folder %s', (_, target) => {
    mkdirSync(join(folder, 'empty'));
    expect(() => {
      check(join(folder, target));
    }).not.toThrow();
  });
});
