const SIZE = 8192;
/** Signs that no number, word or title reaches over. */
const ENDS = /[\u0000"。]/g;

/**
 * A long text in stretches that can be looked at one by one, so that a single cue in a file of many
 * documents doesn't have the whole of it normalised. What a detector finds never lies across two: a
 * text without such a sign stays whole.
 */
export function* stretchesOf(text: string): Generator<string> {
  let start = 0;
  while (text.length - start > SIZE) {
    ENDS.lastIndex = start + SIZE;
    const sign = ENDS.exec(text);
    if (sign === null) break;
    yield text.slice(start, sign.index + 1);
    start = sign.index + 1;
  }
  yield text.slice(start);
}
