import { describe, expect, test } from 'vitest';
import { makeBrief } from '../../src/minutes/brief.ts';
import type { Minutes } from '../../src/minutes/model.ts';
import { makeRegister } from '../../src/minutes/register.ts';
import { makeStated } from '../../src/minutes/stated.ts';
import { minutesOfEveryForm, readMinutes } from '../views/city.ts';

const lists = (minutes: Minutes): readonly unknown[] => [
  makeRegister(minutes),
  makeStated(minutes),
  makeBrief(makeRegister(minutes)),
];

const SOURCE = `---
published: 2025-03-09 10:00
---

# 云岭市人民政府常务会议纪要

2025年3月4日，市长林青主持召开市政府第5次常务会议。

## 一、审议《云岭市供水办法》

会议听取了市水利局的汇报。会议原则同意《云岭市供水办法》，由市水利局牵头，以市政府办公室名义印发。
`;

describe('what lists say of minutes', () => {
  test('holds no place in the text', () => {
    for (const minutes of minutesOfEveryForm())
      expect(JSON.stringify(lists(minutes))).not.toMatch(/"(?:span|start|end|origin)":/u);
  });

  test('stays as it was when sentences are moved by others', () => {
    const before = readMinutes(SOURCE);
    const after = readMinutes(SOURCE.replace('的汇报。', '的汇报，认为供水要先保证居民生活。'));
    expect(after.items[0]?.decisions[0]?.span).not.toEqual(before.items[0]?.decisions[0]?.span);
    expect(lists(after)).toEqual(lists(before));
  });

  test('says what the items say, in their order', () => {
    for (const { items, ...minutes } of minutesOfEveryForm()) {
      const register = makeRegister({ ...minutes, items });
      expect(register.items.map(({ anchor }) => anchor)).toEqual(items.map(({ anchor }) => anchor));
      for (const [at, item] of items.entries()) {
        const { documents, decisions, reporters, responsible } = register.items[at] ?? { ...item };
        expect(documents).toEqual(item.documents.map(({ value }) => value));
        expect(decisions.map(({ outcome }) => outcome)).toEqual(item.decisions.map(({ outcome }) => outcome));
        expect(reporters.map(({ text }) => text)).toEqual(item.reporters.map(({ text }) => text));
        expect(responsible.map(({ bureaus }) => bureaus)).toEqual(
          item.responsible.map(({ bureaus }) => bureaus),
        );
      }
    }
  });
});
