import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildCorpus } from '../../src/corpus/corpus.ts';
import type { BureauRoles, ItemRef } from '../../src/corpus/model.ts';
import type { Minutes } from '../../src/minutes/model.ts';
import { parseMinutes } from '../../src/minutes/parse.ts';
import { cityRegistry } from './fixtures.ts';

const registry = cityRegistry();

/** Minutes of the fictional city (虚构), with two items of the bureau it is given. */
function meeting(id: string, held: string, bureau = '市应急局'): Minutes {
  const source = `---
disclosure: 主动公开
published: 2024-12-01 09:00
held: ${held}
---

# 云岭市人民政府常务会议纪要

林远市长主持召开市政府第5次常务会议，纪要如下：

## 一、审议《云岭市防汛预案》

会议听取并审议了${bureau}关于《云岭市防汛预案》起草情况的汇报。会议原则同意该《预案》，会后由${bureau}根据会议讨论情况修改完善，以两办名义印发。

## 二、听取关于市场秩序情况的汇报

会议听取了市市场监管局关于市场秩序情况的汇报。

列席：${bureau}周山，市人社局吴海。
`;
  return parseMinutes(source, `content/minutes/${id}.md`, registry.lexicon).minutes;
}

/** Items as `2024/001#1`. */
function items(refs: readonly ItemRef[] = []): readonly string[] {
  return refs.map(({ minutes, item }) => `${minutes.id}#${item.order}`);
}

const older = meeting('2023/001', '2023-05-01');
const newer = meeting('2024/001', '2024-05-01', '市应急管理局');
const newest = meeting('2024/002', '2024-05-01');

describe('buildCorpus', () => {
  const corpus = buildCorpus([older, newest, newer], registry);
  const rolesOf = <Role extends keyof BureauRoles>(
    id: string,
    role: Role,
  ): readonly BureauRoles[Role][number][] => {
    const record = corpus.byBureau.get(id);
    return (
      record?.years.flatMap((year): readonly BureauRoles[Role][number][] => record.inYear(year)[role]) ?? []
    );
  };

  test('puts the newest meeting first, and of one day the later id', () => {
    expect(corpus.minutes.map(({ id }) => id)).toEqual(['2024/002', '2024/001', '2023/001']);
    expect(corpus.byId.get('2023/001')).toBe(older);
  });

  test('groups by the year of the address, newest first', () => {
    const years = [...corpus.byYear].map(([year, minutes]) => [year, minutes.map(({ id }) => id)]);
    expect(years).toEqual([
      ['2024', ['2024/002', '2024/001']],
      ['2023', ['2023/001']],
    ]);
  });

  test('gathers a bureau under all its names, roles apart', () => {
    const record = corpus.byBureau.get('yjj');
    expect(record?.years).toEqual(['2024', '2023']);
    expect(items(rolesOf('yjj', 'reports'))).toEqual(['2024/002#1', '2024/001#1', '2023/001#1']);
    expect(items(rolesOf('yjj', 'responsible'))).toEqual(['2024/002#1', '2024/001#1', '2023/001#1']);
    expect(rolesOf('yjj', 'issues')).toEqual([]);
    expect(rolesOf('yjj', 'observes').map(({ minutes }) => minutes.id)).toEqual([
      '2024/002',
      '2024/001',
      '2023/001',
    ]);
  });

  test('credits a composite to each of its bureaus', () => {
    for (const id of ['swb', 'zfb']) {
      expect(rolesOf(id, 'issues').map(({ item }) => item.order)).toEqual([1, 1, 1]);
    }
  });

  test('holds only bureaus that occur, in the order of the registry', () => {
    expect([...corpus.byBureau.keys()]).toEqual(['swb', 'zfb', 'rsj', 'yjj', 'scjgj']);
    for (const role of ['reports', 'responsible', 'issues'] as const)
      expect(rolesOf('rsj', role)).toEqual([]);
  });

  test('is the same whatever order the minutes come in', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([older, newer, newest], { minLength: 3 }), (minutes) => {
        expect(buildCorpus(minutes, registry)).toEqual(corpus);
      }),
    );
  });

  test('refuses two minutes of one id', () => {
    expect(() => buildCorpus([older, older], registry)).toThrow('same id');
  });
});
