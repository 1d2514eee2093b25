import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reviewedDigest } from '../../src/minutes/reviewed-text.ts';
import { sha256 } from '../../src/minutes/sha256.ts';

test('sha256 is that of Node, for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'));
    }),
  );
});

const SOURCE = '---\ndisclosure: 主动公开\npublished: 2024-05-20 09:00\n---\n\n# 纪要（虚构）\n\n正文。\n';

test('the reviewed text is the whole file but for the time of publication and the day of archiving', () => {
  const digest = reviewedDigest(SOURCE);
  for (const same of [
    SOURCE.replace('2024-05-20', '2024-06-01'),
    SOURCE.replace('published: 2024-05-20 09:00\n', ''),
    SOURCE.replace('published', 'archived: 2026-01-31\npublished'),
    SOURCE.replaceAll('\n', '\r\n'),
    `\uFEFF${SOURCE}\n\n`,
  ])
    expect(reviewedDigest(same)).toBe(digest);
  for (const other of [
    SOURCE.replace('正文。', '正文，'),
    SOURCE.replace('主动公开', '依申请公开'),
    SOURCE.replace('---\n\n', 'items:\n  1: { outcome: 同意 }\n---\n\n'),
    `${SOURCE}published: 2024-05-20 09:00\n`,
  ])
    expect(reviewedDigest(other)).not.toBe(digest);
});
