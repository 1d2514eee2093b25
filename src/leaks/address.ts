import type { Detector } from './detector.ts';
import { DIGIT, GAP_CLASS } from './normal-text.ts';
import { isHanName } from '../minutes/parse/surnames.ts';

const PLACE = String.raw`(?:路|街|巷|弄|里|村|小区|花园|新村|公寓)[^，。；：、\u0000]{0,12}?\d+(?:号|幢|栋|单元|室)(?:\d+(?:号|幢|栋|单元|室))*`;
/** What says that somebody lives there. */
const LIVES =
  /(?:家庭住址|住址|户籍地|户口所在地|现住|家住|居住[于在]|住所|住[于在]?)(?:为|是)?[：:]?[\p{Script=Han}A-Za-z0-9]{0,24}$/u;
const NAME =
  /([\p{Script=Han}]{2,4})(?:同志|先生|女士)?[，,、（(：:](?:男|女)?[，,、]?[\p{Script=Han}0-9]{0,24}$/u;
const FORM = new RegExp(PLACE, 'gu');
const LOOK_BACK = 40;

/**
 * PII-ADDR: a street number or flat beside the name of a person or a word that says who lives
 * there. Addresses of projects and offices stand without either and are none.
 */
export const address: Detector = {
  cues: [`(?:路|街|巷|弄|村|区|园|寓)[^，。；]{0,16}?${DIGIT}${GAP_CLASS}*(?:号|幢|栋|单元|室)`],
  find: ({ normal: { text } }) =>
    [...text.matchAll(FORM)].flatMap(({ 0: found, index }) => {
      const before = text.slice(Math.max(0, index - LOOK_BACK), index).replace(/^[^]*[。；\u0000]/u, '');
      const name = NAME.exec(before)?.[1] ?? '';
      if (!LIVES.test(before) && ![2, 3, 4].some((size) => isPerson(name.slice(-size), size))) return [];
      const road = /^(?:路|街|巷|弄|里|村|小区|花园|新村|公寓)/u.exec(found)?.[0] ?? '';
      const span = { start: index + road.length, end: index + found.length };
      return [{ code: 'leak/address' as const, span, masked: `${before.slice(-6)}${road}***` }];
    }),
};

function isPerson(name: string, size: number): boolean {
  return name.length === size && size <= 3 && isHanName(name);
}
