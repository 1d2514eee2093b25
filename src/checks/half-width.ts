import { textAt } from '../minutes/model.ts';
import { inText } from './rule.ts';
import type { Rule } from './rule.ts';

/**
 * P11: half-width marks beside hanzi, where Chinese text has full-width ones. The text stays as
 * printed, so this only informs: one finding per paragraph, at the first mark.
 */
export const checkHalfWidth: Rule = ({ minutes }) =>
  (ANY.test(minutes.text) ? minutes.blocks : []).flatMap(({ span }) => {
    const text = textAt(minutes, span).replaceAll(OTHERS, (own) => ' '.repeat(own.length));
    const found = [...text.matchAll(HALF_WIDTH)];
    const first = found[0];
    if (first === undefined) return [];
    const at = span.start + first.index;
    const kinds = [...new Set(found.map(([sign]) => sign))].join(' ');
    return [
      {
        code: 'marks/half-width',
        message: `这一段有 ${found.length} 个半角标点（${kinds}）`,
        hint: '对照原件：原件是全角的改成全角；原件如此的，不用改',
        at: inText(at, at + 1),
      },
    ];
  });

const ANY = /[,.;:?!()]/u;
/** Marks that other rules are about: (一) as a number, the colon behind 出席. */
const OTHERS =
  /[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|(?<=^(?:出\s*席|列\s*席|请\s*假|缺\s*席)\s*):/gu;
/** A stop behind hanzi may number (甲.1) or end a Latin name; behind it no digit or letter stands. */
const HALF_WIDTH =
  /(?<=[\p{Script=Han}》”）])[,;:?!()](?!\d)|[,;:?!()](?=[\p{Script=Han}《“（])|(?<=\p{Script=Han})\.(?![\da-zA-Z.])/gu;
