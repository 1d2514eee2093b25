import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prepareReview } from '../../src/cli/review-file.ts';
import { reviewedDigest } from '../../src/minutes/reviewed-text.ts';
import { FAULTLESS } from '../checks/examples.ts';

let contentDir = '';
let file = '';
beforeEach(() => {
  contentDir = mkdtempSync(join(tmpdir(), 'jiyao-review-'));
  file = join(contentDir, 'minutes/2024/001.md');
  mkdirSync(join(contentDir, 'minutes/2024'), { recursive: true });
  writeFileSync(file, FAULTLESS);
});
afterEach(() => {
  rmSync(contentDir, { recursive: true });
});

const target = (): string => join(contentDir, 'reviews/2024/001.yaml');

test('the record is written once, with the hash of what is reviewed', async () => {
  expect(await prepareReview({ file, contentDir, print: false })).toContain('已写 ');
  expect(readFileSync(target(), 'utf8')).toContain(`sha256: '${reviewedDigest(FAULTLESS)}'`);
});

test('a record that is there is left alone, and held against the text', async () => {
  const filled = `sha256: '${reviewedDigest(FAULTLESS)}'
basis: 条例第十九条
rounds: []
secrecy: { person: 陶然, time: 2024-03-19 15:00, result: 通过 }
`;
  mkdirSync(join(contentDir, 'reviews/2024'), { recursive: true });
  writeFileSync(target(), filled);
  expect(await prepareReview({ file, contentDir, print: false })).toContain('审查的就是现在这一稿');
  writeFileSync(file, FAULTLESS.replace('抓住时节', '抓紧时节'));
  const said = await prepareReview({ file, contentDir, print: false });
  expect(said).toContain('审查的不是现在这一稿');
  expect(said).toContain(reviewedDigest(FAULTLESS.replace('抓住时节', '抓紧时节')));
  expect(readFileSync(target(), 'utf8')).toBe(filled);
});

test('with print nothing is written', async () => {
  expect(await prepareReview({ file, contentDir, print: true })).toContain('round: 一审');
  expect(() => readFileSync(target())).toThrow('ENOENT');
});

test('a file outside minutes is refused', async () => {
  const draft = join(contentDir, 'drafts/2024/001.md');
  await expect(prepareReview({ file: draft, contentDir, print: true })).rejects.toThrow(
    '不在 minutes 文件夹里',
  );
});
