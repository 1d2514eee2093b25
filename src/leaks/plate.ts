import type { Detector } from './detector.ts';
import { GAP_CLASS } from './normal-text.ts';

const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
const LETTER = String.raw`[A-HJ-NP-Z\uff21-\uff3a]`;
const FORM = new RegExp(
  `[${PROVINCES}][A-HJ-NP-Z][·•・.]?(?:[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳]|[ABCDEFGHJK][A-HJ-NP-Z0-9]\\d{4}|\\d{5}[ABCDEFGHJK])(?![A-Za-z0-9])`,
  'gu',
);

/** PII-CAR: a number plate; at least two digits tell it from an abbreviation. */
export const plate: Detector = {
  cues: [
    `${LETTER}(?<=[${PROVINCES}]${GAP_CLASS}*${LETTER})(?:(?:${GAP_CLASS}|[·•・.])*[A-Z0-9\\uff10-\\uff3a]){5}`,
  ],
  find: ({ normal: { text } }) =>
    [...text.matchAll(FORM)].flatMap(({ 0: found, index }) => {
      if (!/\d.*\d/.test(found) || /^.(?:GDP|WTO|KTV)/.test(found)) return [];
      const masked = `${found.slice(0, 2)}·*****`;
      return [{ code: 'leak/plate' as const, span: { start: index, end: index + found.length }, masked }];
    }),
};
