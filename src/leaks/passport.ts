import type { Detector } from './detector.ts';
import { mask } from './detector.ts';
import { wordCue } from './words.ts';

const NAMES = ['护照', '通行证', '台胞证', '回乡证', '军官证', '士兵证', '军字第'];
const FORM =
  /(?:护照|通行证|台胞证|回乡证|军官证|士兵证)[^。；\u0000]{0,12}?(?<![A-Za-z0-9])([EGDSPHCWM]\d{8,10}|[EC][A-Z]\d{7}|\d{8})(?![A-Za-z0-9])|军字第(\d{4,})号/gu;

/**
 * PII-PASS: a passport, travel permit or officer's card, by its form and by its name before it:
 * without the name a letter with eight digits may be anything.
 */
export const passport: Detector = {
  cues: [wordCue(NAMES)],
  find: ({ normal: { text } }) =>
    [...text.matchAll(FORM)].flatMap((match) => {
      const number = match[1] ?? match[2];
      if (number === undefined) return [];
      const start = match.index + match[0].lastIndexOf(number);
      const span = { start, end: start + number.length };
      return [{ code: 'leak/passport' as const, span, masked: mask(number, 1, 0) }];
    }),
};
