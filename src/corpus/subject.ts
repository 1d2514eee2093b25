/**
 * What a title is about: the words left when year, place, wording of approval and kind of document are
 * taken away. 2022年太仓市生活垃圾分类工作行动方案 and 太仓市生活垃圾分类工作方案（2021年） are both about
 * 生活垃圾分类.
 *
 * @param place the full name of the place, which titles begin with or leave out
 */
export function subjectOf(title: string, place: string): string {
  let rest = title
    .normalize('NFKC')
    .replaceAll(/[\s“”‘’"'《》〈〉]/gu, '')
    .replaceAll(/\([^()]*\)$/gu, '');
  for (const pattern of NOT_THE_SUBJECT) rest = rest.replaceAll(pattern, '');
  const stem = place.slice(0, -1);
  if (stem.length > 1) {
    rest = rest.replaceAll(place, '');
    if (rest.startsWith(stem)) rest = rest.slice(stem.length);
  }
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replace(KIND, '');
  }
  return rest;
}

/** Years, periods, and the words that titles of any subject have. */
const NOT_THE_SUBJECT: readonly RegExp[] = [
  /\d{4}(?:[—–\-~至]+\d{4})?年?度?/gu,
  /\d{1,2}(?:[—–\-~至]+\d{1,2})?月份?/gu,
  /第?[一二三四]季度|[上下]半年|以来/gu,
  /[一二三四五六七八九十]+五(?:时期|期间)?(?=规划|专项|发展|$)/gu,
  /^关于(?:印发)?/gu,
  /^(?:进一步|深入|全面|切实|加快|扎实|着力|持续)+/gu,
  /^(?:加强|做好|推进|开展|抓好|实施|促进|规范|完善)/gu,
];

/** The kind of document at the end of a title, with the words before it that say no more. */
const KIND =
  /(?:的|有关|若干|具体|三年|年度|重点|专项|综合|工作|实施|行动|总体|建设|推进|任务)*(?:方案|计划|意见|办法|措施|政策|规划|规定|通知|细则|预案|要点|报告|汇报|请示|情况|事项|决定|条例|工作)$/u;

/** How alike two texts are by their pairs of characters: 0 to 1 (Dice). */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  let shared = 0;
  for (const pair of one) if (other.has(pair)) shared++;
  return (2 * shared) / (one.size + other.size);
}

/** The pairs of neighbouring characters of a text, each once. */
export function pairsOf(text: string): ReadonlySet<string> {
  const characters = Array.from(text);
  return new Set(characters.slice(1).map((character, at) => (characters[at] ?? '') + character));
}
