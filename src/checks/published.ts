import type { Rule } from './rule.ts';

/** R1.2: the time of publication never lies in the future. Both times are minutes in Beijing. */
export const checkPublished: Rule = ({ minutes, now }) => {
  const { published } = minutes.head;
  if (published === null || published <= now) return [];
  return [
    {
      code: 'published/in-future',
      message: `发布时间“${published}”还没有到（现在是 ${now}）`,
      hint: '改成实际发布的时间，或到时候再发布',
      at: { kind: 'staff', field: 'published' },
    },
  ];
};
