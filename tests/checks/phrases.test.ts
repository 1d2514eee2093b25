import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkBrokenPhrases } from '../../src/checks/broken-phrases.ts';
import { compactText } from '../../src/checks/compact-text.ts';
import { checkFixedPhrases } from '../../src/checks/fixed-phrases.ts';
import { LENIENT } from '../../src/checks/policy.ts';
import { parseLists } from '../../src/corpus/lists.ts';
import { EMPTY_REGISTRY } from '../../src/corpus/registry.ts';
import { parseMinutes } from '../../src/minutes/parse.ts';
import { changed, findingLines, NOW } from './examples.ts';

const NAMES = ['phrases', 'local'].map((name) => `content/lists/${name}.yaml`);
const { lists } = parseLists(NAMES.map((path) => ({ path, source: readFileSync(path, 'utf8') })));
const LONG = lists.phrases.filter(({ text }) => text.length >= 5);

function subject(text: string) {
  const { minutes } = parseMinutes(text, 'a.md', EMPTY_REGISTRY.lexicon);
  return {
    minutes,
    registry: EMPTY_REGISTRY,
    lists,
    reading: compactText(minutes.text),
    policy: LENIENT,
    now: NOW,
  };
}

function misses(text: string): readonly string[] {
  return checkFixedPhrases(subject(text)).map(({ message }) => message);
}

const phrase = fc.constantFrom(...LONG);
const HANZI = /^\p{Script=Han}$/u;

describe('the rule about fixed phrases', () => {
  test('finds every listed phrase with one inner character wrong, missing, too many or misplaced', () => {
    const change = fc.constantFrom('wrong', 'missing', 'more', 'swapped');
    fc.assert(
      fc.property(phrase, fc.nat(), change, ({ text }, seed, kind) => {
        const inner = Array.from(text.slice(1, -2), (character, at) => ({ character, at: at + 1 })).filter(
          ({ character, at }) => HANZI.test(character) && HANZI.test(text.charAt(at + 1)),
        );
        const at = inner[seed % inner.length]?.at ?? 1;
        const [one, other] = [text.charAt(at), text.charAt(at + 1)];
        if (one === other) return;
        const instead = {
          wrong: `㵘${other}`,
          missing: other,
          more: `${one}㵘${other}`,
          swapped: other + one,
        };
        const slip = text.slice(0, at) + instead[kind] + text.slice(at + 2);
        if (lists.phrases.some((each) => slip.includes(each.text) && each.text.length >= 5)) return;
        expect(misses(`会议强调，要落实${slip}要求。`)).toContain(`“${slip}”疑似“${text}”的误写`);
      }),
    );
  });

  test('finds nothing in the phrases themselves, one behind the other', () => {
    fc.assert(
      fc.property(fc.array(phrase, { minLength: 1, maxLength: 8 }), (phrases) => {
        expect(misses(`会议强调，${phrases.map(({ text }) => text).join('，')}。`)).toEqual([]);
      }),
    );
  });

  test('finds a wrong last character of a name with its title', () => {
    const source = changed('要科学规划', '要学习习近平总书纪重要讲话');
    expect(findingLines(source)).toEqual([
      'phrases/miswritten @习近平总书纪: “习近平总书纪”疑似“习近平总书记”的误写',
    ]);
  });

  test('finds mistakes through spaces', () => {
    expect(findingLines(changed('要科学规划', '要学习习进平 总书记讲话'), 'phrases/')).toHaveLength(1);
  });

  test.each(['中国共产主义青年团', '习近平和', '共产党', '人民至上，生命至上', '四个自信', '科学发展'])(
    'takes “%s” for no mistake',
    (words) => {
      expect(misses(`会议强调，要学习${words}。`)).toEqual([]);
    },
  );

  test('finds the sure mistakes of the list', () => {
    expect(findingLines(changed('要科学规划', '要报攻府批准'))).toEqual([
      'phrases/miswritten @攻府: “攻府”疑似“政府”的误写',
    ]);
  });
});

describe('the rule about broken phrases', () => {
  test('finds a space between any two hanzi of any phrase', () => {
    fc.assert(
      fc.property(fc.constantFrom(...lists.phrases), fc.nat(), ({ text }, seed) => {
        const places = Array.from(text.slice(1), (_, at) => at + 1).filter(
          (at) => HANZI.test(text.charAt(at - 1)) && HANZI.test(text.charAt(at)),
        );
        const at = places[seed % places.length] ?? 1;
        const found = checkBrokenPhrases(subject(`会议强调，${text.slice(0, at)} ${text.slice(at)}。`));
        expect(found.map(({ message }) => message)).toContain(`“${text}”被空格隔断`);
      }),
    );
  });

  test('finds a phrase that two paragraphs share, with the place of both parts', () => {
    const source = changed('要科学规划', '要学习习近平总\n\n书记讲话');
    expect(findingLines(source, 'phrases/')).toEqual([
      'phrases/broken @习近平总: “习近平总书记”被分到两段隔断',
    ]);
  });

  test('is content with a line break within a paragraph', () => {
    expect(findingLines(changed('要科学规划', '要学习习近平总\n书记讲话'))).toEqual([]);
  });
});
