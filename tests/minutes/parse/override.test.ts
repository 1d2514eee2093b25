import { describe, expect, test } from 'vitest';
import { textAt } from '../../../src/minutes/model.ts';
import { EMPTY_LEXICON } from '../../../src/minutes/lexicon.ts';
import { parseMinutes } from '../../../src/minutes/parse.ts';
import { contentLexicon } from '../read.ts';

const BODY = `
2024年5月11日下午，市长赵启明主持召开市政府第3次常务会议。会议纪要如下：

## 一、审议《公园建设方案》

会议听取了市园林局关于《公园建设方案》的汇报。会议认为方案可行，按程序报批。

## 二、听取防汛工作汇报

会议强调，要抓好落实。
`;

function parse(frontMatter: string) {
  const source = `---\ndisclosure: 主动公开\npublished: 2024-05-20 09:00\n${frontMatter}\n---\n${BODY}`;
  const parsed = parseMinutes(source, 'content/minutes/2024/003.md', contentLexicon());
  const findings = parsed.diagnostics.map(({ code, message, place }) =>
    place.kind === 'source' ? `${String(place.line)} ${message} [${code}]` : message,
  );
  return { ...parsed, findings };
}

describe('overrides in the front matter', () => {
  test('name a sentence of the text as deciding, which stays where it is', () => {
    const { minutes, findings } = parse(
      'items:\n  1:\n    decisions: [会议认为方案可行，按程序报批。]\n    outcome: 同意',
    );
    const decision = minutes.items[0]?.decisions[0];
    expect(findings).toEqual([]);
    expect(decision).toMatchObject({ stated: true, outcome: '同意', outcomeSpan: null });
    expect(decision === undefined ? '' : textAt(minutes, decision.span)).toBe(
      '会议认为方案可行，按程序报批。',
    );
  });

  test('state bodies that the text does not name, with their registered id and without a place', () => {
    const { minutes } = parse('items:\n  2:\n    responsible: [市水务局, 防汛抢险队]');
    expect(minutes.items[1]?.responsible).toEqual([
      { text: '市水务局', span: null, bureaus: ['swj'] },
      { text: '防汛抢险队', span: null, bureaus: [] },
    ]);
  });

  test('say that an item decides nothing', () => {
    expect(parse('items:\n  1:\n    decisions: []').minutes.items[0]?.decisions).toEqual([]);
  });

  test('leave the official text and all other items as they are', () => {
    const plain = parse('').minutes;
    const { minutes } = parse('held: 2024-05-10\nitems:\n  1:\n    action: 讨论');
    expect(minutes.text).toBe(plain.text);
    expect(minutes.items[1]).toEqual(plain.items[1]);
    expect(minutes.head.held).toEqual({ value: '2024-05-10', origin: { kind: 'staff', field: 'held' } });
    expect(minutes.items[0]?.action).toEqual({
      value: '讨论',
      origin: { kind: 'staff', field: 'items.1.action' },
    });
  });

  test('are findings when they repeat the text, quote what is not there, or name no item', () => {
    const { findings } = parse(
      'held: 2024-05-11\nitems:\n  1:\n    action: 审议\n    decisions: [会议同意。]\n  7:\n    action: 听取',
    );
    expect(findings).toEqual([
      '4 “held”写的“2024-05-11”与从原文读到的一样 [override/same-as-text]',
      '7 “items.1.action”写的“审议”与从原文读到的一样 [override/same-as-text]',
      '8 第 1 项议题里没有这一句：“会议同意。” [override/not-in-text]',
      '10 没有第 7 项议题，这份纪要读到 2 项 [override/no-such-item]',
    ]);
  });

  test('are findings when they are written wrong, each at its line', () => {
    const { findings } = parse(
      'items:\n  一:\n    action: 审议\n  1:\n    action: 看看\n    reporter: [市教育局]\n    leads: 市教育局',
    );
    expect(findings).toEqual([
      '5 “items”下的“一”不是议题序号 [front-matter/invalid-value]',
      '8 议题 1 的“action”写得不对：“看看” [front-matter/invalid-value]',
      '9 议题没有“reporter”这个字段 [front-matter/unknown-field]',
      '10 议题 1 的“leads”写得不对：“市教育局” [front-matter/invalid-value]',
    ]);
  });

  test('work without a registry', () => {
    const source = `---\ndisclosure: 主动公开\npublished: 2024-05-20 09:00\nitems:\n  1:\n    reporters: [市绿化处]\n---\n${BODY}`;
    const { minutes } = parseMinutes(source, 'a.md', EMPTY_LEXICON);
    expect(minutes.items[0]?.reporters).toEqual([{ text: '市绿化处', span: null, bureaus: [] }]);
  });
});
