import { describe, expect, test } from 'vitest';
import { changed, findingLines } from './examples.ts';

describe('the rule about outdated names', () => {
  test('points at a former name after its time, once', () => {
    const source = changed('会议强调，', '会议强调，由市绿化局负责。由市绿化局牵头。');
    expect(findingLines(source, 'bureaus/')).toEqual([
      'bureaus/outdated @市绿化局: 2024-03-15 的会议里，“市绿化局”是2019以前的名称，当时叫“市园林局”',
    ]);
  });

  test('lets it be used in the year it was given up', () => {
    const source = changed('会议强调，', '会议强调，由市绿化局负责。').replace(
      'published',
      'held: 2019-12-30\npublished',
    );
    expect(findingLines(source, 'bureaus/')).toEqual([]);
  });
});

describe('the rule about two names', () => {
  test('points at the second short name in the items', () => {
    const source = changed('会议强调，', '会议强调，由市应急局负责。由市应急管理局牵头。');
    expect(findingLines(source, 'bureaus/')).toEqual([
      'bureaus/two-names @市应急管理局: “市应急局”和“市应急管理局”是同一家',
    ]);
  });

  test('leaves the lists of names and the full name alone', () => {
    expect(findingLines(changed('会议强调，', '会议强调，由市应急管理局负责。'), 'bureaus/')).toEqual([]);
    expect(
      findingLines(changed('会议强调，', '会议强调，由市应急局负责。由云岭市应急管理局牵头。'), 'bureaus/'),
    ).toEqual([]);
  });
});
