import { addTallies, f1, meanF1, type Tally } from './score.ts';

/** One document's score. */
export interface Scored {
  readonly name: string;
  readonly tally: Tally;
}

/** The scores as a table: a line for each field, one for each document, the overall score last. */
export function formatScores(scored: readonly Scored[]): string {
  const all = addTallies(scored.map(({ tally }) => tally));
  const fields = [...all.fields].sort(([one], [other]) => (one < other ? -1 : 1));
  return [
    'field                              F1    right extra missed',
    ...fields.map(([field, counts]) => {
      const { right, extra, missed } = counts;
      return `${field.padEnd(32)} ${f1(counts).toFixed(3)}  ${column(right, 5)} ${column(extra, 5)} ${column(missed, 6)}`;
    }),
    ...scored.map(({ name, tally }) => `${name.padEnd(32)} ${meanF1(tally).toFixed(3)}`),
    `overall ${meanF1(all).toFixed(4)} over ${scored.length} documents (mean of the fields' F1)`,
  ].join('\n');
}

function column(count: number, width: number): string {
  return String(count).padStart(width);
}
