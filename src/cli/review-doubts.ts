import { describePlace } from '../importers/report-text.ts';
import { changeKey } from '../importers/repair/take-back.ts';
import type { ImportReport } from '../importers/draft.ts';

/** Asks one question and gives the answer; null when there is nobody to answer. */
export type Ask = (question: string) => Promise<string | null>;

/**
 * Walks the doubts of one import with the clerk: Enter keeps a repair, `n` leaves the place as printed,
 * `q` ends the walk. Returns the keys of the refused changes; doubts that changed nothing are shown
 * and can only be noted.
 */
export async function reviewDoubts(report: ImportReport, ask: Ask): Promise<ReadonlySet<string>> {
  const refused = new Set<string>();
  const doubts = report.changes.filter(({ doubt }) => doubt);
  for (const [index, doubt] of doubts.entries()) {
    const place = describePlace(doubt.place, report);
    const shown = `  [${String(index + 1)}/${String(doubts.length)}] ${place}\n    原样：${doubt.before}\n`;
    const question =
      doubt.edit === null
        ? `${shown}    ${doubt.note}。没有改动，请记下核对。回车继续，q 结束：`
        : `${shown}    改为：${doubt.after}\n    ${doubt.note}。回车接受，n 按原样，q 结束：`;
    const answer = (await ask(question))?.trim().toLowerCase() ?? 'q';
    if (answer === 'q') break;
    if (answer === 'n' && doubt.edit !== null) refused.add(changeKey(doubt));
  }
  return refused;
}
