import { textAt } from '../minutes/model.ts';
import { inText } from './rule.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * P05 (GB/T 15834): within 《》 a title stands in 〈〉, within “” a quotation in ‘’. One finding per
 * paragraph and kind, at the inner mark. Titles that aren't closed are another fault.
 */
export const checkNestedMarks: Rule = ({ minutes }) =>
  KINDS.filter(({ twice }) => twice.test(minutes.text)).flatMap(({ opening, closing, inner }) =>
    minutes.blocks.flatMap(({ span }): readonly Finding[] => {
      const at = innerOf(textAt(minutes, span), opening, closing);
      if (at === null) return [];
      return [
        {
          code: 'marks/nesting',
          message: `“${opening}…${closing}”里又用了“${opening}”`,
          hint: `对照原件：里层应当用“${inner}”；原件如此的，不用改`,
          at: inText(span.start + at, span.start + at + 1),
        },
      ];
    }),
  );

const KINDS = [
  { opening: '《', closing: '》', inner: '〈…〉', twice: /《[^》]*《/u },
  { opening: '“', closing: '”', inner: '‘…’', twice: /“[^”]*“/u },
];

/** The first opening mark directly within an open one of its kind, where both are closed. */
function innerOf(text: string, opening: string, closing: string): number | null {
  const open: number[] = [];
  let inner: number | null = null;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === opening) open.push(at);
    else if (sign === closing) {
      const start = open.pop();
      if (start === undefined) return null;
      if (open.length > 0) inner = Math.min(start, inner ?? start);
    }
  }
  return open.length === 0 ? inner : null;
}
