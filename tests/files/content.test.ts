import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readContent, readSomeContent } from '../../src/files/content.ts';
import { contentDirOf } from '../../src/files/content-folder.ts';
import { shownPath } from '../../src/files/content-reader.ts';
import { UserError } from '../../src/files/user-error.ts';

let base: string;
let dir: string;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'jiyao-content-'));
  dir = join(base, 'content');
  await mkdir(dir);
});

afterEach(async () => {
  await rm(base, { recursive: true });
});

async function put(path: string, bytes: string | Uint8Array = '正文'): Promise<string> {
  const file = join(base, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
  return file;
}

/** Findings as `code path`, the path below the temporary folder. */
async function findings(read: Promise<{ diagnostics: readonly { code: string; path: string }[] }>) {
  const { diagnostics } = await read;
  return diagnostics.map(({ code, path }) => `${code} ${path.replace(`${shownPath(base)}/`, '')}`);
}

describe('readContent', () => {
  test('reads all minutes, sorted by id, and the settings', async () => {
    await put('content/minutes/2024/002.md', '二');
    await put('content/minutes/2023/010.md', '十');
    await put('content/minutes/2024/001.md', '\ufeff一');
    await put('content/bureaus.yaml', 'place:');
    const { minutes, registry, site, diagnostics } = await readContent(dir);
    expect(minutes.map(({ id, source }) => [id, source])).toEqual([
      ['2023/010', '十'],
      ['2024/001', '\ufeff一'],
      ['2024/002', '二'],
    ]);
    expect(minutes[0]?.path).toBe(`${shownPath(dir)}/minutes/2023/010.md`);
    expect(registry).toEqual({ path: `${shownPath(dir)}/bureaus.yaml`, source: 'place:' });
    expect([site, diagnostics]).toEqual([null, []]);
  });

  test('takes a folder without minutes for empty', async () => {
    const empty = {
      minutes: [],
      registry: null,
      lists: [],
      reviews: [],
      exceptions: null,
      whole: true,
      site: null,
      emblems: [],
      diagnostics: [],
    };
    const { archive, ...files } = await readContent(dir);
    expect(files).toEqual(empty);
    expect(archive).toMatchObject({ ledger: null, tombstones: null, history: { kind: 'unavailable' } });
  });

  test('reports what means a folder or file of the program and is called otherwise, on every disk', async () => {
    const names = [
      'Site.yaml',
      'tombstones.yml',
      'HOLIDAYS.YML',
      'ｔopics.yaml',
      'redirects.yaml ',
      'Emblem.svg',
    ];
    for (const name of names) await put(`content/${name}`, '[]');
    await put('content/Minutes/2024/001.md');
    for (const name of ['README.md', 'notes.yml', '会议.yaml', 'topics.yaml'])
      await put(`content/${name}`, '[]');
    expect(await findings(readContent(dir))).toEqual(
      [...names, 'Minutes'].toSorted().map((name) => `file/bad-path content/${name}`),
    );
    const { diagnostics } = await readContent(dir);
    expect(diagnostics.find(({ path }) => path.endsWith('Minutes'))?.hint).toBe('改名为 minutes');
  });

  test('reports every file of a wrong name, place or kind and reads the others', async () => {
    await put('content/minutes/2024/001.md');
    await put('content/minutes/2024/第3号.md');
    await put('content/minutes/2024/A.md');
    await put('content/minutes/2024/004.MD');
    await put('content/minutes/2024/005.docx');
    await put('content/minutes/2024/.006.md');
    await put('content/minutes/2024/more/007.md');
    await put('content/minutes/24/008.md');
    await put('content/minutes/009.md');
    await put('content/minutes/2024/.DS_Store');
    const read = readContent(dir);
    expect((await read).minutes.map(({ id }) => id)).toEqual(['2024/001']);
    expect(await findings(read)).toEqual([
      'file/bad-path content/minutes/009.md',
      'file/bad-path content/minutes/2024/.006.md',
      'file/bad-path content/minutes/2024/004.MD',
      'file/bad-path content/minutes/2024/005.docx',
      'file/bad-path content/minutes/2024/A.md',
      'file/bad-path content/minutes/2024/more',
      'file/bad-path content/minutes/2024/第3号.md',
      'file/bad-path content/minutes/24',
    ]);
    const word = (await read).diagnostics.find(({ path }) => path.endsWith('.docx'));
    expect(word?.hint).toContain('npm run import');
  });

  test('reports bytes that are no UTF-8 at their line and never replaces them', async () => {
    const gbk = new Uint8Array([
      ...new TextEncoder().encode('第一行\n第二行\n'),
      0xbb,
      0xe1,
      0xd2,
      0xe9,
      0x0a,
    ]);
    await put('content/minutes/2024/001.md', gbk);
    await put('content/bureaus.yaml', new Uint8Array([0xff, 0xfe, 0x41, 0x00]));
    const { minutes, registry, diagnostics } = await readContent(dir);
    expect([minutes, registry]).toEqual([[], null]);
    expect(diagnostics.map(({ code, place }) => [code, place.kind === 'source' ? place.line : 0])).toEqual([
      ['file/unreadable', 3],
      ['file/unreadable', 1],
    ]);
  });

  test('follows no link out of the folder, but one within it', async () => {
    const secret = await put('secret.md', '内部');
    await put('outside/2024/001.md', '内部');
    await put('content/minutes/2024/001.md', '公开');
    await symlink(secret, join(dir, 'minutes/2024/002.md'));
    await symlink(join(dir, 'minutes/2024/001.md'), join(dir, 'minutes/2024/003.md'));
    await symlink(join(base, 'nowhere'), join(dir, 'minutes/2024/004.md'));
    await symlink(join(base, 'outside/2024'), join(dir, 'minutes/2025'));
    await symlink(secret, join(dir, 'bureaus.yaml'));
    const read = readContent(dir);
    expect((await read).minutes.map(({ id, source }) => [id, source])).toEqual([
      ['2024/001', '公开'],
      ['2024/003', '公开'],
    ]);
    expect((await read).registry).toBeNull();
    expect(await findings(read)).toEqual([
      'file/bad-path content/minutes/2024/002.md',
      'file/bad-path content/minutes/2024/004.md',
      'file/bad-path content/minutes/2025',
      'file/bad-path content/bureaus.yaml',
    ]);
  });

  test('reports a `minutes` that is no folder', async () => {
    await put('content/minutes');
    expect(await findings(readContent(dir))).toEqual(['file/unreadable content/minutes']);
  });

  test('refuses a content folder that is none', async () => {
    await expect(readContent(join(base, 'nowhere'))).rejects.toThrow(UserError);
    await expect(readContent(await put('file'))).rejects.toThrow(UserError);
  });
});

describe('readSomeContent', () => {
  test('reads the named files once each, with the registry of the folder', async () => {
    const one = await put('content/minutes/2024/001.md', '一');
    const draft = await put('drafts/Entwurf 1.md', '稿');
    await put('content/minutes/2024/002.md', '二');
    await put('content/bureaus.yaml', 'place:');
    const { minutes, registry, diagnostics } = await readSomeContent(dir, [draft, one, one]);
    expect(minutes.map(({ id, source }) => [id, source])).toEqual([
      ['2024/001', '一'],
      ['Entwurf 1', '稿'],
    ]);
    expect(registry?.source).toBe('place:');
    expect(diagnostics).toEqual([]);
  });

  test('holds files of the content folder to its rules', async () => {
    const bad = await put('content/minutes/2024/A.md');
    expect(await findings(readSomeContent(dir, [bad]))).toEqual(['file/bad-path content/minutes/2024/A.md']);
  });

  test('needs no content folder', async () => {
    const draft = await put('drafts/001.md', '稿');
    const { minutes, registry } = await readSomeContent(join(base, 'nowhere'), [draft]);
    expect([minutes[0]?.source, registry]).toEqual(['稿', null]);
  });

  test('refuses what is missing, a folder, or no Markdown', async () => {
    const word = await put('drafts/001.docx');
    await expect(readSomeContent(dir, [join(base, 'no.md')])).rejects.toThrow('没有“');
    await expect(readSomeContent(dir, [base])).rejects.toThrow('是文件夹');
    await expect(readSomeContent(dir, [word])).rejects.toThrow('不是 Markdown 文件');
  });
});

test('the content folder is `content` unless CONTENT_DIR names another', () => {
  expect(contentDirOf({})).toBe('content');
  expect(contentDirOf({ CONTENT_DIR: '' })).toBe('content');
  expect(contentDirOf({ CONTENT_DIR: '../other' })).toBe('../other');
});
