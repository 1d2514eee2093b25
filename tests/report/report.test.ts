import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/minutes/diagnostics.ts';
import { formatGithub } from '../../src/report/github.ts';
import { formatJson } from '../../src/report/json.ts';
import { formatReport } from '../../src/report/text.ts';
import { displayWidth, visible } from '../../src/report/width.ts';

const PATH = 'content/minutes/2024/001.md';

function finding(line: number, column: number, length: number, over: Partial<Diagnostic> = {}): Diagnostic {
  return {
    code: 'items/number-gap',
    message: '议题序号从“一”跳到“三”',
    hint: '对照原件补上',
    path: PATH,
    place: { kind: 'source', line, column, length },
    ...over,
  };
}

describe('the text report', () => {
  test('shows the line, a mark under it, what to do and where it is explained', () => {
    const source = '前言\n\n## 三、审议预算\n';
    expect(formatReport([finding(3, 4, 2)], new Map([[PATH, source]]))).toBe(
      `content/minutes/2024/001.md:3:4 错误 议题序号从“一”跳到“三” [items/number-gap]
    2 │
    3 │ ## 三、审议预算
      │    ^^^^
  改法：对照原件补上
  说明：docs/checks/items-number-gap.md

共检查 1 份纪要：1 处错误，0 处提醒`,
    );
  });

  test('says only the sums when there is nothing to say', () => {
    const sources = new Map([
      [PATH, ''],
      ['content/bureaus.yaml', ''],
    ]);
    expect(formatReport([], sources)).toBe('共检查 1 份纪要：0 处错误，0 处提醒');
  });

  test('puts reminders of one code in one file together behind the first three, if asked', () => {
    const reminders = [1, 2, 3, 5, 8, 8, 13].map((line, at) =>
      finding(line, at + 1, 1, { code: 'bureaus/unknown', message: '不认识' }),
    );
    const other = finding(4, 1, 1, { code: 'bureaus/unknown', message: '不认识', path: 'b.md' });
    const shown = formatReport([...reminders, other], new Map(), { all: false });
    expect(shown.match(/\S+ (?:提醒 不认识|另有.*)/gu)).toEqual([
      'b.md:4:1 提醒 不认识',
      `${PATH}:1:1 提醒 不认识`,
      `${PATH}:2:2 提醒 不认识`,
      `${PATH}:3:3 提醒 不认识`,
      `${PATH} 另有 4 处提醒 [bureaus/unknown]：第 5、8、13 行（用 npm run check -- --all 逐处列出）`,
    ]);
    expect(shown).toContain('0 处错误，8 处提醒');
    expect(formatReport(reminders, new Map()).match(/提醒 不认识/gu)?.length).toBe(7);
  });

  test('prints four of a code rather than say that one is left out', () => {
    const four = [1, 2, 3, 4].map((line) => finding(line, 1, 1, { code: 'bureaus/unknown' }));
    expect(formatReport(four, new Map(), { all: false })).toBe(formatReport(four, new Map()));
  });

  test('of very many files prints those with errors and the last hundred, and counts the rest', () => {
    const pathOf = (at: number): string => `content/minutes/2024/${String(at).padStart(3, '0')}.md`;
    const reminders = Array.from({ length: 130 }, (_, at) =>
      finding(1, 1, 1, { code: 'bureaus/unknown', path: pathOf(at) }),
    );
    const error = finding(2, 1, 1, { path: pathOf(3) });
    const report = formatReport([...reminders, error], new Map(), { all: false });
    const printed = [...report.matchAll(/^(content\S+\.md):/gmu)].map(([, path]) => path);
    expect([...new Set(printed)]).toEqual(
      [3, ...Array.from({ length: 100 }, (_, at) => at + 30)].map(pathOf),
    );
    expect(report).toContain('另有 29 个文件的 29 处提醒没有列出');
    expect(report).toContain('1 处错误，130 处提醒');
    expect(formatReport([...reminders, error], new Map())).not.toContain('没有列出');
  });

  test('never puts errors together, and never loses a finding', () => {
    const codes = fc.constantFrom('items/number-gap', 'bureaus/unknown', 'bureaus/two-names');
    const findings = fc.array(fc.tuple(fc.integer({ min: 1, max: 99 }), codes), { maxLength: 40 });
    fc.assert(
      fc.property(findings, (all) => {
        const diagnostics = all.map(([line, code]) => finding(line, 1, 1, { code }));
        const report = formatReport(diagnostics, new Map(), { all: false });
        const countOf = (code: string): number => {
          const alone = report.split(` [${code}]\n`).length - 1;
          const rest = new RegExp(`另有 (\\d+) 处提醒 \\[${code}\\]`, 'u').exec(report)?.[1] ?? '0';
          return alone + Number(rest);
        };
        const errors = all.filter(([, code]) => code === 'items/number-gap').length;
        expect(report.split(' [items/number-gap]\n').length - 1).toBe(errors);
        for (const code of ['items/number-gap', 'bureaus/unknown', 'bureaus/two-names'])
          expect(countOf(code)).toBe(all.filter((each) => each[1] === code).length);
      }),
    );
  });

  test('shows no line for a finding about a whole file', () => {
    const whole = finding(0, 0, 0, { code: 'file/bad-path', place: { kind: 'unknown' } });
    expect(formatReport([whole], new Map()).split('\n').slice(0, 2)).toEqual([
      'content/minutes/2024/001.md 错误 议题序号从“一”跳到“三” [file/bad-path]',
      '  改法：对照原件补上',
    ]);
  });

  test('orders by file, line and column, and counts errors and warnings apart', () => {
    const report = formatReport(
      [
        finding(9, 1, 1, { path: 'b.md' }),
        finding(10, 1, 1),
        finding(9, 5, 1, { code: 'body/html' }),
        finding(9, 1, 1),
      ],
      new Map(),
    );
    expect(report.match(/^\S+:\d+:\d+ ../gm)).toEqual([
      'b.md:9:1 错误',
      `${PATH}:9:1 错误`,
      `${PATH}:9:5 提醒`,
      `${PATH}:10:1 错误`,
    ]);
    expect(report).toMatch(/3 处错误，1 处提醒$/);
  });

  test('shows of a long paragraph the part around the place', () => {
    const source = `${'甲'.repeat(300)}乙丙${'丁'.repeat(300)}`;
    const frame = formatReport([finding(1, 301, 2)], new Map([[PATH, source]]))
      .split('\n')
      .slice(1, 3);
    expect(frame).toEqual([
      `    1 │ …${'甲'.repeat(12)}乙丙${'丁'.repeat(22)}…`,
      `      │ ${' '.repeat(25)}^^^^`,
    ]);
  });

  test('prints no control character of a document', () => {
    const report = formatReport(
      [finding(1, 2, 1, { message: '有“\u001b[31m”' })],
      new Map([[PATH, '甲\u001b[2J乙\u202e\u0000']]),
    );
    expect(report).toContain('甲␛[2J乙\ufffd␀');
    expect(report).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });

  test('puts the mark exactly under what it points at, whatever the line holds', () => {
    const signs = fc.constantFrom('甲', 'a', '，', '“', '𠮷', '\t', '\u0000', '。', ' 第', '1');
    const text = fc.array(signs, { maxLength: 150 }).map((each) => each.join(''));
    fc.assert(
      fc.property(text, fc.constantFrom('旻', 'x', '《》'), text, (before, target, after) => {
        const source = `${before}${target}${after}`;
        const at = before.length + 1;
        const [line = '', mark = ''] = formatReport(
          [finding(1, at, target.length)],
          new Map([[PATH, source]]),
        )
          .split('\n')
          .slice(1, 3);
        const column = mark.indexOf('^');
        let start = 0;
        while (displayWidth(line.slice(0, start)) < column) start++;
        expect(line.slice(start).startsWith(target)).toBe(true);
        expect(mark.length - column).toBe(displayWidth(target));
        expect(displayWidth(line)).toBeLessThanOrEqual(90);
      }),
    );
  });
});

describe('display width', () => {
  test.each([
    ['abc', 3],
    ['市政府', 6],
    ['（一）', 6],
    ['“五项”', 6],
    ['第13号', 6],
    ['𠮷', 2],
    ['…', 1],
  ])('%s takes %i columns', (text, columns) => {
    expect(displayWidth(text)).toBe(columns);
  });

  test('making a text visible never changes its length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(visible(text).length).toBe(text.length);
      }),
    );
  });
});

describe('the JSON report', () => {
  test('holds every finding with its place', () => {
    const whole = finding(0, 0, 0, { code: 'body/html', path: 'a.md', place: { kind: 'unknown' } });
    const report: unknown = JSON.parse(formatJson([finding(3, 4, 2), whole], new Map([[PATH, '']])));
    expect(report).toEqual({
      checked: 1,
      errors: 1,
      warnings: 1,
      infos: 0,
      findings: [
        {
          code: 'body/html',
          severity: 'warning',
          title: '正文含 HTML 标记',
          message: '议题序号从“一”跳到“三”',
          hint: '对照原件补上',
          page: 'docs/checks/body-html.md',
          path: 'a.md',
          line: null,
          column: null,
          length: null,
          replacement: null,
        },
        {
          code: 'items/number-gap',
          severity: 'error',
          title: '议题序号不连续',
          message: '议题序号从“一”跳到“三”',
          hint: '对照原件补上',
          page: 'docs/checks/items-number-gap.md',
          path: PATH,
          line: 3,
          column: 4,
          length: 2,
          replacement: null,
        },
      ],
    });
  });
});

describe('the annotations for GitHub Actions', () => {
  test('are one command a line, with place and title', () => {
    expect(formatGithub([finding(3, 4, 2)])).toBe(
      '::error file=content/minutes/2024/001.md,line=3,col=4,endColumn=6,title=议题序号不连续 [items/number-gap]::' +
        '议题序号从“一”跳到“三”%0A改法：对照原件补上%0A说明：docs/checks/items-number-gap.md',
    );
  });

  test('let nothing of a document become a command of its own', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (message, path) => {
        const report = formatGithub([finding(1, 1, 1, { code: 'body/html', message, path })]);
        expect(report.split(/\r|\n/)).toHaveLength(1);
        expect(report.startsWith('::warning file=')).toBe(true);
        expect(report.split('::')[1]).not.toMatch(/file=[^,]*:/);
      }),
    );
    expect(formatGithub([])).toBe('');
  });
});
