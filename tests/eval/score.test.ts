import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readGold } from '../../src/eval/gold.ts';
import { addTallies, f1, meanF1, scoreFacts } from '../../src/eval/score.ts';
import { formatScores } from '../../src/eval/table.ts';
import { quoteSentence } from '../../src/eval/quote.ts';
import type { Facts, ItemFacts } from '../../src/minutes/facts.ts';
import { FIXTURES } from '../minutes/fixtures.ts';

/** Facts of a document with these items and nothing else, unless given. */
function factsWith(items: readonly object[], rest: object = {}): Facts {
  const facts = readGold({ items, ...rest });
  if (facts === null) throw new Error('no facts');
  return facts;
}

const park = { ordinal: '一', heading: '审议《云岭市公园管理办法（草案）》', action: '审议' };
const flood = { ordinal: '二', heading: '听取全市防汛抗旱工作情况汇报', action: '听取' };

describe('scoreFacts', () => {
  test.for(FIXTURES)('gives 1 and no difference to the facts themselves ($name)', ({ gold }) => {
    const tally = scoreFacts(gold, gold);
    expect(meanF1(tally)).toBe(1);
    expect(tally.differences).toEqual([]);
  });

  test('counts every expected value once, as right or as missed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FIXTURES), fc.constantFrom(...FIXTURES), ({ gold }, { gold: other }) => {
        const whole = scoreFacts(gold, gold);
        const crossed = scoreFacts(gold, other);
        for (const [field, { right, missed }] of crossed.fields) {
          expect(right + missed).toBe(whole.fields.get(field)?.right ?? 0);
        }
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  test('compares without white space, control characters and the mark at a decision’s end', () => {
    const gold = factsWith([{ ...park, decision: ['会议原则同意该《办法》。'] }], {
      title: '云岭市常务会议纪要',
    });
    const facts = factsWith([{ ...park, decision: ['会议 原则同意\u0000该《办法》'] }], {
      title: '云岭市\n常务 会议纪要',
    });
    expect(scoreFacts(gold, facts).differences).toEqual([]);
  });

  test('pairs items whose headings are cut at different ends, in order', () => {
    const gold = factsWith([park, flood]);
    const facts = factsWith([{ ...park, heading: `${park.heading}会议听取了汇报` }, flood]);
    expect(scoreFacts(gold, facts).fields.get('items.found')).toEqual({ right: 2, extra: 0, missed: 0 });
  });

  test('lets an item that was not found miss all its fields', () => {
    const tally = scoreFacts(factsWith([park, flood]), factsWith([flood]));
    expect(tally.differences).toEqual([
      { field: 'items.found', item: null, kind: 'missed', value: '一 审议《云岭市公园管理办法（草案）》' },
      { field: 'items.ordinal', item: '一 审议《云岭市公园管理办法（草案）》', kind: 'missed', value: '一' },
      { field: 'items.action', item: '一 审议《云岭市公园管理办法（草案）》', kind: 'missed', value: '审议' },
    ]);
  });

  test('counts an item too many once', () => {
    const tally = scoreFacts(factsWith([flood]), factsWith([park, flood]));
    expect(tally.differences).toEqual([
      { field: 'items.found', item: null, kind: 'extra', value: '一 审议《云岭市公园管理办法（草案）》' },
    ]);
  });

  test('compares lists as often as a value stands in them', () => {
    const gold = factsWith([], { attendance: { present: ['王勇', '王勇', '赵一'] } });
    const facts = factsWith([], { attendance: { present: ['赵一', '王勇'] } });
    expect(scoreFacts(gold, facts).fields.get('attendance.present')).toEqual({
      right: 2,
      extra: 0,
      missed: 1,
    });
  });

  test('leaves fields that nobody has out of the mean', () => {
    const tally = scoreFacts(
      factsWith([], { title: '纪要', venue: '会议室' }),
      factsWith([], { title: '纪要' }),
    );
    expect(meanF1(tally)).toBe(0.5);
  });
});

describe('addTallies', () => {
  test('adds the counts by field', () => {
    const one = scoreFacts(factsWith([park]), factsWith([park]));
    const other = scoreFacts(factsWith([flood]), factsWith([]));
    expect(addTallies([one, other]).fields.get('items.action')).toEqual({ right: 1, extra: 0, missed: 1 });
    expect(f1({ right: 1, extra: 0, missed: 1 })).toBeCloseTo(2 / 3);
  });
});

describe('readGold', () => {
  test('fills in what a hand-written file leaves out', () => {
    const [item] = factsWith([park]).items;
    expect(item).toEqual({
      ordinal: '一',
      heading: '审议《云岭市公园管理办法（草案）》',
      heading_style: 'none',
      lead: null,
      parent: null,
      action: '审议',
      documents: [],
      reporting_bureaus: [],
      decision: [],
      responsible_bureaus: [],
      lead_bureaus: [],
      lead_persons: [],
      issued_in_name_of: null,
      point_count: 0,
      inline_point_count: 0,
    } satisfies ItemFacts);
  });

  test('takes no value for gold facts that has no list of items', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        fc.pre(!(typeof value === 'object' && value !== null && 'items' in value));
        expect(readGold(value)).toBeNull();
      }),
      { seed: 3 },
    );
  });
});

describe('the report', () => {
  test('prints a line for each field that was met, one for each document and the overall score', () => {
    const tally = scoreFacts(factsWith([park], { title: '纪要' }), factsWith([park]));
    const lines = formatScores([{ name: 'yunling', tally }]).split('\n');
    expect(lines).toContain('head.title                       0.000      0     0      1');
    expect(lines).toContain('items.action                     1.000      1     0      0');
    expect(lines.at(-1)).toBe("overall 0.7500 over 1 documents (mean of the fields' F1)");
  });

  test('quotes the sentence of a value from its item on', () => {
    const text =
      '一、审议办法\n市水利局作了汇报。\n二、听取汇报\n会议要求，市水利局要抓好落实。会议还研究了其他事项。';
    const difference = {
      field: 'items.responsible_bureaus',
      item: '二 听取汇报',
      kind: 'missed',
      value: '市水利局',
    } as const;
    expect(quoteSentence(text, difference)).toBe('二、听取汇报会议要求，市水利局要抓好落实。');
    expect(quoteSentence(text, { ...difference, value: '2024-05-01' })).toBeNull();
  });
});
