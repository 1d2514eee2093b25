import { describe, expect, test } from 'vitest';
import type { ArchiveFiles } from '../../src/corpus/archive.ts';
import { enterLists, enterMinutes, formatLedger, parseLedger, type Ledger } from '../../src/corpus/ledger.ts';
import { archiveFindings, toldHistory } from './archive-examples.ts';
import { FAULTLESS } from './examples.ts';

const file = (name: keyof ArchiveFiles, source: string) => ({
  [name]: { path: `content/${name}.${name === 'ledger' ? 'json' : 'yaml'}`, source },
});

/** A ledger file of these entries; `2024/001` is what the published minutes are. */
function ledgerOf(entries: Readonly<Record<string, readonly number[]>>, versions = 1) {
  const ledger: Ledger = new Map(
    Object.entries(entries).map(([id, points]) => [id, { since: '2024-04-01', versions, points }]),
  );
  return file('ledger', formatLedger(ledger, []));
}

/** Findings as `code message`. */
function lines(...parameters: Parameters<typeof archiveFindings>): readonly string[] {
  return archiveFindings(...parameters).diagnostics.map(({ code, message }) => `${code} ${message}`);
}

const OWN = { '2024/001': [2, 2] };

describe('the ledger', () => {
  test('is satisfied by every address that is still there', () => {
    expect(lines(ledgerOf(OWN))).toEqual([]);
    expect(lines(ledgerOf({ '2024/001': [2] }))).toEqual([]);
  });

  test('misses minutes that are gone without a word', () => {
    expect(lines(ledgerOf({ ...OWN, '2024/002': [1] }))).toEqual([
      'ledger/address-gone “2024/002”已经公开过，这次却没有',
    ]);
  });

  test('accepts a tombstone or a redirect in their place', () => {
    const ledger = ledgerOf({ ...OWN, '2024/002': [1] });
    const tombstone = '- { id: 2024/002, kind: 撤回, date: 2024-06-01, reason: 经复核不应公开 }\n';
    const redirect = '- { from: 2024/002, to: 2024/001, date: 2024-06-01, reason: 重复 }\n';
    expect(lines({ ...ledger, ...file('tombstones', tombstone) })).toEqual([]);
    expect(lines({ ...ledger, ...file('redirects', redirect) })).toEqual([]);
    expect(lines({ ...ledger, ...file('redirects', redirect), ...file('tombstones', tombstone) })).toEqual([
      'redirects/invalid “2024/002”在 content/tombstones.yaml 里也有',
    ]);
  });

  test('misses items and points, unless a redirect says where they are', () => {
    const ledger = ledgerOf({ '2024/001': [2, 3, 0] });
    expect(lines(ledger)).toEqual([
      'ledger/anchor-gone “2024/001”里 item-2-3、item-3 已经公开过，这次却没有',
    ]);
    const redirects = ['item-2-3', 'item-3'].map(
      (anchor) => `- { from: '2024/001#${anchor}', to: '2024/001#item-2', date: 2024-06-01, reason: 合并 }\n`,
    );
    expect(lines({ ...ledger, ...file('redirects', redirects.join('')) })).toEqual([]);
  });

  test('misses versions that the history has no more, but not where there is no history', () => {
    expect(lines(ledgerOf(OWN, 2))).toEqual([
      'ledger/version-gone “2024/001”公开过 2 个版本，git 历史里只有 1 个',
    ]);
    const none = { history: { kind: 'unavailable', reason: 'no-git' } } as const;
    expect(lines({ ...ledgerOf(OWN, 2), ...none }, { mode: 'demo' })).toEqual([
      'history/notice 这台机器上没有 git，这次不显示更正记录和历史版本',
    ]);
  });

  test('reminds of what is not entered: always in publish mode, in a demo once there is a ledger', () => {
    const reminder = 'ledger/not-recorded 有 1 份纪要的地址还没有登记入台账：2024/001';
    expect(lines(ledgerOf({}))).toEqual([reminder]);
    expect(lines(ledgerOf({}), { mode: 'demo' })).toEqual([reminder]);
    expect(lines({ ledger: null })).toEqual([reminder]);
    expect(lines({ ledger: null }, { mode: 'demo' })).toEqual([]);
  });

  test('is one finding when it is damaged', () => {
    expect(lines(file('ledger', '{'))).toEqual(['ledger/invalid 台账“content/ledger.json”被改坏了']);
  });

  test('is not needed in publish mode to miss what git knows as published', () => {
    const history = toldHistory([{ time: '2024-03-20 10:00', source: FAULTLESS }]);
    const other = toldHistory(
      [
        { time: '2024-03-21 10:00', source: FAULTLESS },
        { time: '2024-03-22 10:00', source: null },
      ],
      [],
      '2024/002',
    );
    if (history.kind !== 'recorded' || other.kind !== 'recorded') throw new Error('No history');
    const both = { ...history, revisions: new Map([...history.revisions, ...other.revisions]) };
    expect(lines({ history: both })).toEqual(['ledger/address-gone git 历史里“2024/002”公开过，这次却没有']);
    expect(lines({ history: both }, { mode: 'demo' })).toEqual([]);
  });

  test('misses nothing that waits for its time, and all that had been public and waits again', () => {
    const waits = FAULTLESS.replace('2024-03-20 09:00', '2999-01-01 09:00');
    const standing = toldHistory([{ time: '2024-03-20 10:00', source: FAULTLESS }]);
    const found = (commits: Parameters<typeof toldHistory>[0]): readonly string[] => {
      const other = toldHistory(commits, [], '2024/002');
      if (standing.kind !== 'recorded' || other.kind !== 'recorded') throw new Error('No history');
      return lines({
        history: { ...standing, revisions: new Map([...standing.revisions, ...other.revisions]) },
      });
    };
    expect(found([{ time: '2024-03-21 10:00', source: waits }])).toEqual([]);
    expect(
      found([
        { time: '2024-03-21 10:00', source: FAULTLESS },
        { time: '2024-03-22 10:00', source: waits, reason: '改期' },
      ]),
    ).toEqual(['ledger/address-gone git 历史里“2024/002”公开过，这次却没有']);
  });
});

describe('tombstones and redirects', () => {
  test('stand only where nothing else does, and lead to what is there', () => {
    const tombstones = `
- { id: 2024/001, kind: 撤回, date: 2024-06-01, reason: 甲 }
- { id: 2024/002, kind: 合并, date: 2025-06-01, reason: 乙, successor: 2024/009 }
- { id: 2024/003, kind: 合并, date: 2024-06-01, reason: 丙 }
`;
    expect(lines(file('tombstones', tombstones))).toEqual([
      'tombstones/invalid “2024/003”已合并，没有写明并入哪一份',
      'tombstones/invalid “2024/001”还有公开的纪要',
      'tombstones/invalid 没有“2024/009”这份公开的纪要',
      'tombstones/invalid 日期 2025-06-01 还没有到',
    ]);
    const redirects = `
- { from: 2024/1, to: 2024/2, date: 2024-06-01, reason: 甲 }
- { from: 2024/2, to: 2024/001, date: 2024-06-01, reason: 乙 }
- { from: '2024/5#item-1', to: '2024/001#item-2', date: 2024-06-01, reason: 丙 }
- { from: '2024/001#item-1', to: '2024/001#item-7', date: 2024-06-01, reason: 丁 }
`;
    expect(lines(file('redirects', redirects))).toEqual([
      'redirects/invalid “2024/2”又转到别处',
      'redirects/invalid “2024/5#item-1”转到了另一份纪要',
      'redirects/invalid 没有“2024/2”这个地址',
      'redirects/invalid “2024/001#item-1”还在，不能转到别处',
      'redirects/invalid 没有“2024/001#item-7”这个地址',
    ]);
  });

  test('may be files of comments alone', () => {
    for (const name of ['tombstones', 'redirects', 'corrections', 'coverage'] as const)
      expect(lines(file(name, '# 还没有\n'))).toEqual([]);
  });
});

describe('formatLedger', () => {
  test('writes a line an entry, newest address first, and reads back', () => {
    const ledger = enterMinutes(
      new Map(),
      [{ id: '2024/001' }, { id: '2024/002' }].map(minutes),
      () => 2,
      '2024-06-01',
    );
    const text = formatLedger(ledger, ['bureaus/', 'minutes/2024/']);
    expect(text.split('\n').slice(3, 5)).toEqual([
      '    "2024/002": { "since": "2024-06-01", "versions": 2, "points": [1, 0] },',
      '    "2024/001": { "since": "2024-06-01", "versions": 2, "points": [1, 0] }',
    ]);
    const read = parseLedger(text, 'ledger.json');
    expect(read.ledger).toEqual(new Map([...ledger].toSorted(([one], [other]) => (one < other ? 1 : -1))));
    expect(read.lists).toEqual(['bureaus/', 'minutes/2024/']);
  });

  test('reads a ledger of before lists were entered, and refuses paths that leave the site', () => {
    const { diagnostics, lists } = parseLedger('{ "about": "", "minutes": {} }', 'ledger.json');
    expect([diagnostics, lists]).toEqual([[], []]);
    const refused = ['../x/', 'minutes//', '/minutes/', 'minutes/2024', ''].filter(
      (path) => parseLedger(formatLedger(new Map(), [path]), 'ledger.json').diagnostics.length === 1,
    );
    expect(refused).toEqual(['../x/', 'minutes//', '/minutes/', 'minutes/2024', '']);
  });

  test('never loses what was entered before', () => {
    const before: Ledger = new Map([
      ['2023/009', { since: '2023-01-01', versions: 1, points: [] }],
      ['2024/001', { since: '2024-01-01', versions: 3, points: [0, 4, 1] }],
    ]);
    const after = enterMinutes(before, [minutes({ id: '2024/001' })], () => null, '2024-06-01');
    expect(after.get('2023/009')).toEqual(before.get('2023/009'));
    expect(after.get('2024/001')).toEqual({ since: '2024-01-01', versions: 3, points: [1, 4, 1] });
    expect(enterLists(['minutes/2023/', 'topics/'], ['minutes/2024/', 'topics/'])).toEqual([
      'minutes/2023/',
      'minutes/2024/',
      'topics/',
    ]);
  });
});

/** Two items, the first with one point. */
function minutes({ id }: { readonly id: string }): Parameters<typeof enterMinutes>[1][number] {
  return { id, items: [{ points: ['（一）'] }, { points: [] }] };
}
