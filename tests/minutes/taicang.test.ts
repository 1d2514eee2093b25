import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { factsOf } from '../../src/minutes/facts.ts';
import { isPrinted, textAt } from '../../src/minutes/model.ts';
import { contentLexicon, readTaicang } from './read.ts';

const parsed = readTaicang();
const { minutes, diagnostics } = parsed;

describe('the minutes no. 13 of Taicang', () => {
  test('give the facts a person read from them', () => {
    const expected: unknown = JSON.parse(readFileSync('tests/fixtures/taicang/facts.json', 'utf8'));
    expect(factsOf(minutes)).toEqual(expected);
  });

  test('have no finding of the parser', () => {
    expect(diagnostics).toEqual([]);
  });

  test('keep the three dates, the number and the session apart', () => {
    const { held, compiled, issued, number, session, sessionOrdinal, heldPart } = minutes.head;
    expect([held?.value, compiled?.value, issued?.value]).toEqual(['2022-07-02', '2022-07-06', '2022-07-09']);
    expect([number?.value, session?.value, sessionOrdinal, heldPart?.value]).toEqual([
      '第13号',
      '市政府第9次常务会议',
      9,
      '下午',
    ]);
  });

  test('have 67 observer units with 74 names and 4 units by a representative, all registered', () => {
    const { observers, present } = minutes.attendance;
    const represented = observers.filter((unit) => unit.represented);
    const named = observers.filter((unit) => !unit.represented);
    expect(present).toHaveLength(7);
    expect(named).toHaveLength(67);
    expect(named.flatMap(({ names }) => names)).toHaveLength(74);
    expect(represented.map(({ unit }) => unit?.text)).toEqual(['海关', '邮政公司', '银保监组', '港口管委会']);
    expect(observers.filter(({ unit }) => unit?.bureaus.length !== 1)).toEqual([]);
  });

  test('name 市应急局 in the items and 市应急管理局 among the observers, one bureau', () => {
    const reporter = minutes.items[0]?.reporters[0];
    const observer = minutes.attendance.observers.find(({ unit }) => unit?.text === '市应急管理局')?.unit;
    expect(reporter?.text).toBe('市应急局');
    expect(reporter?.bureaus).toEqual(observer?.bureaus);
    expect(reporter?.bureaus).toHaveLength(1);
  });

  test('give each of the ten items three points with anchors', () => {
    expect(minutes.items.map(({ points }) => points.map(({ anchor }) => anchor))).toEqual(
      Array.from({ length: 10 }, (_, index) =>
        [1, 2, 3].map((point) => `item-${String(index + 1)}-${String(point)}`),
      ),
    );
  });

  test('resolve 两办 to the two offices', () => {
    const issuer = minutes.items[6]?.decisions[0]?.issuedInNameOf;
    expect(issuer?.text).toBe('两办');
    expect(issuer?.bureaus).toHaveLength(2);
  });

  test('point every inferred value at the text it was read from', () => {
    const { head, items } = minutes;
    for (const fact of [head.number, head.issuer, head.session, head.heldPart])
      expect(fact?.origin.kind === 'text' && textAt(minutes, fact.origin.span)).toBe(fact?.value);
    for (const { reporters, responsible, decisions } of items) {
      for (const mention of [...reporters, ...responsible].filter(isPrinted))
        expect(textAt(minutes, mention.span)).toBe(mention.text);
      for (const { span, outcome, outcomeSpan } of decisions) {
        expect(outcomeSpan === null ? null : textAt(minutes, outcomeSpan)).toBe(outcome);
        expect(textAt(minutes, span)).toMatch(/^会议原则同意.*。$/u);
      }
    }
  });

  test('lead from a span back to line and column of the file', () => {
    const lines = readFileSync('content/minutes/2022/013.md', 'utf8').split('\n');
    for (const { number, heading } of minutes.items) {
      const fact = heading ?? number;
      if (fact?.origin.kind !== 'text') throw new Error('no origin');
      const found = parsed.place(fact.origin.span);
      if (found.kind !== 'source') throw new Error('no place');
      expect(lines[found.line - 1]?.slice(found.column - 1, found.column - 1 + found.length)).toBe(
        fact.value,
      );
    }
  });

  test('are read with the registry of the repository', () => {
    expect(contentLexicon().longestAt('市应急局关于', 0, { bare: false })).toMatchObject({ length: 4 });
  });
});
