import { describe, expect, test } from 'vitest';
import { changed, findingLines } from './examples.ts';

describe('the rule about the agenda sentence', () => {
  test('points at a listed title that no item has', () => {
    expect(findingLines(changed('办法》，听取', '办法》《云岭市绿道方案》，听取'))).toEqual([
      'agenda/mismatch @《云岭市绿道方案》: 开头列有《云岭市绿道方案》，正文没有这个议题',
    ]);
  });

  test('points at an item that is not listed', () => {
    expect(findingLines(changed('，听取《关于春季造林的情况汇报》，纪要', '，纪要'))).toEqual([
      'agenda/mismatch @关于春季造林的情况汇报: 开头没有列出第 2 个议题的《关于春季造林的情况汇报》',
    ]);
  });

  test('tells titles apart that differ in one word', () => {
    expect(
      findingLines(changed('审议《云岭市公园管理办法》，听取', '审议《云岭市公园保护办法》，听取')),
    ).toHaveLength(2);
  });

  test('points at the first title in another order', () => {
    const swapped = '听取《关于春季造林的情况汇报》，审议《云岭市公园管理办法》，纪要';
    const listed = '审议《云岭市公园管理办法》，听取《关于春季造林的情况汇报》，纪要';
    expect(findingLines(changed(listed, swapped))).toEqual([
      'agenda/mismatch @《云岭市公园管理办法》: 开头把《云岭市公园管理办法》排在《关于春季造林的情况汇报》之后，正文的顺序相反',
    ]);
  });

  test('does not mind white space and drafts', () => {
    expect(
      findingLines(
        changed('审议《云岭市公园管理办法》，听取', '审议《云岭市 公园管理办法（送审稿）》，听取'),
        'agenda/',
      ),
    ).toEqual([]);
  });

  test('leaves openings alone that list no agenda', () => {
    const topics = '专题研究公园管理、春季造林等工作，纪要';
    const listed = '审议《云岭市公园管理办法》，听取《关于春季造林的情况汇报》，纪要';
    expect(findingLines(changed(listed, topics))).toEqual([]);
    expect(findingLines(changed(listed, `根据《云岭市政府工作规则》，${topics}`))).toEqual([]);
  });
});
