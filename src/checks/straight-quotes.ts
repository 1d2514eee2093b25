import { textAt } from '../minutes/model.ts';
import { inText } from './rule.ts';
import type { Rule } from './rule.ts';

/** P05: straight quotes, which Chinese text doesn't have. One finding per paragraph. */
export const checkStraightQuotes: Rule = ({ minutes }) =>
  minutes.blocks.flatMap(({ span }) => {
    const found = [...textAt(minutes, span).matchAll(STRAIGHT)];
    const first = found[0];
    if (first === undefined) return [];
    const at = span.start + first.index;
    return [
      {
        code: 'marks/straight-quote',
        message: `这一段有 ${found.length} 个直引号“${first[0]}”`,
        hint: '对照原件改成成对的“ ”或‘ ’',
        at: inText(at, at + 1),
      },
    ];
  });

/** Double ones anywhere, single ones beside hanzi: 5'30 and O'Neill are no quotation. */
const STRAIGHT = /["＂]|(?<=\p{Script=Han})['＇]|['＇](?=\p{Script=Han})/gu;
