import type { Detector } from './detector.ts';
import { mask } from './detector.ts';
import { isOneNumber, NUMBER_CUES } from './number-runs.ts';

const FORM = /^(?:(?:00)?86)?(1(?:3\d|4[014-9]|5[0-35-9]|6[2567]|7[0-8]|8\d|9[0-35-9])\d{8})$/;
/** How people write a number in parts. */
const USUAL = ['3-4-4', '3-3-5', '2-3-4-4', '2-11', '4-3-4-4'];
/** What follows an amount, which a phone number never is. */
const UNIT = /^(?:[元万亿吨度%％]|美元|千瓦|平方|立方|公[里斤顷])/u;
const DAY = /^(?:19|20)\d{2}-(?:0\d|1[0-2])-[0-3]\d/;

/** PII-MOB: a mobile phone number of the mainland, with or without +86. */
export const mobile: Detector = {
  cues: NUMBER_CUES,
  find: ({ numbers, normal }) =>
    numbers.flatMap((run) => {
      const { span } = run;
      const number = FORM.exec(run.value)?.[1];
      if (number === undefined || !isOneNumber(run, USUAL)) return [];
      if (UNIT.test(normal.text.slice(span.end, span.end + 2))) return [];
      const { start, end } = normal.sourceSpan(span);
      if (DAY.test(normal.source.slice(start, end))) return [];
      return [{ code: 'leak/mobile' as const, span, masked: mask(number, 3, 4) }];
    }),
};
