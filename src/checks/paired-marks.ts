import { textAt } from '../minutes/model.ts';
import type { Block, Minutes } from '../minutes/model.ts';
import { inText } from './rule.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * P05: marks of a pair, each with its partner; half and full width of brackets count as one kind, for
 * that is another fault. A mark may have its partner in a later paragraph of the same heading, where a
 * page cut the paragraph in two. One finding per kind and paragraph, at the first.
 */
export const checkPairedMarks: Rule = ({ minutes }) => {
  const alone: Mark[] = [];
  let open: Mark[] = [];
  for (const block of minutes.blocks) {
    if (block.kind === 'heading') {
      alone.push(...open.filter(({ mayBeAlone }) => !mayBeAlone));
      open = [];
    }
    for (const mark of marksOf(minutes, block)) {
      if (mark.opens) open.push(mark);
      else {
        const partner = open.findLastIndex(({ kind }) => kind === mark.kind);
        if (partner >= 0) open.splice(partner, 1);
        else if (!mark.mayBeAlone) alone.push(mark);
      }
    }
    open = open.slice(-MOST_OPEN);
  }
  alone.push(...open.filter(({ mayBeAlone }) => !mayBeAlone));
  return findingsOf(alone);
};

/** More marks are never open at once in minutes; the bound keeps every text cheap. */
const MOST_OPEN = 50;

interface Mark {
  readonly sign: string;
  /** The index of the pair in `PAIRS`. */
  readonly kind: number;
  readonly opens: boolean;
  /** `1）` numbers a point; a paragraph within a long quotation opens with a quote and doesn't close it. */
  readonly mayBeAlone: boolean;
  readonly at: number;
  /** The paragraph, by its start. */
  readonly block: number;
}

const PAIRS = ['《》', '〈〉', '“”', '‘’', '（）()', '【】', '〔〕', '「」', '『』'];
const MARKS = /[《》〈〉“”‘’（）()【】〔〕「」『』]/gu;
const NUMBER_BEFORE = /(?:^|[，。；：、\s])(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z])\s*$/u;
const LATIN = /[a-zA-Z]/u;

function marksOf(minutes: Minutes, { span }: Block): readonly Mark[] {
  const text = textAt(minutes, span);
  return [...text.matchAll(MARKS)].flatMap(({ 0: sign, index }) => {
    // An apostrophe: O’Neill.
    if (sign === '’' && LATIN.test(text.charAt(index - 1)) && LATIN.test(text.charAt(index + 1))) return [];
    const kind = PAIRS.findIndex((pair) => pair.includes(sign));
    const opens = (PAIRS[kind]?.indexOf(sign) ?? 0) % 2 === 0;
    const mayBeAlone = opens
      ? sign === '“' && index === 0
      : '）)'.includes(sign) && NUMBER_BEFORE.test(text.slice(Math.max(0, index - 6), index));
    return [{ sign, kind, opens, mayBeAlone, at: span.start + index, block: span.start }];
  });
}

function findingsOf(alone: readonly Mark[]): readonly Finding[] {
  const groups = Map.groupBy(
    alone.toSorted((one, other) => one.at - other.at),
    ({ block, kind }) => `${block} ${kind}`,
  );
  return [...groups.values()].flatMap(([first]) => {
    if (first === undefined) return [];
    const partner = partnerOf(first);
    return [
      {
        code: 'marks/unpaired',
        message: `“${first.sign}”没有成对，缺少“${partner}”`,
        hint: `对照原件，补上漏抄的“${partner}”，或删去多出的“${first.sign}”`,
        at: inText(first.at, first.at + 1),
      },
    ];
  });
}

function partnerOf({ sign, kind }: Mark): string {
  const pair = PAIRS[kind] ?? '';
  return pair.charAt(pair.indexOf(sign) ^ 1);
}
