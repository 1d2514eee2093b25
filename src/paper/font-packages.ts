import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readOutlines, type Outlines } from './outlines.ts';
import { readTables } from './sfnt.ts';

/** One weight of a font package: many files, each with some characters. */
export interface PackagedFont {
  /** The package: `@fontsource/noto-serif-sc`. */
  readonly name: string;
  readonly weight: number;
}

const require = createRequire(import.meta.url);

/** Reads the fonts that come with the project, each file once. */
export class FontPackages {
  readonly #outlines = new Map<string, Outlines>();
  readonly #slices = new Map<string, readonly Slice[]>();

  /** The files of a font that hold any of the characters, those with Chinese characters first. */
  read({ name, weight }: PackagedFont, characters: ReadonlySet<string>): readonly Outlines[] {
    const codePoints = [...characters].map((character) => character.codePointAt(0) ?? 0);
    const slices = this.#slices.get(name) ?? readSlices(name);
    this.#slices.set(name, slices);
    return slices
      .filter(({ ranges }) =>
        codePoints.some((each) => ranges.some(([low, high]) => low <= each && each <= high)),
      )
      .map(({ slice }) => this.#readFile(name, slice, weight));
  }

  #readFile(name: string, slice: string, weight: number): Outlines {
    const id = name.slice(name.indexOf('/') + 1);
    const file = join(folderOf(name), 'files', `${id}-${slice}-${String(weight)}-normal.woff`);
    const known = this.#outlines.get(file);
    if (known !== undefined) return known;
    const outlines = readOutlines(readTables(readFileSync(file)));
    this.#outlines.set(file, outlines);
    return outlines;
  }
}

/** A file of a font and the characters it was cut for. */
interface Slice {
  readonly slice: string;
  readonly ranges: readonly (readonly [low: number, high: number])[];
}

/** A package that isn't cut has everything in one file. */
const WHOLE: readonly Slice[] = [{ slice: 'latin', ranges: [[0, 0x10ffff]] }];

function folderOf(name: string): string {
  return dirname(require.resolve(`${name}/package.json`));
}

/** `unicode.json` of a package: `{"[4]": "U+1f1e9-1f1f5,U+1f21a", "latin": …}`, or `{}`. */
function readSlices(name: string): readonly Slice[] {
  const json: unknown = JSON.parse(readFileSync(join(folderOf(name), 'unicode.json'), 'utf8'));
  const entries = Object.entries(Object(json));
  if (entries.length === 0) return WHOLE;
  return entries
    .map(([key, value]) => ({ slice: key.replaceAll(/[[\]]/gu, ''), ranges: rangesOf(String(value)) }))
    .sort((one, other) => Number(/^\D/u.test(one.slice)) - Number(/^\D/u.test(other.slice)));
}

function rangesOf(list: string): Slice['ranges'] {
  return list.split(',').map((range) => {
    const [low = '', high = low] = range.trim().replace(/^U\+/u, '').split('-');
    return [Number.parseInt(low, 16), Number.parseInt(high, 16)];
  });
}
