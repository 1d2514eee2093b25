import { describe, expect, test } from 'vitest';
import { removeLabelSpaces } from '../../../src/importers/repair/label-spaces.ts';
import { removeMarkSpaces } from '../../../src/importers/repair/mark-spaces.ts';
import { removeNumberSpaces } from '../../../src/importers/repair/number-spaces.ts';
import { removeNamePadding } from '../../../src/importers/repair/padded-names.ts';
import { removeWordSpaces } from '../../../src/importers/repair/word-spaces.ts';
import { doubtfulLines, repairText } from '../source.ts';

describe('removeLabelSpaces', () => {
  test.for([
    ['出 席：林远山 周小舟', '出席：林远山 周小舟'],
    ['列  席： 市水务局 孙立', '列席：市水务局 孙立'],
    ['主 送 ：各镇人民政府。', '主送：各镇人民政府。'],
    ['出席 林远山 周小舟', '出席 林远山 周小舟'],
    ['会 议：听取汇报', '会 议：听取汇报'],
  ] as const)('reads “%s”', ([before, after]) => {
    expect(repairText(removeLabelSpaces, before).text).toBe(after);
  });
});

describe('removeNamePadding', () => {
  test.for([
    ['出席：林远山、周  舟、李 四。', '出席：林远山、周舟、李四。', []],
    ['列席：市水务局 孙 立，市财政局 李四。', '列席：市水务局 孙立，市财政局 李四。', []],
    ['出席：林 远山、周小舟。', '出席：林远山、周小舟。', [1]],
    ['列席：林远山 周 舟 李 四 欧阳青', '列席：林远山 周舟 李四 欧阳青', []],
    ['列席：水务局 孙立 财政局 李四', '列席：水务局 孙立 财政局 李四', []],
    ['会议 强调，要 落 实。', '会议 强调，要 落 实。', []],
  ] as const)('reads “%s”', ([before, after, doubts]) => {
    const repaired = repairText(removeNamePadding, before);
    expect([repaired.text, doubtfulLines(repaired)]).toEqual([after, doubts]);
  });
});

describe('removeNumberSpaces', () => {
  test.for([
    ['2031 年 3 月 4 日上午，会议召开。', '2031年3月4日上午，会议召开。'],
    ['203 1 年第 1 次', '2031年第1次'],
    ['202 6 年第 1 次常务会议', '2026年第1次常务会议'],
    ['云府发〔20 25〕6 号', '云府发〔2025〕6号'],
    ['（二 〇 三 一 年 十一 月 三 日）', '（二〇三一年十一月三日）'],
    ['建议 9 件，办结率 100 %。', '建议9件，办结率100%。'],
    ['云川市人民政府办公室 2031年8月18日', '云川市人民政府办公室 2031年8月18日'],
    ['云川市人民政府 2031年第1次常务会议纪要', '云川市人民政府 2031年第1次常务会议纪要'],
    ['原则同意 S 313 线改造。', '原则同意 S 313线改造。'],
  ] as const)('reads “%s”', ([before, after]) => {
    expect(repairText(removeNumberSpaces, before).text).toBe(after);
  });

  test('keeps two numbers apart, as a doubt', () => {
    const repaired = repairText(removeNumberSpaces, '完成任务 14 15 件。');
    expect([repaired.text, doubtfulLines(repaired)]).toEqual(['完成任务14 15件。', [1]]);
  });
});

describe('removeMarkSpaces', () => {
  test.for([
    ['四 、 审议《 2031年计划 》 。', '四、审议《2031年计划》。'],
    ['聚焦 “ 两个确立 ” 、 “ 十五五 ”', '聚焦“两个确立”、“十五五”'],
    ['请假：钱一鸣（赴省城） 孙立（赴外地）', '请假：钱一鸣（赴省城） 孙立（赴外地）'],
    ['出席：林远山 、 周小舟', '出席：林远山、周小舟'],
  ] as const)('reads “%s”', ([before, after]) => {
    expect(repairText(removeMarkSpaces, before).text).toBe(after);
  });
});

describe('removeWordSpaces', () => {
  const NOISE = '现 将会议 有关 事项 纪要如下，各 单位 要认真 贯彻 落实。';

  test('takes out the spaces of a text that is full of them, but not those in a slogan', () => {
    const repaired = repairText(
      removeWordSpaces,
      `${NOISE}\n打响“人来云川有作为 才聚云川更幸福”品牌，加强 宣传。`,
    );
    expect(repaired.text).toBe(
      '现将会议有关事项纪要如下，各单位要认真贯彻落实。\n打响“人来云川有作为 才聚云川更幸福”品牌，加强宣传。',
    );
    expect(doubtfulLines(repaired)).toEqual([2]);
  });

  test('keeps the few spaces of a clean text, as doubts, but for a piece that they cut off', () => {
    const text = '会议审议了关于全面加强人才供给 支撑产业发展的措施，并听取了工作 情况 汇报，要求抓好落实。';
    const repaired = repairText(removeWordSpaces, text);
    expect(repaired.text).toBe(
      '会议审议了关于全面加强人才供给 支撑产业发展的措施，并听取了工作情况汇报，要求抓好落实。',
    );
    expect(repaired.changes.map(({ edit, doubt }) => [edit?.kind ?? 'kept', doubt])).toEqual([
      ['kept', true],
      ['remove', true],
      ['remove', true],
    ]);
  });

  test.for([
    ['云川市人民政府 常务会议纪要', '云川市人民政府 常务会议纪要'],
    ['云川市人民政府办公室 整理', '云川市人民政府办公室 整理'],
    ['常 务 会 议 纪 要', '常务会议纪要'],
    ['2031年第1次 常务 会议 纪要', '2031年第1次常务会议纪要'],
    ['列席：市水务局 孙立 市财政局 李四', '列席：市水务局 孙立 市财政局 李四'],
    ['会议要求用好 APP 平台，抓好各项工作落实。', '会议要求用好APP平台，抓好各项工作落实。'],
  ] as const)('reads “%s”', ([before, after]) => {
    expect(repairText(removeWordSpaces, before).text).toBe(after);
  });
});
