import * as fc from 'fast-check';

/** What extraction does to a text; each kind is drawn on its own. */
export interface Damages {
  /** Characters to a line; 0 leaves the lines as they are. */
  readonly wrap: number;
  readonly indent: boolean;
  /** A page mark behind every so many lines; 0 for none. */
  readonly pageMarks: 0 | 7 | 22;
  /** One in how many characters gets a space behind it; 0 for none. */
  readonly spaces: number;
  readonly control: boolean;
  readonly lineEnd: '\n' | '\r\n';
  readonly seed: number;
}

export const damages: fc.Arbitrary<Damages> = fc.record({
  wrap: fc.constantFrom(0, 20, 26, 28, 34, 40),
  indent: fc.boolean(),
  pageMarks: fc.constantFrom(0, 7, 22),
  spaces: fc.constantFrom(0, 3, 20, 100),
  control: fc.boolean(),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  seed: fc.nat(),
});

/** Damages a text; `marks` are the page marks that were added. */
export function damage(
  source: string,
  kinds: Damages,
): { readonly text: string; readonly marks: readonly string[] } {
  const random = randomFrom(kinds.seed);
  const paragraphs = source.split('\n').filter((line) => line.trim() !== '');
  const spaced =
    kinds.spaces === 0 ? paragraphs : paragraphs.map((line) => addSpaces(line, kinds.spaces, random));
  const wrapped = kinds.wrap === 0 ? spaced : spaced.flatMap((line) => wrap(line, kinds.wrap, kinds.indent));
  const marks: string[] = [];
  const lines = wrapped.flatMap((line, index) => {
    if (kinds.pageMarks === 0 || index % kinds.pageMarks !== kinds.pageMarks - 1) return [line];
    marks.push(`— ${marks.length + 1} —`);
    return [line, marks.at(-1) ?? ''];
  });
  const text = lines.join(kinds.lineEnd);
  return { text: kinds.control ? text.replace(/纪要/g, '纪\u0000要\u0001') : text, marks };
}

function wrap(line: string, width: number, indent: boolean): readonly string[] {
  const text = indent && line.length > 12 ? `　　${line}` : line;
  return text.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [text];
}

function addSpaces(line: string, every: number, random: () => number): string {
  return Array.from(line)
    .map((char) => (random() < 1 / every ? `${char} ` : char))
    .join('');
}

/** A small generator of numbers from 0 to 1, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 4294967296;
  };
}
