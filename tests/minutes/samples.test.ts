import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { scoreFolder } from '../../src/cli/score-folder.ts';
import { addTallies, meanF1 } from '../../src/eval/score.ts';
import { contentLexicon } from './read.ts';

/** Minutes of our own, and real ones of other places that stand beside the repository, where they do. */
const FOLDERS = ['tests/fixtures/minutes', process.env['SAMPLES_DIR'] ?? '../shared/minutes'];

/** What the parser has reached over each of them; it only rises. */
const FLOOR = 0.998;

describe.for(FOLDERS.filter((folder) => existsSync(folder)))('the minutes in %s', (folder) => {
  test('are read at least as well as ever before', { timeout: 60_000 }, async () => {
    const scored = await scoreFolder(folder, contentLexicon());
    expect(meanF1(addTallies(scored.map(({ tally }) => tally)))).toBeGreaterThanOrEqual(FLOOR);
  });
});
