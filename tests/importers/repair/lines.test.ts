import { describe, expect, test } from 'vitest';
import { joinBrokenNames } from '../../../src/importers/repair/broken-names.ts';
import { joinPageBreaks } from '../../../src/importers/repair/page-breaks.ts';
import { joinRunInPoints } from '../../../src/importers/repair/run-in-points.ts';
import { joinTitleLines } from '../../../src/importers/repair/title-lines.ts';
import { joinWrappedLines } from '../../../src/importers/repair/wrapped-lines.ts';
import { doubtfulLines, repairText } from '../source.ts';

const lines = (...each: readonly string[]): string => each.join('\n');

describe('joinBrokenNames', () => {
  test('joins a label in two lines and names in one or two lines', () => {
    const { text } = repairText(
      joinBrokenNames,
      lines('出', '席：林远山', '周', '舟', '欧阳青', '李', '四', '记', '录：赵', '五'),
    );
    expect(text).toBe(lines('出席：林远山 周舟 欧阳青 李四', '记录：赵五'));
  });

  test('keeps absent people apart, with their reasons', () => {
    expect(
      repairText(joinBrokenNames, lines('请', '假：钱一鸣（赴省城开会）', '孙立（赴外地考察）')).text,
    ).toBe('请假：钱一鸣（赴省城开会） 孙立（赴外地考察）');
  });

  test('joins the rows of columns and a name that a row broke', () => {
    const repaired = repairText(joinBrokenNames, lines('列席：林远山 周小舟 欧', '阳青 孙立 李四', '王小明'));
    expect(repaired.text).toBe('列席：林远山 周小舟 欧阳青 孙立 李四 王小明');
    expect(doubtfulLines(repaired)).toEqual([2]);
  });

  test('doubts a single character that nothing completes', () => {
    const repaired = repairText(joinBrokenNames, lines('出席：林远山', '周', '欧阳青'));
    expect(doubtfulLines(repaired)).toEqual([3]);
  });

  test.for([
    lines('列席：市水务局 孙立', '市财政局 李四', '市教育局 王小明'),
    lines('出席：林远山、周小舟。', '海关、邮政公司代表。'),
    lines('一', '会议听取了汇报。', '二', '会议审议了办法。'),
    lines('列席：', '（一）邀请列席：钱一鸣'),
  ])('leaves other lists alone: %j', (text) => {
    expect(repairText(joinBrokenNames, text).text).toBe(text);
  });
});

describe('joinWrappedLines', () => {
  // Twenty characters to a line, as a PDF gives them.
  const PARAGRAPH = [
    '会议听取区建设委关于编制二〇三一年重大建',
    '设项目清单的情况汇报。会议指出，要发挥好',
    '牵头统筹作用，做好具体项目的协调推进工作',
    '，全力推进项目建设。',
  ];
  const SECOND = [
    '会议听取区教育局关于学校布局规划的情况汇',
    '报。会议指出，要统筹考虑人口变化，优化布',
    '局，确保学生就近入学，办好每一所学校，让',
    '群众满意。',
  ];

  test('joins the lines of paragraphs and keeps the paragraphs, title and number line apart', () => {
    const { text } = repairText(
      joinWrappedLines,
      lines('区政府常务会议纪要', '第 8 号', ...PARAGRAPH, ...SECOND),
    );
    expect(text).toBe(lines('区政府常务会议纪要', '第 8 号', PARAGRAPH.join(''), SECOND.join('')));
  });

  test('begins a paragraph with 会议听取 behind a line that a sentence fills', () => {
    const filled = [
      '会议听取区建设委关于编制二〇三一年重大建',
      '设项目清单的情况汇报。会议指出，要发挥好',
      '牵头作用，做好项目协调工作，全力推进。',
    ];
    const repaired = repairText(joinWrappedLines, lines(...filled, ...SECOND));
    expect(repaired.text).toBe(lines(filled.join(''), SECOND.join('')));
  });

  test('keeps an ordinal at the start of a line that goes on in the sentence', () => {
    const text = [
      '一、会议听取全区统计工作情况汇报，并安排部',
      '署了相关工作。会议要求，坚持归口管理、统',
      '一、规范、有序的原则，抓好各项工作落实，',
      '确保数据真实。',
    ];
    expect(repairText(joinWrappedLines, lines(...text, ...SECOND)).text).toBe(
      lines(text.join(''), SECOND.join('')),
    );
  });

  test('keeps a heading and its body apart, though the heading fills its line', () => {
    const text = lines(
      '一、审议区建设委关于编制重大建设项目清单',
      ...PARAGRAPH,
      '二、听取区教育局学校布局规划的情况的汇报',
      ...SECOND,
    );
    expect(repairText(joinWrappedLines, text).text).toBe(
      lines(
        '一、审议区建设委关于编制重大建设项目清单',
        PARAGRAPH.join(''),
        '二、听取区教育局学校布局规划的情况的汇报',
        SECOND.join(''),
      ),
    );
  });

  test('joins a heading over two lines by its open bracket', () => {
    const heading = ['一、审议《云川区关于全面加强河道管护工作', '的若干措施》'];
    expect(repairText(joinWrappedLines, lines(...heading, ...PARAGRAPH)).text).toBe(
      lines(heading.join(''), PARAGRAPH.join('')),
    );
  });

  test('goes by indents where the text has them', () => {
    const text = [
      '　　会议听取区建设委关于编制重大建设项目清',
      '单的情况汇报。会议指出，要发挥好牵头作用。',
      '各区要抓好落实，全力推进重大建设项目早开',
      '工。',
      '　　会议强调，要统筹考虑人口变化，优化布局',
      '，确保学生就近入学，办好每一所学校。',
    ];
    expect(repairText(joinWrappedLines, lines(...text)).text).toBe(
      lines(text.slice(0, 4).join(''), text.slice(4).join('')),
    );
  });

  test('keeps labels, organisations with names, and the foot on their own lines', () => {
    const tail = ['出席：林远山、周小舟', '列席：市水务局 孙立', '云川市人民政府办公室', '2031年3月8日印发'];
    expect(repairText(joinWrappedLines, lines(...PARAGRAPH, ...SECOND, ...tail)).text).toBe(
      lines(PARAGRAPH.join(''), SECOND.join(''), ...tail),
    );
  });

  test('puts a space between two Latin words, as a doubt', () => {
    const text = [
      '会议审议了关于引进国际评估机构 Moody Analytics',
      'Limited 的请示，原则同意，要求抓好落实工作，确',
      '保按期完成。会议强调，要依法依规，公开透明，接',
      '受监督。',
    ];
    const repaired = repairText(joinWrappedLines, lines(...text));
    expect(repaired.text).toContain('Analytics Limited');
    expect(doubtfulLines(repaired)).toContain(2);
  });

  test('leaves text alone whose lines are paragraphs', () => {
    const text = lines(
      '一、审议《办法》',
      PARAGRAPH.join(''),
      '二、听取汇报',
      `${SECOND.join('')}${SECOND.join('')}`,
      '会议还研究了其他事项。',
    );
    expect(repairText(joinWrappedLines, text)).toEqual({ text, changes: [] });
  });
});

describe('joinPageBreaks', () => {
  test.for([
    ['behind a comma', '会议强调，要做最充分准备，', '认真查摆问题。', false],
    ['in an open bracket', '会议原则同意该《行动', '方案》，会后印发。', false],
    ['before a closing mark', '会议原则同意该办法', '，会后印发。', false],
    ['in a sentence', '会议指出了问题。要用好政策效', '力，强化服务。', true],
    ['in a list of observers', '列席：市水务局孙立，市统', '计局周静，市财政局李四。', true],
    ['in a heading with an open bracket', '三、审议《关于加强河道', '管护的措施》', false],
  ] as const)('joins %s', ([, first, second, doubt]) => {
    const repaired = repairText(joinPageBreaks, lines(first, '', second));
    expect(repaired.text).toBe(first + second);
    expect(doubtfulLines(repaired)).toEqual(doubt ? [3] : []);
  });

  test.for([
    ['a heading and its body', '一、审议《办法》', '会议听取了汇报，原则同意。'],
    ['an introduction and its list', '会议议定以下意见：', '原则同意该办法，会后印发。'],
    ['a paragraph and an item', '会议强调，要抓好落实，', '二、听取汇报'],
    [
      'a list without a full stop and the next label',
      '出席：林远山、周小舟',
      '列席：市水务局孙立，市财政局李四。',
    ],
    ['a bare ordinal and its item', '一', '会议听取了汇报，原则同意。'],
    ['the office and the date', '云川市人民政府办公室', '2031年3月8日，印发。'],
    ['one observer to a line', '列席：市水务局 孙立', '市财政局 李四'],
  ] as const)('keeps %s apart', ([, first, second]) => {
    expect(repairText(joinPageBreaks, lines(first, '', second)).text).toBe(lines(first, second));
  });
});

describe('joinRunInPoints', () => {
  const runIn = '会议强调，（一）要抓好落实。（二）要加强宣传。（三）要严格督查。';

  test('joins （二） to （一） where the document keeps points in one paragraph', () => {
    const repaired = repairText(
      joinRunInPoints,
      lines(runIn, '会议强调，（一）要高度重视。', '（二）要明确分工。（三）要抓好考核。'),
    );
    expect(repaired.text).toBe(
      lines(runIn, '会议强调，（一）要高度重视。（二）要明确分工。（三）要抓好考核。'),
    );
    expect(doubtfulLines(repaired)).toEqual([3]);
  });

  test('leaves points alone that each have their paragraph', () => {
    const text = lines('会议强调，（一）要高度重视。', '（二）要明确分工。', '（三）要抓好考核。');
    expect(repairText(joinRunInPoints, text).text).toBe(text);
  });
});

describe('joinTitleLines', () => {
  test('makes one title of place and name, with a space', () => {
    expect(repairText(joinTitleLines, lines('云川市人民政府', '2031年第1次常务会议纪要', '正文')).text).toBe(
      lines('云川市人民政府 2031年第1次常务会议纪要', '正文'),
    );
  });

  test('leaves a title of one line alone', () => {
    const text = lines('云川市人民政府常务会议纪要', '第8号', '云川市人民政府');
    expect(repairText(joinTitleLines, text).text).toBe(text);
  });
});
