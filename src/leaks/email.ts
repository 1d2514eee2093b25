import type { Detector } from './detector.ts';
import { GAP, GAP_CLASS } from './normal-text.ts';

const FORM = /[A-Za-z0-9._%+]{1,64}@[A-Za-z0-9]{1,63}(?:\.[A-Za-z0-9]{1,63}){1,6}/g;

/** PII-MAIL: an e-mail address outside `.gov.cn`. */
export const email: Detector = {
  cues: [String.raw`[A-Za-z0-9\uff10-\uff5a]${GAP_CLASS}*[@\uff20]${GAP_CLASS}*[A-Za-z0-9\uff10-\uff5a]`],
  find: ({ normal }) =>
    [...normal.text.matchAll(FORM)].flatMap(({ 0: found, index }) => {
      const at = found.indexOf('@');
      // White space is taken away everywhere; the word behind an address is none of it.
      let length = found.length;
      for (let end = at + 4; end < found.length; end++)
        if (
          /\.[A-Za-z]{2,}$/.test(found.slice(0, end)) &&
          isSpace(normal.gapsBetween(index + end, index + end))
        ) {
          length = end;
          break;
        }
      const address = found.slice(0, length);
      if (/[@.]gov\.cn$/i.test(address)) return [];
      return [
        {
          code: 'leak/email' as const,
          span: { start: index, end: index + length },
          masked: `${address.slice(0, 1)}***${address.slice(at)}`,
        },
      ];
    }),
};

function isSpace(kinds: number): boolean {
  return (kinds & (GAP.space | GAP.line)) !== 0;
}
