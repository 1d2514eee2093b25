import type { Detector } from './detector.ts';
import { mask } from './detector.ts';
import { isOneNumber, NUMBER_CUES } from './number-runs.ts';

const FORM = /^(0(?:10|2\d))\d{8}$|^(0[3-9]\d{2})\d{7,8}$/;

const USUAL = ['3-4-4', '4-4-4', '4-3-4'];

/** PII-TEL: a land line with its area code. The number of an office is no secret, so it only warns. */
export const telephone: Detector = {
  cues: NUMBER_CUES,
  find: ({ numbers }) =>
    numbers.flatMap((run) => {
      const match = FORM.exec(run.value);
      const area = match?.[1] ?? match?.[2];
      if (area === undefined || !isOneNumber(run, USUAL)) return [];
      return [{ code: 'leak/telephone' as const, span: run.span, masked: mask(run.value, area.length, 0) }];
    }),
};
