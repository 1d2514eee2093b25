import { describe, expect, test } from 'vitest';
import { recordPath, searchRecords } from '../../src/search/record.ts';
import { namesOf } from '../../src/search/columns.ts';
import { decodeLengths, encodeLengths } from '../../src/search/lengths.ts';
import { anchorAt, decodeTable, encodeTable, isItem, meetingAt } from '../../src/search/table.ts';
import { fact, inventMinutes, inventRecords } from './invented.ts';
import { columnsOf } from './source.ts';

const MINUTES = inventMinutes({
  id: '2024/007',
  held: '2024-03-05',
  head: ['云泽市人民政府第7次常务会议纪要（虚构）', '会议审议了以下议题。'],
  items: [
    {
      heading: '一、关于燃气安全工作',
      blocks: ['会议听取了市住建局汇报。', '会议原则同意。'],
      facts: {
        heading: fact('关于燃气安全工作'),
        action: fact('听取'),
        reporters: [{ text: '市住建局', span: { start: 0, end: 0 }, bureaus: ['housing'] }],
        responsible: [
          { text: '两办', span: { start: 0, end: 0 }, bureaus: ['office-a', 'office-b'] },
          { text: '某单位', span: { start: 0, end: 0 }, bureaus: [] },
        ],
      },
    },
    { heading: null, blocks: ['二、听取防汛情况。'], facts: { lead: fact('听取防汛情况') } },
  ],
  rest: ['出席：张望', '抄送：各镇。'],
  observers: [{ text: '市水务局', span: { start: 0, end: 0 }, bureaus: ['water'] }],
});

describe('searchRecords', () => {
  test('makes a record of the head, of each item, and of attendance and foot', () => {
    expect(
      searchRecords({ minutes: [MINUTES] }).map((record) => [
        recordPath(record),
        record.heading,
        record.text,
      ]),
    ).toEqual([
      [
        'minutes/2024/007/',
        '云泽市人民政府第7次常务会议纪要（虚构）',
        '云泽市人民政府第7次常务会议纪要（虚构）\n会议审议了以下议题。',
      ],
      [
        'minutes/2024/007/#item-1',
        '关于燃气安全工作',
        '一、关于燃气安全工作\n会议听取了市住建局汇报。\n会议原则同意。',
      ],
      ['minutes/2024/007/#item-2', '听取防汛情况', '二、听取防汛情况。'],
      ['minutes/2024/007/#attendance', '出席、列席与文末', '出席：张望\n抄送：各镇。'],
    ]);
  });

  test('keeps the roles of bureaus apart, and tells of observers in every record', () => {
    const [head, first, , attendance] = searchRecords({ minutes: [MINUTES] }).map(({ bureaus }) => bureaus);
    expect(head).toEqual({ reports: [], responsible: [], issues: [], observes: ['water'] });
    expect(first).toEqual({
      reports: ['housing'],
      responsible: ['office-a', 'office-b', '某单位'],
      issues: [],
      observes: ['water'],
    });
    expect(attendance).toEqual(head);
  });

  test('puts every character of the text but white space into one record', () => {
    const text = searchRecords({ minutes: [MINUTES] })
      .map((record) => record.text)
      .join('\n');
    expect(text).toBe(MINUTES.text);
  });

  test('names an item that has neither heading nor lead by its place', () => {
    const minutes = inventMinutes({
      id: '2024/001',
      held: null,
      head: ['题'],
      items: [{ heading: null, blocks: ['文'] }],
      rest: [],
    });
    expect(searchRecords({ minutes: [minutes] }).map(({ heading, day }) => [heading, day])).toEqual([
      ['题', '2024-12-31'],
      ['议题1', '2024-12-31'],
    ]);
  });
});

describe('the files of the records', () => {
  test('give back what the records say', () => {
    const records = inventRecords(30, 5);
    const table = decodeTable(encodeTable(records));
    const columns = columnsOf(records);
    const lengths = decodeLengths(encodeLengths(records));
    expect(table.size).toBe(records.length);
    for (const [number, record] of records.entries()) {
      const { id, day, first } = meetingAt(table, number);
      expect([id, day, anchorAt(table, number), isItem(table, number)]).toEqual([
        record.meeting,
        record.day,
        record.anchor,
        record.kind === 'item',
      ]);
      expect(records[first]?.anchor).toBe('');
      const length = lengths[number] ?? 0;
      expect(Math.abs(Math.log2((length + 1) / (record.text.length + 1)))).toBeLessThan(0.3);
      expect(namesOf(columns.action, number)).toEqual(record.action === null ? [] : [record.action]);
      expect(namesOf(columns.outcome, number)).toEqual(record.outcome === null ? [] : [record.outcome]);
      expect(new Set(namesOf(columns.reports, number))).toEqual(new Set(record.bureaus.reports));
      expect(namesOf(columns.observes, table.meetingOf[number] ?? 0)).toEqual(record.bureaus.observes);
    }
  });

  test('can be empty', () => {
    expect(decodeTable(encodeTable([]))).toMatchObject({ size: 0, meetings: [] });
  });
});
