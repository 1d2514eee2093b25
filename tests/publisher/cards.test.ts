import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cardPainter } from '../../src/publisher/cards.ts';
import { filesBelow } from '../../src/publisher/site-files.ts';
import { cardView } from '../../src/views/card.ts';
import { readCity } from '../views/city.ts';

const { corpus, site } = readCity();
const views = corpus.minutes.slice(0, 2).map((minutes) => cardView(minutes, site));

let folder = '';
let drawn: readonly Buffer[] = [];
const paint = (): readonly Buffer[] => {
  const painter = cardPainter(folder);
  return views.map((view) => Buffer.from(painter(view)));
};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiyao-cards-'));
  drawn = paint();
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('a picture that was kept', () => {
  test('is given again, byte for byte', () => {
    expect(filesBelow(folder)).toHaveLength(views.length);
    expect(paint()).toEqual(drawn);
  });

  const damages: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
    'something behind it': (bytes) => Buffer.concat([bytes, Buffer.from('x')]),
    'another bit in it': (bytes) => bytes.fill((bytes.at(-9) ?? 0) ^ 1, bytes.length - 9, bytes.length - 8),
    'its end cut off': (bytes) => bytes.subarray(0, bytes.length - 20),
    'nothing in it': () => Buffer.alloc(0),
  };
  test.each(Object.entries(damages))('is drawn again with %s', (_, damage) => {
    for (const path of filesBelow(folder)) {
      const file = join(folder, path);
      writeFileSync(file, damage(readFileSync(file)));
    }
    expect(paint()).toEqual(drawn);
    expect(drawn.every((picture) => picture.subarray(1, 4).toString() === 'PNG')).toBe(true);
  });
});
