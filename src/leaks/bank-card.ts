import type { Detector } from './detector.ts';
import { mask } from './detector.ts';
import { isOneNumber, NUMBER_CUES } from './number-runs.ts';
import { hasUsccCheck } from './uscc.ts';

const FORM = /^(?:62|[3-6])\d{14,17}$/;
/** Numbers that identify a document or body, as the words and signs around them tell. */
const NAMED = /(?:索引号|信用代码|登记证号|标识码|备案号|编号|文号)(?:为|是)?[：:]?$/u;

/** PII-BANK: a bank card number, by its length, first digit and Luhn check digit. */
export const bankCard: Detector = {
  cues: NUMBER_CUES,
  find: ({ numbers, normal: { text } }) =>
    numbers.flatMap((run) => {
      const { value, span } = run;
      if (!FORM.test(value) || !hasLuhnCheck(value) || /^(.)\1+$/.test(value)) return [];
      if (!isOneNumber(run, ['6-10', '6-13']) || hasUsccCheck(value)) return [];
      if (NAMED.test(text.slice(Math.max(0, span.start - 8), span.start))) return [];
      if (/^(?:\/\d{4}|\.\d|元)/.test(text.slice(span.end, span.end + 5))) return [];
      return [{ code: 'leak/bank-card' as const, span, masked: mask(value, 0, 4) }];
    }),
};

/** Whether the last digit is the check digit of Luhn's formula (ISO/IEC 7812-1). */
export function hasLuhnCheck(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = digit * 2;
    sum += index % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
