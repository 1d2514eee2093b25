import { answerTo, type Question } from './question.ts';
import type { Ask } from './review-doubts.ts';

/** The questions about a new city; also the names of the options that answer them beforehand. */
export type CityQuestion = 'place' | 'upper' | 'name' | 'domain' | 'bureaus';

export type CityAnswers = Readonly<Partial<Record<CityQuestion, string>>>;

/** What a content folder begins with. */
export interface NewCity {
  /** The full name of the place, 云岭市. */
  readonly place: string;
  /** The place above it, 澜江市. */
  readonly upper: string;
  /** SiteName (R1.1). */
  readonly name: string;
  /** SiteDomain; null until there is one. */
  readonly domain: string | null;
  /** Names of bodies that not every place has: towns, zones, companies. */
  readonly bureaus: readonly string[];
}

const PLACE = /^\p{Script=Han}{1,10}(?:市|县|区|旗|州|盟|省|林区|特区)$/u;
const DOMAIN = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/u;

/**
 * Asks what isn't answered yet. Rejects with a `UserError` when an answer given beforehand is wrong, or
 * nobody is there to give a needed one.
 */
export async function askCity(given: CityAnswers, ask: Ask): Promise<NewCity> {
  const answer = <T>(question: Question<CityQuestion, T>): Promise<T> => answerTo(question, given, ask);
  const place = await answer({
    name: 'place',
    text: '哪个地方的纪要（写全称，如 云岭市）',
    standard: null,
    form: '写市、县、区的全称，如 云岭市',
    read: placeOf,
  });
  const upper = await answer({
    name: 'upper',
    text: '上一级是哪里（如 澜江市）',
    standard: null,
    form: '写上一级市、省的全称，与本级不同，如 澜江市',
    read: (text) => (text === place ? undefined : placeOf(text)),
  });
  const name = await answer({
    name: 'name',
    text: '网站叫什么',
    standard: `${place}人民政府会议纪要`,
    form: '写网站名称，不超过 40 个字',
    read: (text) => (text === '' || text.length > 40 || /\p{Cc}/u.test(text) ? undefined : text),
  });
  const domain = await answer({
    name: 'domain',
    text: '网站的域名（如 www.example.gov.cn，还没有的直接回车）',
    standard: '',
    form: '写英文域名，不带 https:// 和路径；还没有的不写',
    read: (text) => (text === '' ? null : DOMAIN.test(text) ? text : undefined),
  });
  const bureaus = await answer({
    name: 'bureaus',
    text: '本地的镇、街道、开发区、国企（用顿号隔开，可以以后再补）',
    standard: '',
    form: '写名称，用顿号隔开，不留空格，如 城东街道、白石镇、云岭经开区',
    read: namesOf,
  });
  return { place, upper, name, domain, bureaus };
}

function placeOf(text: string): string | undefined {
  return PLACE.test(text) ? text : undefined;
}

function namesOf(text: string): readonly string[] | undefined {
  const names = text.split(/[、，,]/u).filter((each) => each !== '');
  return names.every((each) => /^[\p{Script=Han}\w（）]{2,30}$/u.test(each))
    ? [...new Set(names)]
    : undefined;
}
