import { describe, expect, test } from 'vitest';
import { changed, findingLines } from './examples.ts';

function inText(words: string): readonly string[] {
  return findingLines(changed('合理布局。', `合理布局。${words}。`), 'n').concat(
    findingLines(changed('合理布局。', `合理布局。${words}。`), 'd'),
  );
}

describe('the rule about forms of numbering', () => {
  test.each([
    ['(一)早动手', '(一)'],
    ['（一）、早动手', '（一）、'],
    ['一.早动手', '一.'],
    ['1、早动手', '1、'],
    ['（1）、早动手', '（1）、'],
    ['①、早动手', '①、'],
    ['第一、早动手', '第一、'],
    ['首先、早动手', '首先、'],
  ])('finds %s', (words, mark) => {
    const found = findingLines(changed('密切配合。', `密切配合。\n\n${words}。`), 'numbering/');
    expect(found).toEqual([`numbering/form @${mark}: 序号“${mark}”写法不合规定`]);
  });

  test.each([
    '（一）早动手',
    '一、早动手',
    '1.早动手',
    '（1）早动手',
    '①早动手',
    '第一，早动手',
    '第一、第二产业',
    '一、二期工程',
    '1、2号楼',
  ])('is content with %s', (words) => {
    expect(findingLines(changed('密切配合。', `密切配合。\n\n${words}。`), 'numbering/')).toEqual([]);
  });
});

describe('the rule about ends of headings', () => {
  test.each(['。', '：', '；', '，'])('finds “%s”', (mark) => {
    expect(
      findingLines(
        changed('## 二、听取《关于春季造林的情况汇报》', `## 二、听取《关于春季造林的情况汇报》${mark}`),
      ),
    ).toEqual([`headings/end-mark @${mark}: 标题末尾有“${mark}”`]);
  });
});

describe('the rules about dates', () => {
  test.each([
    ['要在2024年06月01日前完成', '2024年06月01日', '的月、日前多了 0'],
    ['要在6月01日前完成', '6月01日', '的月、日前多了 0'],
    ['要在24年6月1日前完成', '24年6月1日', '的年份不全'],
    ['要在2024年六月前完成', '2024年六月', '混用了汉字和阿拉伯数字'],
    ['要在2024.6.1前完成', '2024.6.1', '用小数点代替了年月日'],
  ])('find the form in %s', (words, date, fault) => {
    expect(inText(words)).toEqual([`dates/form @${date}: 日期“${date}”${fault}`]);
  });

  test.each(['要在2024年6月1日前完成', '要在二〇二四年六月一日前完成', '10月10日', '近10年6月', '版本1.2.3'])(
    'are content with %s',
    (words) => {
      expect(inText(words)).toEqual([]);
    },
  );

  test('find days that no calendar has', () => {
    expect(inText('要在2023年2月29日前完成')).toEqual([
      'dates/impossible @2023年2月29日: 日历上没有“2023年2月29日”',
    ]);
    expect(inText('要在2024年2月29日前完成')).toEqual([]);
    expect(inText('要在2月29日前完成')).toEqual([]);
  });

  test('find a weekday that isn’t the date’s', () => {
    expect(inText('2024年6月3日（星期二）验收')).toEqual([
      'dates/weekday @2024年6月3日（星期二: 2024年6月3日是星期一，不是星期二',
    ]);
    expect(inText('2024年6月2日（星期天）验收')).toEqual([]);
  });
});

describe('the rules about numbers', () => {
  test.each([
    ['提高4—6%', '%'],
    ['增加5-10万人', '万'],
    ['投入1至2亿元', '亿'],
  ])('find the missing unit in %s', (words, unit) => {
    expect(inText(words).map((line) => line.replace(/^.*“/, '“'))).toEqual([`“${unit}”`]);
  });

  test.each(['提高4%—6%', '增加5万—10万人', '20—30元', '2021—2025年', '2024年1至2万人次', 'G25-3万吨'])(
    'are content with the range in %s',
    (words) => {
      expect(inText(words)).toEqual([]);
    },
  );

  test('find 、 in a number that means “about”', () => {
    expect(inText('要在三、四天内完成')).toEqual(['numbers/approximate @、: 概数“三、四天”中间用了顿号']);
  });

  test.each(['一、二期工程', '第三、四天', '二、四天', '三四天', '一、二、三个月'])(
    'take %s for a list',
    (words) => {
      expect(inText(words)).toEqual([]);
    },
  );
});

describe('the rule about document numbers', () => {
  test.each([
    ['云政发[2024]5号', '年份用了“[]”', '云政发〔2024〕5号'],
    ['云政办发（2024）5号', '年份用了“（）”', '云政办发〔2024〕5号'],
    ['云政发〔2024〕第5号', '多了“第”', '云政发〔2024〕5号'],
    ['云政发〔2024〕05号', '序号前多了 0', '云政发〔2024〕5号'],
    ['云政函【24】5号', '年份用了“【】”，年份不全', '云政函〔2024〕5号'],
  ])('finds what is wrong with %s', (number, fault, right) => {
    const lines = findingLines(changed('要科学规划', `要落实《${number}》`), 'document-number/');
    expect(lines).toEqual([`document-number/form @${number}: 发文字号“${number}”${fault}`]);
    expect(findingLines(changed('要科学规划', `要落实《${right}》`))).toEqual([]);
  });

  test.each(['（2024）云0101民初123号', '云地（2024）5号地块', '第5号令', '云岭公告[2024]'])(
    'leaves numbers of another kind alone: %s',
    (number) => {
      expect(findingLines(changed('要科学规划', `要落实${number}`), 'document-number/')).toEqual([]);
    },
  );
});
