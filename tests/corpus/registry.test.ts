import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRegistry } from '../../src/corpus/registry.ts';
import { cityRegistry, YAML } from './fixtures.ts';

const PATH = 'content/bureaus.yaml';
const PLACE = 'place: { P: 云岭市, U: 远山市 }\n';

/** Findings as `line [the text they point at] message｜hint`. */
function faults(yaml: string): readonly string[] {
  return parseRegistry(yaml, PATH).diagnostics.map(({ message, hint, place, code, path }) => {
    expect([code, path]).toEqual(['registry/invalid', PATH]);
    if (place.kind !== 'source') throw new Error('every finding about the registry has a place');
    const line = yaml.split('\n')[place.line - 1] ?? '';
    const pointed = line.slice(place.column - 1, place.column - 1 + place.length);
    return `${place.line} [${pointed}] ${message}｜${hint}`;
  });
}

describe('parseRegistry', () => {
  test('fills in the place and what is left out', () => {
    const { byId } = cityRegistry();
    expect(byId.get('yjj')).toEqual({
      id: 'yjj',
      kind: 'gov',
      full: '云岭市应急管理局',
      short: '市应急管理局',
      aliases: ['市应急局'],
      bare: ['应急管理局', '应急局'],
      former: [{ full: '云岭市安全生产监督管理局', short: '市安监局', until: '2019-03', note: null }],
      since: null,
      until: null,
      office: null,
      note: null,
    });
    expect(byId.get('gaoxin')?.full).toBeNull();
    expect(byId.get('qingxi')?.since).toBe('2003');
    expect(byId.get('awh')?.office).toBe('yjj');
  });

  test('keeps the order of the file', () => {
    expect(
      cityRegistry()
        .bureaus.map(({ id }) => id)
        .slice(0, 3),
    ).toEqual(['sw', 'swb', 'szf']);
    expect(faults(YAML)).toEqual([]);
  });

  test('reports every value of the wrong form at its place', () => {
    const yaml = `${PLACE}bureaus:
  - { id: A1, kind: gv, short: 市 甲局, foo: 1 }
  - { id: b, kind: gov }
  - { id: c, kind: gov, short: 市丙局, since: 去年, aliases: 市丙 }
`;
    expect(faults(yaml)).toEqual([
      '3 [A1] “id”不能是“A1”｜只用小写字母、数字和连字符，以字母开头，如“yjj”',
      '3 [gv] “kind”不能是“gv”｜改成其中之一：party、npc、cppcc、judicial、military、gov、gov-affil、vertical、utility、soe、edu、mass、zone、town、coord',
      '3 [市 甲局] “short”不能是“市 甲局”｜不留空格；地名写 $P（本级）或 $U（上级）',
      '3 [foo] 不认识的字段“foo”｜改成正确的字段名，或删去这一行；能写哪些字段见文件开头的说明',
      '4 [{ id: b, kind: gov }] 缺少“short”｜补上“short”',
      '5 [市丙] “aliases”应当是一个列表（用 [ ] 括起）｜照文件里别的条目改写这个值',
      '5 [去年] “since”不能是“去年”｜写年或年月，如 2019 或 2019-06',
    ]);
  });

  test('reports ids that are used twice or that no bureau has', () => {
    const yaml = `${PLACE}bureaus:
  - { id: a, kind: gov, short: 市甲局, office: z }
  - { id: a, kind: gov, short: 市乙局 }
composites:
  - { text: 两办, bureaus: [a, y] }
`;
    expect(faults(yaml)).toEqual([
      '4 [a] id“a”用了两次｜换一个没有用过的 id',
      '3 [z] 没有 id 为“z”的机构｜改成名录里已有的 id，或先登记这个机构',
      '6 [y] 没有 id 为“y”的机构｜改成名录里已有的 id，或先登记这个机构',
    ]);
  });

  test('reports a name of two bureaus once, also in its other form, and the first keeps it', () => {
    const yaml = `${PLACE}bureaus:
  - { id: a, kind: gov, short: 市甲局 }
  - { id: b, kind: gov, full: $P甲局, short: 市乙局 }
  - { id: c, kind: gov, short: 市丙局, bare: [丙局], aliases: [市乙局] }
collectives: [市丙局]
`;
    expect(faults(yaml)).toEqual([
      '4 [$P甲局] 名称“云岭市甲局”在第 3 行已属于“市甲局”｜一个名称只能属于一家，删去其中一处',
      '5 [市乙局] 名称“市乙局”在第 4 行已属于“市乙局”｜一个名称只能属于一家，删去其中一处',
      '6 [市丙局] 名称“市丙局”在第 5 行已属于“市丙局”｜一个名称只能属于一家，删去其中一处',
    ]);
    const { lexicon } = parseRegistry(yaml, PATH).registry;
    expect(lexicon.longestAt('市甲局', 0, { bare: false })?.bureaus).toEqual(['a']);
    expect(lexicon.longestAt('市丙局', 0, { bare: false })?.collective).toBe(false);
  });

  test('does not mind a name repeated within one bureau', () => {
    const yaml = `${PLACE}bureaus:\n  - { id: a, kind: gov, full: $P甲局, short: 市甲局, aliases: [市甲局] }\n`;
    expect(faults(yaml)).toEqual([]);
  });

  test('says where a file is no YAML', () => {
    expect(faults(`${PLACE}bureaus:\n  - { id: a\n`)).toHaveLength(1);
    expect(faults('')).toEqual(['1 [] 这个文件应当是“字段: 值”的条目｜照文件里别的条目改写这个值']);
  });

  test('yields an empty registry for a file of the wrong form', () => {
    const { registry } = parseRegistry('bureaus: 3', PATH);
    expect([registry.bureaus, registry.byId.size, registry.suggest('市甲局')]).toEqual([[], 0, []]);
    expect(registry.lexicon.longestAt('市甲局', 0, { bare: true })).toBeNull();
  });

  test('never throws, and reports whenever it gives no bureaus', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), mutated(YAML)), (yaml) => {
        const { registry, diagnostics } = parseRegistry(yaml, PATH);
        expect(registry.bureaus.length > 0 || diagnostics.length > 0 || /bureaus:\s*\[\s*\]/.test(yaml)).toBe(
          true,
        );
      }),
      { numRuns: 200 },
    );
  });
});

/** A text with one stretch cut out. */
function mutated(text: string): fc.Arbitrary<string> {
  return fc
    .tuple(fc.nat(text.length), fc.nat(20))
    .map(([at, length]) => text.slice(0, at) + text.slice(at + length));
}

describe('the registry of the repository', () => {
  const { registry, diagnostics } = parseRegistry(readFileSync('content/bureaus.yaml', 'utf8'), PATH);

  test('has no fault', () => {
    expect(diagnostics).toEqual([]);
  });

  test.each([
    ['市应急局', ['yjj']],
    ['市应急管理局', ['yjj']],
    ['市消防救援大队', ['xfdd']],
    ['市金融监管局', ['jrjgj']],
    ['市试点工作领导小组办公室', ['szrmb']],
    ['市安委会', ['anweihui']],
    ['市减灾委', ['jianzai']],
    ['市减灾办', ['jianzai']],
    ['市消安委', ['xiaoan']],
    ['两办', ['swb', 'zfb']],
    ['市委市政府', ['shiwei', 'shizhengfu']],
    ['太仓港经济技术开发区', ['gangqu']],
    ['港区', ['gangqu']],
    ['团市委', ['tsw']],
    ['市监委', ['jwjw']],
    ['各级各有关部门', []],
  ])('knows %s', (name, bureaus) => {
    expect(registry.lexicon.longestAt(name, 0, { bare: false })).toMatchObject({
      length: name.length,
      bureaus,
    });
  });

  test.each([
    ['海事局', 'haishi'],
    ['税务局', 'swjj'],
    ['电信公司', 'dianxin'],
    ['银保监组', 'jrjgzj'],
    ['港口管委会', 'gangkou'],
    ['检察院', 'jianchayuan'],
    ['文教投集团', 'wjtjt'],
  ])('knows %s in a list', (name, id) => {
    expect(registry.lexicon.longestAt(name, 0, { bare: false })).toBeNull();
    expect(registry.lexicon.longestAt(name, 0, { bare: true })?.bureaus).toEqual([id]);
  });

  test('does not take just any pilot group for the one it knows', () => {
    expect(registry.lexicon.longestAt('市试点工作领导小组', 0, { bare: true })).toBeNull();
  });

  test('prints no full name that was not verified', () => {
    for (const id of ['zhzx', 'gzyfzx', 'jgswzx', 'cfjt', 'wjtjt', 'wljt', 'dujia', 'szrmb']) {
      expect(registry.byId.get(id)).toMatchObject({ full: null });
    }
  });
});
