/** An ordinal at the start of a line: `一、` item, `（一）` point, `1.` number, `一` alone. */
export interface Ordinal {
  readonly style: 'item' | 'bracketed' | 'arabic' | 'bare' | 'named';
  readonly value: number;
  /** Length of the mark with the white space around it. */
  readonly length: number;
}

const DIGITS = '〇一二三四五六七八九';

/** The value of a Chinese numeral up to 九十九 (十, 二十一, 〇); NaN for anything else. */
export function numeralValue(text: string): number {
  const match = /^(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(text);
  if (!match || text === '') return Number.NaN;
  const [, tens, ten, ones] = match;
  return (ten ? (tens ? DIGITS.indexOf(tens) : 1) * 10 : 0) + (ones ? DIGITS.indexOf(ones) : 0);
}

const NUMERAL = '[一二三四五六七八九十]{1,3}';
const ITEM = new RegExp(`^\\s*(${NUMERAL})\\s*、\\s*(?!${NUMERAL}\\s*、)`);
const BRACKETED = new RegExp(`^\\s*[（(]\\s*(${NUMERAL})\\s*[）)]\\s*`);
const BARE = new RegExp(`^\\s*(${NUMERAL})\\s*$`);
const NAMED = new RegExp(`^\\s*(?:议题|第)\\s*(${NUMERAL})\\s*(?:项|个议题|[：:、])\\s*`);
const ARABIC = /^\s*(\d{1,2})\s*[.．、]\s*(?!\d)/;

/** The ordinal a line begins with, or null; `一、二、三产业` and `2.5` are none. */
export function ordinalOf(text: string): Ordinal | null {
  const start = text.slice(0, 24);
  const item = ITEM.exec(start);
  if (item) return ordinal('item', item[0], numeralValue(item[1] ?? ''));
  const bracketed = BRACKETED.exec(start);
  if (bracketed) return ordinal('bracketed', bracketed[0], numeralValue(bracketed[1] ?? ''));
  const named = NAMED.exec(start);
  if (named) return ordinal('named', named[0], numeralValue(named[1] ?? ''));
  const arabic = ARABIC.exec(start);
  if (arabic) return ordinal('arabic', arabic[0], Number(arabic[1]));
  const bare = BARE.exec(text.length > 8 ? '' : text);
  return bare ? ordinal('bare', bare[0], numeralValue(bare[1] ?? '')) : null;
}

function ordinal(style: Ordinal['style'], mark: string, value: number): Ordinal | null {
  return Number.isNaN(value) ? null : { style, value, length: mark.length };
}

const SENTENCE_END = /[。！？；：…!?;:]["”’』」）)》】\s]*$/;

/** Whether a line ends as a sentence or clause does, closing quotes and brackets apart. */
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text.slice(-12));
}

const ATTENDANCE_LABEL =
  /^\s*(?:（\s*[一二三四五]\s*）\s*)?(?:(?:出|列|缺)\s*席|(?:固定|邀请|应邀|特邀)\s*列\s*席|请\s*假|参\s*加|参\s*会|主\s*持|记\s*录)\s*(?:人\s*员|会\s*议|领\s*导|单\s*位|人)?\s*(?:[：:]|[\s\u3000]+\p{Script=Han}{2,})/u;
const AGENDA_GROUP = /^\s*第[一二三四五六七八九十至、，,和\s]{1,16}(?:个|项)?\s*议\s*题\s*[：:]/;
const DISTRIBUTION_LABEL = /^\s*(?:主\s*送|抄\s*送|抄\s*报|分\s*送|本\s*期\s*发|发|送|报)\s*[：:]/;

/** 出席：, 列 席：, 记录：, 第一至五议题： … at the start of a line. */
export function isAttendanceLabel(text: string): boolean {
  const start = text.slice(0, 40);
  return ATTENDANCE_LABEL.test(start) || AGENDA_GROUP.test(start);
}

/** 主送：, 抄送：, 发：, 送：, 本期发： … at the start of a line. */
export function isDistributionLabel(text: string): boolean {
  return DISTRIBUTION_LABEL.test(text.slice(0, 20));
}

const NUMBER = '[\\d〇零一二三四五六七八九十\\s]';
const DATE = `(?:${NUMBER}{4,12}年\\s*)?${NUMBER}{1,6}月\\s*${NUMBER}{1,6}日`;
const DATE_LINE = new RegExp(`^\\s*[（(]?\\s*${DATE}\\s*(?:印\\s*发|整\\s*理|发\\s*布)?\\s*[）)]?\\s*$`);
const OFFICE =
  '(?:人\\s*民\\s*政\\s*府|办\\s*公\\s*[室厅]|委\\s*员\\s*会|管\\s*委\\s*会|政\\s*府\\s*办|街\\s*道\\s*办\\s*事\\s*处)';
const OFFICE_LINE = new RegExp(
  `^[^，。；：、！？]{2,30}${OFFICE}[\\s\\u3000]*(?:整\\s*理|印\\s*发|编\\s*印)?\\s*$`,
);
const OFFICE_DATE_LINE = new RegExp(
  `^[^，。；：、！？]{2,30}${OFFICE}[\\s\\u3000]*(?:整\\s*理)?[\\s\\u3000]*${DATE}\\s*(?:印\\s*发|整\\s*理)?\\s*$`,
);
const NOTE_LINE = /^\s*[（(]\s*此\s*件[^（）()]{1,20}[）)]\s*$/;
const NUMBER_LINE =
  /^[^，。；：、！？]{0,24}(?:第\s*\d[\d\s]{0,4}\s*(?:号|期|次)|〔\s*\d[\d\s]{3,6}〕\s*第?[\d\s]+号)\s*$/;

/** A date alone on its line, with or without 印发 and brackets. */
export function isDateLine(text: string): boolean {
  return text.length < 50 && DATE_LINE.test(text);
}

/** An office alone on its line, with or without 整理/印发 and a date. */
export function isOfficeLine(text: string): boolean {
  return text.length < 70 && (OFFICE_LINE.test(text) || OFFICE_DATE_LINE.test(text));
}

/** （此件公开发布） alone on its line: the 附注 of GB/T 9704. */
export function isNoteLine(text: string): boolean {
  return text.length < 40 && NOTE_LINE.test(text);
}

/** 第 13 号, 长府会议纪要〔2025〕2 号, 第47次 alone on its line. */
export function isNumberLine(text: string): boolean {
  return text.length < 50 && NUMBER_LINE.test(text);
}

const TITLE =
  /(?:会\s*议|办\s*公\s*会|联\s*席\s*会|常\s*务\s*会)[^，。；：、]{0,12}纪\s*要\s*(?:[（(][^（）()]{1,20}[）)])?\s*$/;

/** A line that can be the title: no sentence, ends in 会议纪要. */
export function isTitleLine(text: string): boolean {
  return text.length < 60 && TITLE.test(text) && !/[，。；：！？]/.test(text) && !/〔/.test(text);
}

/** A line of the head or foot that is complete as it stands. */
export function isFixedLine(text: string): boolean {
  return (
    isDateLine(text) || isOfficeLine(text) || isNoteLine(text) || isNumberLine(text) || isTitleLine(text)
  );
}

/** A label of attendance or distribution: such a line never continues the one before it. */
export function isLabel(text: string): boolean {
  return isAttendanceLabel(text) || isDistributionLabel(text);
}

/**
 * A row of names without organisations: at least three pieces between white space, most of them
 * one to four characters and nothing else but characters and ·.
 */
export function isNameRow(text: string): boolean {
  if (text.length > 200 || isTitleLine(text)) return false;
  const pieces = text.trim().split(/\s+/);
  return pieces.length >= 3 && pieces.every((piece) => /^[\p{Script=Han}·]{1,4}$/u.test(piece));
}

/** A line of one to four characters that can be a name or a part of one; bare ordinals too. */
export function isNamePiece(text: string): boolean {
  return /^\s*\p{Script=Han}{1,4}\s*$/u.test(text.length > 12 ? '。' : text);
}

const ITEM_VERB =
  /^会\s*议\s*(?:还\s*)?(?:听\s*取|审\s*议|传\s*达|学\s*习|研\s*究|讨\s*论|集\s*中\s*学\s*习|专\s*题|通\s*报)/;

/** 会议听取…, 会议审议…: the words that open an item's first paragraph. */
export function opensItem(text: string): boolean {
  return ITEM_VERB.test(text.trimStart().slice(0, 20));
}

const OPENER = /^\s*(会\s*议\s*(?:还\s*)?[\p{Script=Han}]{2})/u;

/** The word that can open a paragraph, as 会议强调, without its spaces; null where none stands. */
export function openerOf(text: string): string | null {
  const start = text.slice(0, 24);
  return opensParagraph(start) ? (OPENER.exec(start)?.[1]?.replace(/\s+/g, '') ?? null) : null;
}

/** 会议强调, 会议指出 and the item openers: words that stand at the start of a paragraph. */
export function opensParagraph(text: string): boolean {
  return (
    opensItem(text) ||
    /^\s*会\s*议\s*(?:强\s*调|指\s*出|要\s*求|认\s*为|明\s*确|议\s*定|原\s*则|决\s*定)/.test(
      text.slice(0, 20),
    )
  );
}

/** The text of a block that could be a heading on its own line: an ordinal and no sentence. */
export function isHeadingLike(text: string): boolean {
  const mark = ordinalOf(text);
  if (!mark || mark.style === 'bare' || text.length > 140) return false;
  return !/[。！？；]/.test(text) && !/[：，、]\s*$/.test(text);
}
