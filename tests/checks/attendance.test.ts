import { describe, expect, test } from 'vitest';
import { changed, FAULTLESS, findingLines } from './examples.ts';

const PRESENT = '出席：林远、周山。';
const OBSERVERS = '列席：市应急局吴海，市城管局郑月。';

describe('the rule about lists of names', () => {
  test('wants a full-width colon', () => {
    expect(findingLines(changed('出席：', '出席:'))).toEqual(['attendance/form @:: “出席”后面是半角冒号']);
  });

  test('wants a full stop where the other list has one', () => {
    expect(findingLines(changed('周山。', '周山'))).toEqual(['attendance/form @山: “出席”名单末尾没有句号']);
    expect(findingLines(FAULTLESS.replace('周山。', '周山').replace('郑月。', '郑月'))).toEqual([]);
  });

  test('wants 出席 before 列席', () => {
    const source = FAULTLESS.replace(PRESENT, 'X').replace(OBSERVERS, PRESENT).replace('X', OBSERVERS);
    expect(findingLines(source)).toEqual(['attendance/form @列席: “列席”排在“出席”之前']);
  });

  test('wants a comma between units where others have one', () => {
    const list = '列席：市应急局吴海，市城管局郑月，市林业局钱江，市园林局孙河';
    expect(findingLines(changed(OBSERVERS, `${list}，市政府李湖。`))).toEqual([]);
    expect(findingLines(changed(OBSERVERS, `${list}、市政府李湖。`), 'attendance/')).toEqual([
      'attendance/form @市政府: 列席名单里，“市政府”前面用了顿号，其他单位之间用逗号',
    ]);
  });
});

describe('the rule about receivers', () => {
  const received = (line: string): readonly string[] =>
    findingLines(`${FAULTLESS}\n${line}\n`, 'distribution/');

  test('is content with registered ones and collectives', () => {
    expect(received('主送：各镇人民政府，市城管局、林业局，市各委办局。')).toEqual([]);
  });

  test('points at unknown ones and at a missing full stop', () => {
    expect(received('主送：市城管局，市园艺局')).toEqual([
      'distribution/form @局: “主送”末尾没有句号',
      'distribution/form @市园艺局: 主送、抄送的“市园艺局”不在机构名录里',
    ]);
  });
});

describe('the rule about leaders', () => {
  const present = (names: string): readonly string[] =>
    findingLines(changed(PRESENT, `出席：${names}。`), 'leaders/');

  test('points at a name with one wrong character', () => {
    expect(present('林远、周山、欧阳闻山')).toEqual([
      'leaders/mismatch @欧阳闻山: “欧阳闻山”与领导名单里的“欧阳文山”只差一个字',
    ]);
  });

  test('points at an order that isn’t the roster’s', () => {
    expect(present('周山、林远')).toEqual([
      'leaders/mismatch @林远: “林远”排在“周山”之后，与领导名单的次序不同',
    ]);
    expect(present('林远、周山、欧阳文山、许立')).toEqual([]);
  });

  test('points at a surname alone', () => {
    expect(findingLines(changed('要科学规划', '按林市长要求科学规划'), 'leaders/')).toEqual([
      'leaders/mismatch @林市长: “林市长”只写了姓',
    ]);
    expect(findingLines(changed('要科学规划', '按林远市长要求、由赵市长规划'), 'leaders/')).toEqual([]);
  });
});
