import { describe, expect, test } from 'vitest';
import { checkCollection } from '../../src/checks/collection.ts';
import { LENIENT } from '../../src/checks/policy.ts';
import { parseReview, reviewSkeleton } from '../../src/corpus/review-record.ts';
import { wasRevised } from '../../src/corpus/revisions.ts';
import { reviewedDigest } from '../../src/minutes/reviewed-text.ts';
import { toldHistory } from './archive-examples.ts';
import { FAULTLESS, NOW, REGISTRY } from './examples.ts';

const ROUNDS = [
  '  - { round: 一审, role: 拟稿人, person: 沈言, time: 2024-03-18 10:00, result: 通过 }',
  '  - { round: 二审, role: 分管领导, person: 1024, time: 2024-03-18 16:00, result: 通过 }',
  '  - { round: 三审, role: 主要领导, person: 程越, time: 2024-03-19 09:00, result: 通过, notes: 已核对 }',
];
const SECRECY = 'secrecy: { person: 陶然, time: 2024-03-19 15:00, result: 通过 }';

function record(rounds = ROUNDS, secrecy = SECRECY, digest = reviewedDigest(FAULTLESS)): string {
  return `sha256: '${digest}'\nbasis: 条例第十九条，主动公开\nrounds:\n${rounds.join('\n')}\n${secrecy}\n`;
}

function check(
  review: string | null,
  source = FAULTLESS,
  required = true,
  revised: readonly string[] = [],
): readonly string[] {
  const { diagnostics } = checkCollection(
    {
      minutes: [{ path: 'content/minutes/2024/001.md', id: '2024/001', source }],
      registry: { path: 'content/bureaus.yaml', source: REGISTRY },
      reviews:
        review === null ? [] : [{ path: 'content/reviews/2024/001.yaml', id: '2024/001', source: review }],
      revised: (id) => revised.includes(id),
      whole: true,
      diagnostics: [],
    },
    NOW,
    { ...LENIENT, reviewRequired: required },
  );
  return diagnostics.map(({ code, message }) => `${code} ${message}`);
}

describe('a record of review', () => {
  test('of three rounds, by several people, in order, of this text, holds', () => {
    expect(check(record())).toEqual([]);
  });

  test('is asked for only where it is required', () => {
    expect(check(null)).toEqual(['review/missing 没有审查记录“reviews/2024/001.yaml”']);
    expect(check(null, FAULTLESS, false)).toEqual([]);
  });

  test('that is there must hold also where none is required', () => {
    expect(check(record(ROUNDS.slice(1)), FAULTLESS, false)).toEqual(['review/missing-round 没有一审']);
  });

  test('falls with any change of the text, not with the time of publication', () => {
    expect(check(record(), FAULTLESS.replace('抓住时节', '抓紧时节'))[0]).toMatch(/^review\/changed-text /);
    expect(check(record(), FAULTLESS.replace('2024-03-20 09:00', '2024-03-21 10:00'))).toEqual([]);
  });

  test.each([
    ['rounds out of order', [...ROUNDS.slice(1), ...ROUNDS.slice(0, 1)], /^review\/order 一审排在三审之后/],
    [
      'a later time before',
      [...ROUNDS.slice(0, 1), ...ROUNDS.slice(1).map((each) => each.replace('16:00', '09:00'))],
      /^review\/order 二审的时间/,
    ],
    [
      'one person throughout',
      ROUNDS.map((each) => each.replace(/person: [^,]+/u, 'person: 沈言')),
      /^review\/same-person /,
    ],
    [
      'a round sent back',
      ROUNDS.map((each) => each.replace(/(二审.*)通过/u, '$1退回')),
      /^review\/not-passed 二审的结果是“退回”/,
    ],
    [
      'a round after publication',
      [...ROUNDS.slice(0, 2), ...ROUNDS.slice(2).map((each) => each.replace('03-19', '03-21'))],
      /^review\/order 审查时间 2024-03-21 09:00 晚于发布时间/,
    ],
  ])('is refused for %s', (_, rounds, finding) => {
    expect(check(record(rounds))[0]).toMatch(finding);
  });

  describe('made after the publication', () => {
    const later = ROUNDS.map((each) => each.replace('2024-03-1', '2024-04-1'));
    const found = (source: string, revised: readonly string[]): readonly string[] =>
      check(record(later, SECRECY, reviewedDigest(source)), source, true, revised);

    test('holds for a text that was public before: corrected, or published elsewhere', () => {
      expect(found(FAULTLESS, ['2024/001'])).toEqual([]);
      expect(found(FAULTLESS.replace(/^published:/mu, 'republished: true\npublished:'), [])).toEqual([]);
      expect(found(FAULTLESS, ['2024/002'])).toEqual([expect.stringMatching(/^review\/order 审查时间/u)]);
    });

    test.each([
      ['never committed', [], [], false],
      ['published and never changed', [FAULTLESS], [], false],
      ['changed in the folder', [FAULTLESS], ['2024/001'], true],
      ['corrected', [FAULTLESS, FAULTLESS], [], true],
      ['withdrawn and brought back', [FAULTLESS, null, FAULTLESS], [], true],
      ['withdrawn', [FAULTLESS, null], [], false],
    ] as const)('is such a text when it was %s: %s %s %s', (_, sources, uncommitted, revised) => {
      const commits = sources.map((source) => ({ time: '2024-03-20 10:00', source }));
      expect(wasRevised('2024/001', toldHistory(commits, uncommitted), new Map())).toBe(revised);
    });

    test('is such a text under a new address', () => {
      const first = { time: '2024-03-20 10:00', source: FAULTLESS };
      const old = toldHistory([first, { ...first, source: null }], [], '2024/1');
      const moved = toldHistory([first, { ...first, source: FAULTLESS }]);
      if (old.kind !== 'recorded' || moved.kind !== 'recorded') throw new Error('No history');
      const [, last] = moved.revisions.get('2024/001') ?? [];
      if (last === undefined) throw new Error('No revision');
      const revisions = new Map([...old.revisions, ['2024/001', [last]]]);
      const history = { ...old, revisions };
      expect(wasRevised('2024/001', history, new Map([['2024/1', '2024/001']]))).toBe(true);
      expect(wasRevised('2024/001', history, new Map())).toBe(false);
    });
  });

  test('may be sent back and passed again', () => {
    const [first = '', second = '', third = ''] = ROUNDS;
    const back = second.replace('通过', '退回');
    expect(check(record([first, back, second.replace('16:00', '17:00'), third]))).toEqual([]);
    const anew = ROUNDS.map((each) => each.replace(/03-1[89]/u, '03-20').replace(/ \d\d:00/u, ' 08:00'));
    expect(check(record([first, back, ...anew]))).toEqual([]);
  });

  test('is refused when secrecy was not passed', () => {
    expect(check(record(ROUNDS, SECRECY.replace('通过', '退回')))).toEqual([
      'review/not-passed 保密审查的结果是“退回”',
    ]);
  });

  test('is asked for nothing by halves: the skeleton itself names all that is missing', () => {
    const { record: none, diagnostics } = parseReview(reviewSkeleton('0'.repeat(64)), 'a.yaml');
    expect(none).toBeNull();
    expect(diagnostics.every(({ code }) => code === 'review/invalid')).toBe(true);
    // basis, and person, time and result of three rounds and of the secrecy review
    expect(diagnostics).toHaveLength(13);
  });
});
