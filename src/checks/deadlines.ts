import { lagOf } from '../corpus/lag.ts';
import { DEADLINE_WORKDAYS, type Calendar } from '../corpus/workdays.ts';
import type { Minutes } from '../minutes/model.ts';
import type { CollectionFinding } from './collection-rule.ts';

/** R2.9: minutes that were published after the 20 workdays of 条例 26. Silent where holidays aren't known. */
export function checkDeadlines(
  minutes: readonly Minutes[],
  calendar: Calendar,
): readonly CollectionFinding[] {
  return minutes.flatMap((each) => {
    const lag = lagOf(each, calendar);
    if (lag?.deadline == null || lag.late === null || lag.late === 0) return [];
    const { base, deadline, published, late } = lag;
    return [
      {
        code: 'deadline/overdue' as const,
        message: `${base.name}日期 ${base.day} 起 ${DEADLINE_WORKDAYS} 个工作日到 ${deadline}，${published} 才发布，超过 ${late} 个工作日`,
        hint: '核对日期；日期无误的，不用改，公开情况页面会如实列出',
        about: 'published' as const,
        minutes: each,
      },
    ];
  });
}
