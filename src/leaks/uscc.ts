import type { Detector } from './detector.ts';
import { DIGIT, GAP_CLASS } from './normal-text.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const LENGTH = 18;
const FORM = /^[159NY][0-9A-Z]\d{6}[0-9A-Z]{10}$/;
/** A number of digits alone may be anything; only with its name beside it is it a code. */
const NAMED = /信用代码(?:为|是)?[：:]?$/u;
const SIGN = String.raw`[0-9A-Z\uff10-\uff19\uff21-\uff3a]`;

/**
 * ORG-USCC: a unified social credit code (GB 32100) whose check character is wrong. The code is
 * no secret; a wrong one is most likely mistyped and warns.
 */
export const uscc: Detector = {
  cues: [`[159NY１５９ＮＹ]${GAP_CLASS}*${SIGN}(?:${GAP_CLASS}*${DIGIT}){6}(?:${GAP_CLASS}*${SIGN}){10}`],
  find: ({ normal }) => {
    const { text } = normal;
    return [...text.matchAll(/[0-9A-Z]{18,}/g)].flatMap(({ 0: run, index }) => {
      const end = index + run.length;
      const isEdge = (at: number): boolean =>
        at === index || at === end
          ? !/[a-z]/.test(text.charAt(at === end ? at : at - 1))
          : normal.gapsBetween(at, at) !== 0;
      for (let at = index; at + LENGTH <= end; at++) {
        const value = text.slice(at, at + LENGTH);
        if (!FORM.test(value) || !isEdge(at) || !isEdge(at + LENGTH) || hasUsccCheck(value)) continue;
        if (/^\d+$/.test(value) && !NAMED.test(text.slice(Math.max(0, at - 8), at))) continue;
        return [{ code: 'leak/uscc' as const, span: { start: at, end: at + LENGTH }, masked: value }];
      }
      return [];
    });
  },
};

/** Whether the 18th character is the one that GB 32100 gives for the first 17. */
export function hasUsccCheck(value: string): boolean {
  if (value.length !== LENGTH) return false;
  let sum = 0;
  let weight = 1;
  for (const character of value.slice(0, 17)) {
    const digit = ALPHABET.indexOf(character);
    if (digit === -1) return false;
    sum += digit * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31] === value[17];
}
