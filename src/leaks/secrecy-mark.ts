import type { Detector, Hit } from './detector.ts';
import { DIGIT, GAP_CLASS, type NormalText } from './normal-text.ts';
import { wordCue } from './words.ts';

const STARRED =
  /(?:绝密|机密|秘密)[★☆*＊]|[★☆](?:\d+[年个]|长期)|(?:密级|保密等级)[：:](?:绝密|机密|秘密|内部)/gu;
const ALONE = /[#（(【[]*(?:绝密|机密|秘密|特急|加急|特提|平急)[）)】\]]*/gu;
const HEAD_LINES = 3;

/**
 * SEC-MARK: a grade of secrecy, a period of secrecy, an urgency or a copy number, where GB/T 9704
 * prints them: with the star, on a line of their own, six digits above the title. 国家秘密 and
 * 商业秘密 in a sentence are none.
 */
export const secrecyMark: Detector = {
  cues: [
    // 商业秘密 and 国家秘密 are frequent; a mark begins a line or follows a sign, or has a star.
    `[绝机秘](?<![\\u4e00-\\u9fff][绝机秘])${GAP_CLASS}*密|密${GAP_CLASS}*[★☆*＊]`,
    wordCue(['特急', '加急', '特提', '平急', '密级', '保密等级']),
    `[★☆]${GAP_CLASS}*(?:${DIGIT}|长)`,
    `(?:^|\\n)[^\\S\\n]*${DIGIT}{6}[^\\S\\n]*(?:\\r?\\n|$)`,
  ],
  find: ({ normal }) => {
    const { text } = normal;
    const starred = [...text.matchAll(STARRED)].map(({ 0: found, index }) => hitAt(index, found));
    const alone = [...text.matchAll(ALONE)]
      .filter(({ 0: found, index }) => normal.beginsLine(index) && normal.endsLine(index + found.length))
      .map(({ 0: found, index }) => hitAt(index, found));
    return [...starred, ...alone, ...copyNumbers(normal)];
  },
};

/** The mark itself, without what Markdown or brackets put around it. */
function hitAt(index: number, found: string): Hit {
  const masked = found.replaceAll(/^[#（(【[]+|[）)】\]]+$/gu, '');
  const start = index + found.indexOf(masked);
  return { code: 'leak/secrecy-mark', span: { start, end: start + masked.length }, masked };
}

/** 份号: six digits alone among the first lines below the front matter. */
function copyNumbers(normal: NormalText): readonly Hit[] {
  const { source, text } = normal;
  const body = /^\uFEFF?---[^\n]*\n[^]*?\n---[^\n]*\n/u.exec(source)?.[0].length ?? 0;
  const head = source
    .slice(body, body + 600)
    .split(/\r\n|\n|\r/u)
    .filter((line) => line.trim() !== '');
  if (!head.slice(0, HEAD_LINES).some((line) => /^\D*\d{6}\D*$/u.test(line.normalize('NFKC')))) return [];
  const first = [...text.matchAll(/#*(\d{6})(?!\d)/gu)].find(
    ({ 0: found, index }) =>
      normal.sourceSpan({ start: index, end: index + 1 }).start >= body &&
      normal.beginsLine(index) &&
      normal.endsLine(index + found.length),
  );
  if (
    first === undefined ||
    normal.sourceSpan({ start: first.index, end: first.index + 1 }).start > body + 600
  )
    return [];
  return [hitAt(first.index, first[0])];
}
