import { describe, expect, test } from 'vitest';
import { checkFreshness } from '../../src/checks/column-freshness.ts';
import { checkCode } from '../../src/checks/odd-code.ts';
import { EMPTY_REGISTRY } from '../../src/corpus/registry.ts';
import { parseMinutes } from '../../src/minutes/parse.ts';
import { parseSite } from '../../src/site.ts';
import { FAULTLESS } from './examples.ts';

const { site } = parseSite('mode: demo\n', 'site.yaml');
const { minutes } = parseMinutes(FAULTLESS, 'a.md', EMPTY_REGISTRY.lexicon);

/** Findings of a published column of this type, some days after its last publication. */
function after(days: number, type: string): number {
  if (site === null) throw new Error('The empty site is a demo site');
  const now = new Date(Date.UTC(2024, 2, 20 + days)).toISOString().slice(0, 10);
  const published = { ...site, mode: 'publish' as const, column: { ...site.column, type } };
  return checkFreshness(published, [minutes], 'site.yaml', `${now} 12:00`).length;
}

describe('the rule about stale columns', () => {
  test('warns three days before the time is up', () => {
    expect([after(10, '工作动态'), after(11, '工作动态'), after(40, '工作动态')]).toEqual([0, 1, 1]);
    expect([after(176, '信息公开目录'), after(177, '信息公开目录')]).toEqual([0, 1]);
  });

  test('leaves demo sites and empty columns alone', () => {
    if (site === null) throw new Error('The empty site is a demo site');
    expect(checkFreshness(site, [minutes], 'site.yaml', '2030-01-01 12:00')).toEqual([]);
    expect(checkFreshness({ ...site, mode: 'publish' }, [], 'site.yaml', '2030-01-01 12:00')).toEqual([]);
  });
});

test('the code of a site that isn’t the government’s is a reminder', () => {
  if (site === null) throw new Error('The empty site is a demo site');
  expect(checkCode({ ...site, code: 'N000000001' }, 'site.yaml').map(({ code }) => code)).toEqual([
    'site/odd-code',
  ]);
  expect(checkCode({ ...site, code: 'bm00000001' }, 'site.yaml')).toEqual([]);
});
