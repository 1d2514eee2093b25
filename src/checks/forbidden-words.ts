import { findListed } from './listed-words.ts';
import { inReading } from './rule.ts';
import type { Rule } from './rule.ts';

/** P23: words that the operator forbids, from `lists/forbidden.yaml`; the repository ships none. */
export const checkForbiddenWords: Rule = (subject) =>
  findListed(subject.lists.forbidden, subject).map(({ start, end, value: { text, use, note } }) => ({
    code: 'words/forbidden',
    message: `“${text}”在禁用词名单里${note === null ? '' : `：${note}`}`,
    hint:
      use === null
        ? '对照原件并报审核人处理；名单不合适的，改 lists/forbidden.yaml'
        : `规范写法是“${use}”；对照原件并报审核人处理`,
    at: inReading(subject.reading, start, end),
    ...(use === null ? {} : { replacement: use }),
  }));
