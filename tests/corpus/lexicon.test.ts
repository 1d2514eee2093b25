import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namesOf } from '../../src/corpus/names.ts';
import { cityRegistry } from './fixtures.ts';

const registry = cityRegistry();
const { lexicon } = registry;

function idsAt(text: string, offset: number, bare = false): readonly string[] | null {
  return lexicon.longestAt(text, offset, { bare })?.bureaus ?? null;
}

function matched(text: string, offset: number, bare = false): string | null {
  const match = lexicon.longestAt(text, offset, { bare });
  return match === null ? null : text.slice(offset, offset + match.length);
}

describe('the bureau lexicon', () => {
  test.each([
    ['市应急局', 'yjj'],
    ['市应急管理局', 'yjj'],
    ['云岭市应急局', 'yjj'],
    ['云岭市应急管理局', 'yjj'],
    ['市安监局', 'yjj'],
    ['云岭市安全生产监督管理局', 'yjj'],
    ['市人力资源和社会保障局', 'rsj'],
    ['清溪镇', 'qingxi'],
    ['清溪镇人民政府', 'qingxi'],
    ['云岭市清溪镇人民政府', 'qingxi'],
    ['远山市云岭生态环境局', 'hbj'],
    ['市安委办', 'awh'],
  ])('resolves %s', (name, id) => {
    expect(lexicon.longestAt(name, 0, { bare: false })).toEqual({
      length: name.length,
      bureaus: [id],
      collective: false,
    });
  });

  test('prefers the longest name', () => {
    expect(matched('市市场监管局负责', 0)).toBe('市市场监管局');
    expect(matched('市政府办公室印发', 0)).toBe('市政府办公室');
    expect(matched('市委市政府决定', 0)).toBe('市委市政府');
    expect(matched('市委办', 0)).toBe('市委办');
    expect(matched('市委会议', 0)).toBe('市委');
  });

  test('matches at the offset and nowhere else', () => {
    expect(idsAt('由市应急局牵头', 1)).toEqual(['yjj']);
    expect(idsAt('由市应急局牵头', 0)).toBeNull();
    expect(idsAt('市应急局', 4)).toBeNull();
    expect(idsAt('市应急', 0)).toBeNull();
    expect(idsAt('', 0)).toBeNull();
  });

  test('knows names without 市 only when asked', () => {
    expect(idsAt('市应急局、人社局', 5)).toBeNull();
    expect(idsAt('市应急局、人社局', 5, true)).toEqual(['rsj']);
  });

  test('unfolds composites and knows collectives as nobody', () => {
    expect(idsAt('以两办名义', 1)).toEqual(['swb', 'zfb']);
    expect(lexicon.longestAt('各有关部门要', 0, { bare: false })).toEqual({
      length: 5,
      bureaus: [],
      collective: true,
    });
  });

  test('leaves the bureaus of other places alone', () => {
    expect(idsAt('远山市应急局', 2)).toBeNull();
    expect(idsAt('远山高新区', 2)).toBeNull();
    expect(idsAt('临水市人社局', 3, true)).toBeNull();
    expect(idsAt('江川省人社局', 3, true)).toBeNull();
    expect(idsAt('报远山市、市应急局', 5)).toEqual(['yjj']);
    expect(idsAt('江川省云岭市应急局', 3)).toEqual(['yjj']);
  });

  test('takes no 市 that belongs to the word before', () => {
    expect(idsAt('全市应急局长', 1)).toBeNull();
    expect(idsAt('各市委', 1)).toBeNull();
  });

  test('finds every form of every bureau, whatever surrounds it', () => {
    const place = { P: '云岭市', U: '远山市', elsewhere: [] };
    const names = registry.bureaus.flatMap((bureau) =>
      namesOf(bureau, place).map((name) => ({ name, id: bureau.id })),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.constantFrom('', '由', '，', '会后'),
        ({ name, id }, before) => {
          const found = lexicon.longestAt(`${before}${name.text}。`, before.length, { bare: name.bare });
          expect(found).toEqual({ length: name.text.length, bureaus: [id], collective: false });
        },
      ),
    );
  });
});
