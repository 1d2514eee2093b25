import { inReading } from './rule.ts';
import type { Rule } from './rule.ts';

/**
 * P04 (GB/T 15834 4.5.3.5): no 、 between titles or quotations that stand side by side: 《甲》《乙》. A
 * bracketed note or other words between them need one. Each kind once, where it first stands.
 */
export const checkTitleSeparators: Rule = ({ reading }) =>
  PAIRS.flatMap(({ form, name }) => {
    const found = [...reading.text.matchAll(form)];
    const first = found[0];
    if (first === undefined) return [];
    const times = found.length > 1 ? `（共 ${found.length} 处）` : '';
    return [
      {
        code: 'marks/separator',
        message: `并列的${name}之间用了顿号${times}`,
        hint: `对照原件：抄录时加的，删去${name}之间的顿号；原件如此的，不用改`,
        at: inReading(reading, first.index + 1, first.index + 2),
        replacement: '',
      },
    ];
  });

const PAIRS = [
  { form: /》、(?=《)/gu, name: '书名号' },
  { form: /”、(?=“)/gu, name: '引号' },
];
