import { describe, expect, test } from 'vitest';
import { checkCollection } from '../../src/checks/collection.ts';
import { changed, FAULTLESS, findingLines, NOW } from './examples.ts';

const NOTE = '（此件公开发布）';

describe('the disclosure rule', () => {
  test.each(['依申请公开', '不予公开'])('refuses a document that is %s', (disclosure) => {
    expect(findingLines(changed('主动公开', disclosure))).toEqual([
      `disclosure/not-public @${disclosure}: 公开属性是“${disclosure}”，不能发布`,
    ]);
  });

  test.each([
    '（此件依申请公开）',
    '（此件不予公开）',
    '（此件不公开）',
    '(此件不予公开)',
    '（此 件 不 予 公 开）',
    '【不予公开】',
    '此件不予公开',
    '公开方式：依申请公开',
  ])('refuses a text that is marked %s', (mark) => {
    const shown = mark.replaceAll(' ', '');
    expect(findingLines(changed(NOTE, mark), 'disclosure/')).toContain(
      `disclosure/mark-mismatch @${mark}: 正文标有“${shown}”，不是主动公开的文件`,
    );
  });

  test('refuses such a mark also beside the open one, and wherever it stands', () => {
    const source = changed('要科学规划', '要科学规划（此件不予公开）');
    expect(findingLines(source)).toEqual([
      'disclosure/mark-mismatch @（此件不予公开）: 正文标有“（此件不予公开）”，不是主动公开的文件',
    ]);
  });

  test('does not take running text for a mark', () => {
    const sentence = '要坚持以公开为常态、不公开为例外，依申请公开的事项按时答复';
    expect(findingLines(changed('要科学规划', sentence))).toEqual([]);
    expect(findingLines(changed('要科学规划', '要（以公开为常态、不公开为例外）'))).toEqual([]);
  });

  test('refuses 删减后公开 without a word on what was left out', () => {
    expect(findingLines(changed(NOTE, '（此件删减后公开）'), 'disclosure/')).toEqual([
      'disclosure/no-redaction-record @此件删减后公开: 附注是“此件删减后公开”，没有写明删减了什么、依据是什么',
    ]);
  });

  test('is content with 删减后公开 and the word, in the front matter or as a withheld passage', () => {
    const redacted = changed(NOTE, '（此件删减后公开）');
    const record = 'redaction:\n  basis: 条例第十五条\n  reason: 删去个人信息\n';
    expect(findingLines(redacted.replace('published:', `${record}published:`), '')).toEqual([]);
    const passage = ':::withhold{reason="个人信息" basis="条例第十五条"}\n某人的住址。\n:::\n\n';
    expect(findingLines(redacted.replace('## 二', `${passage}## 二`), '')).toEqual([]);
  });

  test('asks for both halves of the word', () => {
    const half = changed('published:', 'redaction:\n  basis: 条例第十五条\npublished:');
    expect(findingLines(half, '').map((line) => line.split(' ')[0])).toEqual(['front-matter/invalid-value']);
  });

  test('takes a reason in the place of a mark', () => {
    const reasoned = changed('published:', 'disclosureReason: 2024年3月19日经公开审查同意公开\npublished:');
    expect(findingLines(reasoned.replace(NOTE, ''), '')).toEqual([]);
  });

  test('refuses a document without mark and reason where the site is published', () => {
    const minutes = [{ path: 'a.md', id: '2024/001', source: FAULTLESS.replace(NOTE, '') }];
    const policy = { publish: true, reviewRequired: false, officeNumbers: [] };
    const { diagnostics } = checkCollection({ minutes, registry: null, diagnostics: [] }, NOW, policy);
    expect(diagnostics.map(({ code }) => code)).toEqual(['disclosure/no-ground']);
  });

  test.each(['（此件公开发布）', '（此件公开）', '（此件主动公开）', '（此 件 公 开 发 布）'])(
    'is content with %s',
    (note) => {
      expect(findingLines(changed(NOTE, note))).toEqual([]);
    },
  );

  test('reminds of a missing note', () => {
    expect(findingLines(FAULTLESS.replace(NOTE, ''))).toEqual([
      'disclosure/no-mark @主动公开: 正文没有“（此件公开发布）”一类的附注',
    ]);
  });
});
