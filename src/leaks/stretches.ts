const SIZE = 8192;
const REACH = 1024;
/** Signs that no number, word or title reaches over. */
const ENDS = ['\u0000', '"', '。'];

/**
 * A long text in stretches that can be looked at one by one, so that a single cue in a file of many
 * documents doesn't have the whole of it normalised. What a detector finds never lies across two.
 */
export function* stretchesOf(text: string): Generator<string> {
  let start = 0;
  while (text.length - start > SIZE + REACH) {
    const window = text.slice(start + SIZE, start + SIZE + REACH);
    const sign = ENDS.map((each) => window.indexOf(each)).find((at) => at !== -1);
    const end = start + SIZE + (sign ?? 0) + 1;
    yield text.slice(start, end);
    start = end;
  }
  yield text.slice(start);
}
