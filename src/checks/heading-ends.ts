import { textAt } from '../minutes/model.ts';
import { inText } from './rule.ts';
import type { Rule } from './rule.ts';

/** P08: a heading that is its own paragraph ends without 。 or another mark of a sentence. */
export const checkHeadingEnds: Rule = ({ minutes }) =>
  minutes.blocks.flatMap(({ kind, span }) => {
    const text = textAt(minutes, span).trimEnd();
    const mark = kind === 'heading' ? END_MARK.exec(text)?.[0] : undefined;
    if (mark === undefined) return [];
    const at = span.start + text.length - 1;
    return [
      {
        code: 'headings/end-mark',
        message: `标题末尾有“${mark}”`,
        hint: '对照原件：标题末尾不加标点；这一行其实是正文的，删去行首的“## ”；原件如此的，不用改',
        at: inText(at, at + 1),
        replacement: '',
      },
    ];
  });

const END_MARK = /[。，；：、,;:]$/u;
