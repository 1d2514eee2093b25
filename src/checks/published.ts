import type { Rule } from './rule.ts';

/**
 * R1.2: a time of publication never lies in the future; until it comes the document waits and is in no
 * part of the site. Both times are minutes in Beijing.
 */
export const checkPublished: Rule = ({ minutes, now }) => {
  const { published } = minutes.head;
  if (published === null || published <= now) return [];
  return [
    {
      code: 'published/in-future',
      message: `发布时间“${published}”还没有到（现在是 ${now}），到时候再公开`,
      hint: '定时发布的，不用改：到时候重新建站就会公开；时间写错的，改正',
      at: { kind: 'staff', field: 'published' },
    },
  ];
};
