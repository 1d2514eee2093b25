import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatCollected, parseCollected, type Collected } from '../../src/corpus/collected.ts';
import { EMPTY_ARCHIVE } from '../../src/corpus/archive.ts';
import { buildCorpus } from '../../src/corpus/corpus.ts';
import { isBelowMember, isMemberAddress } from '../../src/corpus/member-address.ts';
import { readMemberCatalogue, readMemberFeed, readMemberSearch } from '../../src/corpus/member-files.ts';
import { parseMembers } from '../../src/corpus/members-file.ts';
import { memberOrigins, membersOf, portalEntries } from '../../src/corpus/portal.ts';
import { cityRegistry } from '../views/city.ts';

const ADDRESS = 'https://jia.example/zwgk/';

describe('the list of members', () => {
  const messages = (yaml: string): readonly string[] =>
    parseMembers(yaml, 'members.yaml').diagnostics.map(({ message }) => message);

  test('holds names, addresses and who stands below whom', () => {
    const { members } = parseMembers(
      `- name: 甲市\n  address: https://jia.example/\n- name: 乙县\n  address: https://yi.example/zwgk/\n  level: 县\n  parent: 甲市\n`,
      'members.yaml',
    );
    expect(members).toEqual([
      { name: '甲市', address: 'https://jia.example/', level: null, parent: null },
      { name: '乙县', address: 'https://yi.example/zwgk/', level: '县', parent: '甲市' },
    ]);
    expect(parseMembers('# 还没有\n', 'members.yaml')).toEqual({ members: [], diagnostics: [] });
  });

  test('is refused whole for a name or an address given twice, and for parents that are none', () => {
    const member = (name: string, host: string, more = ''): string =>
      `- name: ${name}\n  address: https://${host}/\n${more}`;
    expect(messages(member('甲', 'a.example') + member('甲', 'b.example'))).toEqual(['“甲”写了两次']);
    expect(messages(member('甲', 'a.example') + member('乙', 'a.example'))).toEqual([
      '“https://a.example/”写了两次',
    ]);
    expect(messages(member('甲', 'a.example', '  parent: 丙\n'))).toEqual(['没有名为“丙”的成员']);
    const circle = member('甲', 'a.example', '  parent: 乙\n') + member('乙', 'b.example', '  parent: 甲\n');
    expect(messages(circle)).toEqual(['“甲”成了自己的上级', '“乙”成了自己的上级']);
    expect(parseMembers(circle, 'members.yaml').members).toEqual([]);
  });

  test('takes any text without throwing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => parseMembers(text, 'members.yaml')).not.toThrow();
        expect(() => parseCollected(text, 'collected.json')).not.toThrow();
      }),
    );
  });
});

describe('the address of a member', () => {
  test.for([
    ['https://a.example/', true],
    ['https://a.example:8443/zwgk/cwhy/', true],
    ['http://127.0.0.1:8080/', true],
    ['http://a.example/', false],
    ['https://a.example', false],
    ['https://a.example/index.html', false],
    ['https://a.example/?x=1', false],
    ['https://a.example/#x', false],
    ['https://who:secret@a.example/', false],
    ['https://a.example/../b/', false],
    ['https://A.example/', false],
    ['javascript:alert(1)/', false],
    ['//a.example/', false],
  ] as const)('%s: %s', ([text, good]) => {
    expect(isMemberAddress(text)).toBe(good);
  });

  test('covers what lies below it and nothing else', () => {
    const below = ['minutes/2024/001/', 'minutes/2024/001/#item-1', ''].map((path) => ADDRESS + path);
    const beside = [
      'https://jia.example/',
      'https://jia.example/zwgk/../other/',
      'https://jia.example.evil.example/zwgk/',
      'https://jia.example@evil.example/zwgk/',
      'http://jia.example/zwgk/',
      'javascript:alert(1)',
      '/zwgk/minutes/',
    ];
    expect(below.map((url) => isBelowMember(url, ADDRESS))).toEqual([true, true, true]);
    expect(beside.filter((url) => isBelowMember(url, ADDRESS))).toEqual([]);
  });
});

const TIME = '2024-05-06T09:00:00+08:00';
const item = (title: string, url = `${ADDRESS}minutes/2024/001/`): object => ({
  id: url,
  url,
  title,
  content_text: '一、审议《……》',
  date_published: TIME,
  date_modified: TIME,
  tags: [],
});
const feed = (items: readonly unknown[], deleted: readonly unknown[] = []): unknown => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: '甲县',
  items,
  _deleted: { about: '', items: deleted },
});
const always = (): boolean => true;

describe('what a member publishes', () => {
  test('is kept as address, title and times, and nothing more', () => {
    expect(readMemberFeed(feed([item('第1次常务会议')]), ADDRESS, always)).toEqual({
      value: {
        entries: [
          { url: `${ADDRESS}minutes/2024/001/`, title: '第1次常务会议', published: TIME, updated: TIME },
        ],
        deleted: [],
      },
      leftOut: 0,
    });
  });

  test('is left out and counted where it leads elsewhere, is no line, or may not go out', () => {
    const odd = [
      item('别处的', 'https://evil.example/minutes/'),
      item('脚本', 'javascript:alert(1)'),
      item('长'.repeat(301)),
      item(' \u202e\u0000 '),
      item('不许的'),
      { ...item('没有时间'), date_published: '昨天' },
      7,
      null,
    ];
    const read = readMemberFeed(feed([...odd, item('好的')]), ADDRESS, (title) => title !== '不许的');
    expect(read?.value.entries.map(({ title }) => title)).toEqual(['好的']);
    expect(read?.leftOut).toBe(odd.length);
  });

  test('has no character that hides or turns others', () => {
    const read = readMemberFeed(feed([item('第\u202e1\u200b次\n会议')]), ADDRESS, always);
    expect(read?.value.entries[0]?.title).toBe('第 1 次 会议');
  });

  test('vanishes when the member withdraws it', () => {
    const gone = { id: `${ADDRESS}minutes/2024/001/`, when: TIME, reason: '不应公开' };
    expect(readMemberFeed(feed([item('撤回的')], [gone]), ADDRESS, always)?.value).toEqual({
      entries: [],
      deleted: [{ url: `${ADDRESS}minutes/2024/001/`, when: TIME }],
    });
  });

  test('that is of no known form is none', () => {
    for (const json of [null, 7, [], {}, { version: 'x', items: [] }, '<html>']) {
      expect(readMemberFeed(json, ADDRESS, always)).toBeNull();
      expect(readMemberCatalogue(json, ADDRESS)).toBeNull();
      expect(readMemberSearch(json)).toBeNull();
    }
    expect(readMemberSearch({ format: 3 })).toBe(3);
  });

  test('may be anything at all', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const read = readMemberFeed(feed([json]), ADDRESS, always);
        expect(read?.value.entries.length).toBeLessThanOrEqual(1);
        expect(() => readMemberCatalogue(json, ADDRESS)).not.toThrow();
      }),
    );
  });
});

const collected: Collected = {
  address: ADDRESS,
  taken: '2024-05-06 09:00',
  failure: null,
  catalogue: null,
  entries: [{ url: `${ADDRESS}minutes/2024/001/`, title: '会议', published: TIME, updated: TIME }],
  deleted: [],
};

describe('the file of what was collected', () => {
  const { members } = parseMembers(`- name: 甲县\n  address: ${ADDRESS}\n`, 'members.yaml');

  test('gives back what was written, without members that left the list', () => {
    const other = { ...collected, address: 'https://yi.example/', entries: [] };
    const text = formatCollected(members, [other, collected]);
    expect(parseCollected(text, 'collected.json')).toEqual({ collected: [collected], diagnostics: [] });
  });

  test('is refused whole when an address in it lies elsewhere', () => {
    const text = formatCollected(members, [collected]).replace(
      `"url": "${ADDRESS}`,
      '"url": "https://evil.example/',
    );
    expect(parseCollected(text, 'collected.json')).toMatchObject({
      collected: [],
      diagnostics: [{ code: 'members/invalid' }],
    });
  });
});

test('the portal of a corpus lists members below their parents and news of all, newest first', () => {
  const { members } = parseMembers(
    `- { name: 乙镇, address: 'https://yi.example/', parent: 甲县 }\n- { name: 丙县, address: 'https://bing.example/' }\n- { name: 甲县, address: '${ADDRESS}' }\n`,
    'members.yaml',
  );
  const later = {
    ...collected,
    address: 'https://bing.example/',
    entries: [
      { url: 'https://bing.example/a/', title: '新的', published: TIME, updated: '2024-05-06T01:30:00Z' },
    ],
  };
  const portal = { members, collected: [collected, later] };
  const corpus = buildCorpus([], cityRegistry, { ...EMPTY_ARCHIVE, portal });
  expect(membersOf(corpus).map(({ member, depth }) => [member.name, depth])).toEqual([
    ['丙县', 0],
    ['甲县', 0],
    ['乙镇', 1],
  ]);
  expect(portalEntries(corpus).map(({ title, member }) => [title, member.name])).toEqual([
    ['新的', '丙县'],
    ['会议', '甲县'],
  ]);
  expect(memberOrigins(corpus)).toEqual([
    'https://bing.example',
    'https://jia.example',
    'https://yi.example',
  ]);
});
