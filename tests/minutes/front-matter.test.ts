import { describe, expect, test } from 'vitest';
import { isIsoDate, readFrontMatter } from '../../src/minutes/front-matter.ts';

const findings = (yaml: string): string[] =>
  readFrontMatter(`---\n${yaml}\n---\n\n正文\n`, 'a.md').diagnostics.map(({ code, message, place }) =>
    place.kind === 'source' ? `${String(place.line)}:${String(place.column)} ${message} [${code}]` : message,
  );

describe('readFrontMatter', () => {
  test('accepts a file that states nothing but disclosure and time', () => {
    expect(findings('disclosure: 主动公开\npublished: 2022-07-09 17:00')).toEqual([]);
  });

  test('finds every fault in one run, each at its line', () => {
    expect(
      findings('disclosure: 公开\npublished: 2022-7-9\nheld: 2022-02-30\ntitel: 纪要\nchair: 12'),
    ).toEqual([
      '5:1 文件头里没有“titel”这个字段 [front-matter/unknown-field]',
      '6:8 “chair”的值不是文字 [front-matter/invalid-value]',
      '4:7 “held”不是日期 [front-matter/invalid-value]',
      '2:13 公开属性“公开”不认识 [front-matter/invalid-value]',
      '3:12 发布时间“2022-7-9”不是规定的写法 [front-matter/invalid-value]',
    ]);
  });

  test('has no default for disclosure (R2.4) and none for the time of publishing (R1.2)', () => {
    expect(findings('disclosure:\npublished:')).toEqual([
      '2:1 文件头没有写明公开属性 [front-matter/missing-disclosure]',
      '3:1 文件头没有写明发布时间 [front-matter/missing-published]',
    ]);
  });

  test('reports a file without front matter at its first line', () => {
    const { diagnostics, bodyStart } = readFrontMatter('正文\n', 'a.md');
    expect(diagnostics.map(({ code }) => code)).toEqual(['front-matter/missing']);
    expect(bodyStart).toBe(0);
  });

  test.for([
    ['a duplicate key', 'disclosure: 主动公开\ndisclosure: 主动公开\npublished: 2022-07-09 17:00'],
    ['an open quote', 'disclosure: "主动公开\npublished: 2022-07-09 17:00'],
    ['a list', '- 主动公开'],
  ])('reports %s as bad YAML', ([, yaml]) => {
    expect(findings(yaml ?? '').join('\n')).toContain('[front-matter/syntax]');
  });

  test.for(['25:00', '24:00', '17:60', '7:00', '17:00:00'])('refuses %s as a time of day', (time) => {
    expect(findings(`disclosure: 主动公开\npublished: 2022-07-09 ${time}`)).toHaveLength(1);
  });

  test('takes a day that exists for the day of archiving (R1.13), and nothing else', () => {
    const head = 'disclosure: 主动公开\npublished: 2022-07-09 17:00\narchived: ';
    const { frontMatter } = readFrontMatter(`---\n${head}2024-03-15\n---\n`, 'a.md');
    expect(frontMatter.archived).toBe('2024-03-15');
    expect(findings(`${head}2024-03-15`)).toEqual([]);
    for (const value of ['2024-02-30', '2024年3月15日', '2024-03-15 09:00', 'true', ''])
      expect(findings(head + value)).toEqual([expect.stringMatching(/^4:\d+ “archived”不是日期/u)]);
  });

  test('reads stated values', () => {
    const { frontMatter } = readFrontMatter(
      '---\ndisclosure: 主动公开\npublished: 2022-07-09 17:00\nnumber: 第5号\nheld: 2022-07-02\n---\n',
      'a.md',
    );
    expect(frontMatter).toMatchObject({
      disclosure: '主动公开',
      published: '2022-07-09 17:00',
      overrides: { number: '第5号', held: '2022-07-02' },
    });
  });

  test('survives a bomb of aliases', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...Array.from(
        { length: 9 },
        (_, i) =>
          `b${String(i)}: &b${String(i)} [${Array.from({ length: 9 }, () => (i === 0 ? '*a' : `*b${String(i - 1)}`)).join(',')}]`,
      ),
    ];
    const started = process.cpuUsage();
    expect(findings(bomb.join('\n')).length).toBeGreaterThan(0);
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(1000);
  });
});

describe('isIsoDate', () => {
  test('knows which days exist', () => {
    expect(['2024-02-29', '2023-02-29', '2022-13-01', '2022-07-9'].map(isIsoDate)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
