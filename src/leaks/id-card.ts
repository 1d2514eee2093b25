import type { Detector, Hit } from './detector.ts';
import { mask } from './detector.ts';
import { NUMBER_CUES } from './number-runs.ts';

const FORM = /^[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/;
/** The provinces an ID number can begin with (GB/T 2260). */
export const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[123])/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/**
 * PII-ID18: a citizen's ID number (GB 11643). With a right check digit it forbids; one with a wrong
 * check digit but a real province and date is most likely mistyped and only warns.
 */
export const idCard: Detector = {
  cues: NUMBER_CUES,
  find: ({ numbers }) =>
    numbers.flatMap(({ value, span }): readonly Hit[] => {
      if (!FORM.test(value) || !isDay(value.slice(6, 14))) return [];
      const masked = mask(value, 6, 0);
      if (hasCheckDigit(value)) return [{ code: 'leak/id-card', span, masked }];
      return PROVINCE.test(value) ? [{ code: 'leak/id-card-doubtful', span, masked }] : [];
    }),
};

/** Whether the last character is the one that ISO 7064 MOD 11-2 gives for the first 17. */
export function hasCheckDigit(value: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(value[index]), 0);
  return CHECKS[sum % 11] === value[17];
}

/** Whether `YYYYMMDD` is a day that exists. */
export function isDay(digits: string): boolean {
  const [year = 0, month = 0, day = 0] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(
    Number,
  );
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
