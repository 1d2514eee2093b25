import { describe, expect, test } from 'vitest';
import { archiveFindings, toldHistory } from './archive-examples.ts';
import { FAULTLESS } from './examples.ts';

const CHANGED = FAULTLESS.replace('会议原则同意', '会议同意');
const FIRST = { time: '2024-03-20 10:00', source: FAULTLESS };

/** Findings as `code message`. */
function lines(...parameters: Parameters<typeof archiveFindings>): readonly string[] {
  return archiveFindings(...parameters).diagnostics.map(({ code, message }) => `${code} ${message}`);
}

describe('a history that is missing', () => {
  test.each([
    ['no-git', '这台机器上没有 git'],
    ['no-repository', '内容文件夹不在 git 仓库里'],
    ['no-commits', 'git 仓库里还没有提交'],
    ['shallow', 'git 仓库是浅克隆，历史不全'],
    ['failed', 'git 没有给出历史'],
  ] as const)('is one error in publish mode and a line of notice in a demo: %s', (reason, fact) => {
    const history = { kind: 'unavailable', reason } as const;
    expect(lines({ history })).toEqual([`history/unavailable ${fact}，不能生成更正记录和历史版本`]);
    expect(lines({ history }, { mode: 'demo' })).toEqual([
      `history/notice ${fact}，这次不显示更正记录和历史版本`,
    ]);
  });

  test('is missing too where nothing was ever committed', () => {
    const history = toldHistory([], ['2024/001'], '2024/009');
    expect(lines({ history })).toEqual([
      'history/unavailable 纪要都还没有提交到 git，不能生成更正记录和历史版本',
    ]);
  });
});

describe('a change after publication', () => {
  const changed = { time: '2024-03-25 15:30', source: CHANGED };

  test('needs a reason and a known kind', () => {
    const findings = (told: object): readonly string[] =>
      lines({ history: toldHistory([FIRST, { ...changed, ...told }]) }, { source: CHANGED });
    expect(findings({ reason: '印发名义有误' })).toEqual([]);
    expect(findings({ reason: '印发名义有误', kind: '补充' })).toEqual([]);
    expect(findings({})).toEqual([
      'history/unexplained 2024-03-25 15:30 的改动（提交 2222222222）没有写明更正说明',
    ]);
    expect(findings({ reason: '印发名义有误', kind: '撤销' })).toEqual([
      'history/unexplained 2024-03-25 15:30 的改动（提交 2222222222）的更正类型“撤销”不认识',
    ]);
  });

  test('can be explained afterwards', () => {
    const corrections = {
      path: 'content/corrections.yaml',
      source: "- { commit: '2222222', kind: 更正, reason: 印发名义有误 }\n",
    };
    const history = toldHistory([FIRST, { ...changed, kind: '撤销' }]);
    expect(lines({ history, corrections }, { source: CHANGED })).toEqual([]);
  });

  test('needs none where only white space changed', () => {
    const source = FAULTLESS.replace('会议强调，', '会议强调，\n\n');
    expect(lines({ history: toldHistory([FIRST, { ...changed, source }]) }, { source })).toEqual([]);
  });

  test('is a single line of notice in a demo, however many there are', () => {
    const again = { time: '2024-03-26 15:30', source: FAULTLESS };
    expect(lines({ history: toldHistory([FIRST, changed, again]) }, { mode: 'demo' })).toEqual([
      'history/notice 2024-03-25 15:30 的改动（提交 2222222222）没有写明更正说明；这样的共 2 处',
    ]);
  });
});

describe('the time of publication (R1.15)', () => {
  const committed = (time: string, source = FAULTLESS) =>
    lines({ history: toldHistory([{ time, source }]) }, { source });

  test('may lie three days before the commit that brought the document, not more', () => {
    expect(committed('2024-03-20 08:00')).toEqual([]);
    expect(committed('2024-03-23 09:00')).toEqual([]);
    expect(committed('2024-03-23 09:01')).toEqual([
      'history/backdated 发布时间写的是 2024-03-20 09:00，录入本站却是 2024-03-23 09:01',
    ]);
  });

  test('may lie long before when the document was published elsewhere', () => {
    const source = FAULTLESS.replace('09:00\n', '09:00\nrepublished: true\n');
    expect(committed('2024-12-20 10:00', source)).toEqual([]);
  });

  test('is held against the present where nothing is committed yet', () => {
    const history = toldHistory([], ['2024/001'], '2024/001');
    expect(lines({ history })).toContain(
      'history/backdated 发布时间写的是 2024-03-20 09:00，录入本站却是 2024-12-31 12:00',
    );
  });
});

test('what is not committed is named once, in publish mode', () => {
  const history = toldHistory([FIRST], ['2024/001']);
  expect(lines({ history })).toEqual(['history/uncommitted 有 1 份纪要的改动还没有提交：2024/001']);
  expect(lines({ history }, { mode: 'demo' })).toEqual([]);
});

test('publication after the deadline is a reminder', () => {
  const source = FAULTLESS.replace('2024-03-20 09:00', '2024-04-16 09:00');
  const late = FAULTLESS.replace('2024-03-20 09:00', '2024-04-17 09:00');
  const findings = (published: string, time: string) =>
    lines({ history: toldHistory([{ time, source: published }]) }, { source: published });
  expect(findings(source, '2024-04-16 10:00')).toEqual([]);
  expect(findings(late, '2024-04-17 10:00')).toEqual([
    'deadline/overdue 印发日期 2024-03-18 起 20 个工作日到 2024-04-16，2024-04-17 才发布，超过 1 个工作日',
  ]);
});
