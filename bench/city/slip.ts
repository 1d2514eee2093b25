import type { CorrectionKind } from '../../src/corpus/statement.ts';

/** Minutes as they were first published, and why they were changed into what they are. */
export interface Slip {
  readonly first: string;
  readonly kind: CorrectionKind;
  readonly reason: string;
}

/** The first that fits of the slips of the pen that staff mend later; null when none fits. */
export function inventSlip(source: string, turn: number): Slip | null {
  const turned = SLIPS.map((_, index) => SLIPS[(index + turn) % SLIPS.length]);
  return turned.map((slip) => slip?.(source) ?? null).find((slip) => slip !== null) ?? null;
}

const SLIPS: readonly ((source: string) => Slip | null)[] = [wrongIssuer, missingSentence, wrongAmount];

function wrongIssuer(source: string): Slip | null {
  const first = source.replace('以市政府办名义印发', '以市政府名义印发');
  if (first === source) return null;
  return { first, kind: '更正', reason: '印发名义应为“市政府办”，录入有误' };
}

function missingSentence(source: string): Slip | null {
  const first = source.replace('\n\n会议还研究了其他事项。', '');
  if (first === source) return null;
  return { first, kind: '补充', reason: '漏录“会议还研究了其他事项”一句' };
}

function wrongAmount(source: string): Slip | null {
  const amount = /(?<=资金)[1-9]\d{2,3}(?=万元)/u.exec(source)?.[0];
  if (amount === undefined) return null;
  const first = source.replace(`资金${amount}万元`, `资金${amount}0万元`);
  return { first, kind: '更正', reason: `资金应为${amount}万元，多录了一个0` };
}

/** The mark before a passage that isn't disclosed, and why. */
const MARK = ':::withhold{reason="涉及尚未公开的安排" basis="条例第十六条"}';

/**
 * The minutes with one paragraph of remarks withheld. Null when there is none without points of its own
 * whose every sentence stands in these minutes alone: what is withheld here may be open nowhere else.
 */
export function withholdRemarks(source: string, others: readonly string[]): string | null {
  const blocks = source.split('\n\n');
  const at = blocks.findIndex(
    (block, index) =>
      /^会议(?:强调|要求)，(?!.*（[一二三四五六七八九十]+）)(?!.*[一二三]是)/u.test(block) &&
      !(blocks[index - 1] ?? '#').startsWith('#') &&
      isUnique(block, [...others, ...blocks.toSpliced(index, 1)]),
  );
  const passage = blocks[at];
  return passage === undefined ? null : blocks.toSpliced(at, 1, `${MARK}\n${passage}\n:::`).join('\n\n');
}

function isUnique(passage: string, others: readonly string[]): boolean {
  const sentences = passage.split(/[。；]/u).filter((sentence) => sentence.length >= 10);
  return sentences.every((sentence) => !others.some((other) => other.includes(sentence)));
}
