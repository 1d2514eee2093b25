import { describe, expect, test } from 'vitest';
import { checkCollection } from '../../src/checks/collection.ts';
import { formatReport } from '../../src/report/text.ts';
import { changed, FAULTLESS, findingLines, NOW, REGISTRY } from './examples.ts';

const SECRET = '与云岭公园公司谈判的底价是三百万元';
const withhold = (text: string): string =>
  `:::withhold{reason="商业秘密" basis="条例第十五条"}\n${text}\n:::\n\n`;

describe('a withheld sentence', () => {
  test('that stands in the open in the same minutes is told without quoting it', () => {
    const source = changed('## 二', `${withhold(`${SECRET}。`)}## 二`).replace(
      '要保证成活',
      `要记住${SECRET}，要保证成活`,
    );
    const minutes = [{ path: 'a.md', id: '2024/001', source }];
    const { diagnostics, sources } = checkCollection({ minutes, registry: null, diagnostics: [] }, NOW);
    expect(diagnostics.map(({ code }) => code)).toEqual(['withheld/repeated']);
    expect(formatReport(diagnostics, sources)).not.toContain('三百万元');
  });

  test('that stands in the open in other minutes is told there', () => {
    const minutes = [
      { path: 'a.md', id: '2024/001', source: changed('## 二', `${withhold(SECRET)}## 二`) },
      { path: 'b.md', id: '2024/002', source: changed('要保证成活', SECRET.split('').join(' ')) },
    ];
    const registry = { path: 'content/bureaus.yaml', source: REGISTRY };
    const { diagnostics } = checkCollection({ minutes, registry, diagnostics: [] }, NOW);
    expect(diagnostics.filter(({ code }) => code === 'withheld/repeated').map(({ path }) => path)).toEqual([
      'b.md',
    ]);
  });

  test('of a few characters may stand anywhere', () => {
    expect(findingLines(changed('## 二', `${withhold('会议同意。')}## 二`), 'withheld/')).toEqual([]);
  });
});

test('numbers that are missing where a passage is withheld are no gap', () => {
  const points = changed('（二）要精心养护', `（三）要精心养护`);
  expect(findingLines(points)).toHaveLength(1);
  const item = FAULTLESS.replace('## 二、听取', '## 三、听取');
  expect(findingLines(item)).toHaveLength(1);
  expect(findingLines(item.replace('## 三、', `${withhold('## 二、审议\n\n内部事项。')}## 三、`))).toEqual(
    [],
  );
  const third = FAULTLESS.replace('（二）要保证成活', '（三）要保证成活');
  expect(findingLines(third.replace('（三）要保证', `${withhold('（二）内部事项。')}（三）要保证`))).toEqual(
    [],
  );
});
