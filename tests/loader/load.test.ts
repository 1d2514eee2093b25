import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readCorpus } from '../../src/loader/load.ts';
import { FAULTLESS, NOW, REGISTRY } from '../checks/examples.ts';

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'jiyao-load-'));
  await mkdir(join(dir, 'minutes/2024'), { recursive: true });
  await writeFile(join(dir, 'minutes/2024/001.md'), FAULTLESS);
  await writeFile(join(dir, 'bureaus.yaml'), REGISTRY);
});

afterEach(async () => {
  await rm(dir, { recursive: true });
});

describe('readCorpus', () => {
  test('gives the corpus of a folder; without site.yaml the site is a demo', async () => {
    const { corpus, site } = await readCorpus(dir, NOW);
    expect(corpus.minutes.map(({ id }) => id)).toEqual(['2024/001']);
    expect([...corpus.byBureau.keys()]).toEqual(['szf', 'cgj', 'lyj', 'yjj']);
    expect(site.mode).toBe('demo');
  });

  test('does not mind reminders', async () => {
    await writeFile(join(dir, 'minutes/2024/001.md'), FAULTLESS.replace('（此件公开发布）', ''));
    await expect(readCorpus(dir, NOW)).resolves.toBeDefined();
  });

  test.each([
    ['minutes/2024/002.md', FAULTLESS.replace('主动公开', '不予公开'), 'disclosure/not-public'],
    ['minutes/2024/第2号.md', FAULTLESS, 'file/bad-path'],
    ['bureaus.yaml', 'bureaus: 1', 'registry/invalid'],
    ['site.yaml', 'mode: trial', 'site/invalid'],
  ])('rejects with the report when %s is at fault', async (name, source, code) => {
    await writeFile(join(dir, name), source);
    await expect(readCorpus(dir, NOW)).rejects.toThrow(`[${code}]`);
    await expect(readCorpus(dir, NOW)).rejects.toThrow(/共检查 \d 份纪要：\d 处错误/);
  });
});
