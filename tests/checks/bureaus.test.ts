import { describe, expect, test } from 'vitest';
import { checkCollection } from '../../src/checks/collection.ts';
import { changed, FAULTLESS, findingLines, findingsIn, NOW } from './examples.ts';

describe('the rule about bureaus', () => {
  test('reports an unknown observer with the nearest known name', () => {
    const source = changed('市城管局郑月', '市城建局郑月');
    expect(findingLines(source)).toEqual(['bureaus/unknown @市城建局: “市城建局”不在机构名录里']);
    expect(findingsIn(source).diagnostics[0]?.hint).toContain('是不是“市城管局”？');
  });

  test('reports an unknown reporter once, where it first stands', () => {
    const source = FAULTLESS.replaceAll('市林业局', '市园艺局').replace(
      '要抓住时节',
      '由市园艺局负责抓住时节',
    );
    expect(findingLines(source)).toHaveLength(1);
    expect(findingLines(source)[0]).toMatch(
      /^bureaus\/unknown @市园艺局: “市园艺局”不在机构名录里（共 \d 处）$/,
    );
  });

  test('says how to register a body that is like none', () => {
    const { diagnostics } = findingsIn(changed('市城管局郑月', '市水利局郑月'));
    expect(diagnostics.map(({ hint }) => hint)).toEqual([
      '在机构名录 bureaus.yaml 登记这个机构；是已有机构的另一种写法的，加进它的 aliases',
    ]);
  });

  test('points into the front matter at a body that only staff name', () => {
    const source = changed('09:00\n', '09:00\nitems:\n  2:\n    responsible: [市园艺局]\n');
    expect(findingLines(source)).toEqual(['bureaus/unknown @[市园艺局]: “市园艺局”不在机构名录里']);
  });

  test('reports nothing where no bureaus are registered', () => {
    const minutes = [{ path: 'a.md', id: 'a', source: changed('市城管局郑月', '市城建局郑月') }];
    expect(checkCollection({ minutes, registry: null, diagnostics: [] }, NOW).diagnostics).toEqual([]);
  });
});
