import type { Detector } from './detector.ts';
import { GAP_CLASS } from './normal-text.ts';
import { isInTitle, wordCue } from './words.ts';

const WORDS = ['征求意见稿', '讨论稿', '送审稿', '代拟稿', '汇报稿', '初稿', '修订模式', '批注'];
const FORM = new RegExp(`[（(【[]?(?:${WORDS.join('|')})[）)】\\]]?`, 'gu');

/**
 * SEC-DRAFT: a mark that the paper itself is a draft, alone on its line or behind its title, forbids;
 * the word in a sentence warns. What stands inside 《》, or in brackets right behind, names another
 * document and is fine.
 */
export const draftMark: Detector = {
  // What a title in 《》 ends with is fine and by far the most frequent.
  cues: [`(?:${wordCue(WORDS)})(?!${GAP_CLASS}*[）)]?${GAP_CLASS}*》)`],
  find: ({ normal }) =>
    [...normal.text.matchAll(FORM)].flatMap(({ 0: found, index }) => {
      const end = index + found.length;
      const before = normal.text.slice(Math.max(0, index - 8), index);
      if (isInTitle(normal, index) || before.endsWith('》')) return [];
      const alone = normal.beginsLine(index - leadOf(before)) && normal.endsLine(end);
      const behindTitle = /(?:纪要|记录)$/u.test(before) && /^[（(【[]/u.test(found) && normal.endsLine(end);
      const code = alone || behindTitle ? ('leak/draft-mark' as const) : ('leak/draft-word' as const);
      return [{ code, span: { start: index, end }, masked: found }];
    }),
};

function leadOf(before: string): number {
  return /#*$/u.exec(before)?.[0].length ?? 0;
}
