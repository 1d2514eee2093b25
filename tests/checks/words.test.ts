import { describe, expect, test } from 'vitest';
import { changed, findingLines } from './examples.ts';

function inText(words: string, group = ''): readonly string[] {
  return findingLines(changed('要科学规划', words), group);
}

describe('the rule about words easily mistaken', () => {
  test('points at each and says the usual one', () => {
    expect(inText('要用好秸杆，收集秸 杆', 'words/')).toEqual([
      'words/mistaken @秸杆: “秸杆”疑似“秸秆”之误',
      'words/mistaken @秸 杆: “秸杆”疑似“秸秆”之误',
    ]);
  });

  test('passes over the longer words that the list excepts, and over local terms', () => {
    expect(inText('要按排放标准，办好秸杆节')).toEqual([]);
  });
});

describe('the rule about forbidden words', () => {
  test('refuses them and says what to write', () => {
    expect(inText('要建设云岭旧城')).toEqual([
      'words/forbidden @云岭旧城: “云岭旧城”在禁用词名单里：例子里虚构的规定',
    ]);
  });
});

describe('the rule about habitual names', () => {
  test('reports each once', () => {
    expect(inText('要会同省发改委、县发改委', 'bureaus/habit')).toEqual([
      'bureaus/habit-name @发改委: “发改委”是习惯简称，规范简称是“发展改革委”（共 2 处）',
    ]);
  });
});

describe('the rule about doubled words', () => {
  test.each([
    ['要落实的的责任', '的的', '的'],
    ['要落实了了责任', '了了', '了'],
    ['会议会议强调', '会议会议', '会议'],
    ['要高质量发展高质量发展', '高质量发展高质量发展', '高质量发展'],
    ['由市市林业局落实', '市市', '市'],
  ])('finds %s', (words, doubled, once) => {
    expect(inText(words, 'words/')).toEqual([`words/doubled @${doubled}: “${once}”连写了两次`]);
  });

  test.each([
    '以安全为目的的检查',
    '市市场监管局',
    '为了了解情况',
    '重要要求',
    '云岭市市级机关',
    '以及及时处理',
    '一步一步推进',
    '人民城市人民建，人民城市为人民',
    '现在在建',
    '研究研究方案',
    '逐条逐项',
    '责任责任人',
  ])('leaves %s alone', (words) => {
    expect(inText(words, 'words/')).toEqual([]);
  });
});
