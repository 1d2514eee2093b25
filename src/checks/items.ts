import type { Rule } from './rule.ts';

/** P19, its ground: minutes without a single agenda item are most likely misread. */
export const checkItems: Rule = ({ minutes }) => {
  const { text, items, head } = minutes;
  if (items.length > 0 || text.trim() === '') return [];
  return [
    {
      code: 'body/no-items',
      message: '整份纪要没有读出一个议题',
      hint: '每个议题的标题单独成行，行首写“## ”，如“## 一、审议《……》”',
      at: { kind: 'text', span: head.span },
    },
  ];
};
