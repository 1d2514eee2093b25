import { expect, test } from 'vitest';
import { citationsOf, csvOf, jsonOf, rowsOf } from '../../src/search/client/export.ts';
import type { ResultGroup } from '../../src/search/client/result.ts';

const GROUPS: readonly ResultGroup[] = [
  {
    meeting: '2024/007',
    path: 'minutes/2024/007/',
    title: '云泽市人民政府第7次常务会议',
    held: '2024-03-05',
    results: [
      {
        kind: 'item',
        path: 'minutes/2024/007/#item-1',
        heading: [{ text: '关于“一网通办”, 二期', isHit: false }],
        excerpt: [
          { text: '-5 ℃ 以下', isHit: false },
          { text: '燃气', isHit: true },
        ],
        action: '听取',
        outcome: null,
        bureaus: [
          { role: 'reports', name: '市住建局' },
          { role: 'responsible', name: '市住建局' },
          { role: 'responsible', name: '市城管局' },
        ],
      },
    ],
  },
];
const ROWS = rowsOf(GROUPS, (path) => `https://example.invalid/${path}`);

test('the table is one that spreadsheets open, and holds no formula', () => {
  expect(csvOf(ROWS)).toBe(
    '\ufeff会议,会议日期,议题,议题方式,议定结果,汇报单位,责任单位,印发名义,摘录,网址\r\n' +
      '云泽市人民政府第7次常务会议,2024-03-05,"关于“一网通办”, 二期",听取,,市住建局,市住建局、市城管局,,' +
      "'-5 ℃ 以下燃气,https://example.invalid/minutes/2024/007/#item-1\r\n",
  );
});

test('the JSON says what was asked and where', () => {
  expect(JSON.parse(jsonOf(ROWS, '燃气', 'https://example.invalid/search/?q=1'))).toEqual({
    query: '燃气',
    url: 'https://example.invalid/search/?q=1',
    total: 1,
    results: ROWS,
  });
});

test('a citation names the minutes, the item, the day and the address', () => {
  expect(citationsOf(ROWS)).toBe(
    '1. 云泽市人民政府第7次常务会议纪要，议题“关于“一网通办”, 二期”，2024年3月5日，https://example.invalid/minutes/2024/007/#item-1',
  );
});
