import { describe, expect, test } from 'vitest';
import { changed, FAULTLESS, findingLines } from './examples.ts';

const HEAD = FAULTLESS.slice(0, FAULTLESS.indexOf('## 一'));
const NOTE = '（此件公开发布）\n';
const ORDINALS = '一二三四五六七八';

/** Minutes with one item for each body. */
function itemsWith(bodies: readonly string[]): string {
  const items = bodies.map(
    (body, at) => `## ${ORDINALS.charAt(at)}、审议《公园${at}号管理办法》\n\n${body}\n\n`,
  );
  return HEAD.replace(/审议《.*，纪要/, '纪要') + items.join('') + NOTE;
}

const COMPLETE = '会议听取了市城管局关于该办法的汇报。会议原则同意该办法，由市城管局修改后以市政府名义印发。';

describe('the rule about parts of items', () => {
  test.each([
    ['汇报单位', '会议听取了该办法的汇报。会议原则同意该办法，由市城管局修改后以市政府名义印发。'],
    ['议定结果（原则同意、同意、另行研究等）', '会议听取了市城管局关于该办法的汇报。'],
    ['印发名义或落实单位', '会议听取了市城管局关于该办法的汇报。会议原则同意该办法。'],
  ])('points at the one item that lacks its %s', (part, body) => {
    const source = itemsWith([COMPLETE, COMPLETE, body, COMPLETE]);
    expect(findingLines(source, 'items/')).toEqual([
      `items/incomplete @审议《公园2号管理办法》: 第 3 个议题没有读到${part}，其他议题都有`,
    ]);
  });

  test('has nothing to say where that is the habit', () => {
    const bodies = ['会议听取了汇报。', '会议听取了汇报。', COMPLETE, COMPLETE];
    expect(findingLines(itemsWith(bodies), 'items/')).toEqual([]);
  });

  test('takes “not yet” for a decision', () => {
    const body = '会议听取了市城管局关于该办法的汇报。会议要求进一步论证后再提交研究。';
    expect(findingLines(itemsWith([COMPLETE, COMPLETE, COMPLETE, body]), 'items/')).toEqual([]);
  });
});

describe('the rule about spellings of one title', () => {
  test('points at the one that differs in a character or two', () => {
    expect(findingLines(changed('关于《云岭市公园管理办法》', '关于《云岭市公园管理办理》'))).toEqual([
      'titles/variant @《云岭市公园管理办理》: “《云岭市公园管理办理》”与前面的“《云岭市公园管理办法》”只差一两个字',
    ]);
  });

  test.each([
    '《办法》',
    '《云岭市公园管理 办法（送审稿）》',
    '《云岭市公园管理办法实施细则》',
    '《云岭市湿地管理条例》',
  ])('takes %s for no other spelling', (title) => {
    expect(findingLines(changed('关于《云岭市公园管理办法》', `关于${title}`), 'titles/')).toEqual([]);
  });

  test('takes titles that differ in numbers for two documents', () => {
    const source = FAULTLESS.replaceAll('《云岭市公园管理办法》', '《云岭市2024年公园管理计划》').replace(
      '会议强调，',
      '会议强调，要总结《云岭市2023年公园管理计划》，',
    );
    expect(findingLines(source, 'titles/')).toEqual([]);
  });
});

describe('the rule about sensitive figures', () => {
  test.each([
    ['安排民警120名', '民警120名', '警力数字'],
    ['涉密工程选址事项', '涉密工程选址事项', '涉密工程的内容'],
    ['尚未公布的总值12亿元', '尚未公布的总值12亿元', '尚未公布的统计数据'],
  ])('asks reviewers to look at %s', (words, at, kind) => {
    expect(findingLines(changed('要科学规划', words))).toEqual([
      `figures/sensitive @${at}: “${at}”可能是${kind}`,
    ]);
  });

  test.each(['加强警力配备', '保密工作', '公布2024年数据', '民警走访'])('leaves %s alone', (words) => {
    expect(findingLines(changed('要科学规划', words))).toEqual([]);
  });
});
