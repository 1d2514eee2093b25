import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DamagedCache } from '../../src/publisher/damaged.ts';
import { digestOfValue } from '../../src/publisher/facets.ts';
import type { KeptValue } from '../../src/publisher/kept-values.ts';
import { readState, writeState, type SiteState, type StoredState } from '../../src/publisher/site-state.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiyao-state-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function kept(value: unknown): KeptValue {
  return { facets: ['year 2022'], inputs: 'same', digest: digestOfValue(value), value: () => value };
}

function stateWith(values: Readonly<Record<string, KeptValue>>): SiteState {
  const report = {
    findings: '',
    meetings: 0,
    items: 0,
    records: 0,
    generations: 0,
    notices: [],
    waiting: [],
  };
  return { version: '', gate: '', search: '', parcels: {}, kept: values, derivations: {}, report };
}

function stored(): StoredState {
  const state = readState(folder);
  if (typeof state === 'string') throw new Error(state);
  return state;
}

const pieceOf = (value: unknown): string => join(folder, 'parcels', digestOfValue(value));
const TOTALS = { meetings: 3, names: ['市教育局', '市财政局'] };

describe('values of years in the state of a site', () => {
  test('lie beside it, and are opened when somebody asks for them', () => {
    writeState(folder, stateWith({ 'totals 2022': kept(TOTALS) }), new Map(), null);
    const { facets, value } = stored().kept['totals 2022'] ?? kept(null);
    expect([facets, value()]).toEqual([['year 2022'], TOTALS]);
    rmSync(pieceOf(TOTALS));
    expect(Object.keys(stored().kept)).toEqual(['totals 2022']);
  });

  test('are written once, carried to the next state unopened, and removed with the last that has them', () => {
    writeState(folder, stateWith({ 'totals 2022': kept(TOTALS) }), new Map(), null);
    const before = stored();
    const unopened = Object.fromEntries(
      Object.entries(before.kept).map(([key, value]) => [
        key,
        {
          ...value,
          value: () => {
            throw new Error('opened');
          },
        },
      ]),
    );
    writeState(folder, stateWith({ ...unopened, 'totals 2023': kept([1]) }), new Map(), before);
    expect(stored().kept['totals 2022']?.value()).toEqual(TOTALS);
    writeState(folder, stateWith({ 'totals 2023': kept([1]) }), new Map(), stored());
    expect(readdirSync(join(folder, 'parcels'))).toEqual([digestOfValue([1])]);
  });

  test('never are what they were not', () => {
    writeState(folder, stateWith({ 'totals 2022': kept(TOTALS) }), new Map(), null);
    writeFileSync(pieceOf(TOTALS), '{"meetings":4}');
    expect(() => stored().kept['totals 2022']?.value()).toThrow(DamagedCache);
  });
});
