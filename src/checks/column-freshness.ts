import { UNKNOWN_PLACE } from '../minutes/places.ts';
import type { Diagnostic } from '../minutes/diagnostics.ts';
import type { Minutes } from '../minutes/model.ts';
import { statedOf } from '../minutes/stated.ts';
import type { Site } from '../site.ts';

/** Days without anything new after which inspectors deduct, by ColumnType; and the days of warning. */
const MOST_DAYS: Readonly<Record<string, number>> = { 工作动态: 14 };
const MOST_DAYS_OTHERWISE = 180;
const DAYS_AHEAD = 3;

/**
 * R1.16: a column in which nothing new has been published for 180 days, 14 for 工作动态, or will not
 * have been in three days. A demo site is inspected by nobody and is left alone.
 *
 * @param path the path of `site.yaml`, where the type of the column stands
 */
export function checkFreshness(
  site: Site,
  minutes: readonly Minutes[],
  path: string,
  now: string,
): readonly Diagnostic[] {
  if (site.mode === 'demo') return [];
  let newest = '';
  for (const each of minutes) {
    const { published } = statedOf(each);
    if (published !== null && published <= now && published > newest) newest = published;
  }
  const days = daysBetween(newest.slice(0, 10), now.slice(0, 10));
  const most = MOST_DAYS[site.column.type] ?? MOST_DAYS_OTHERWISE;
  if (newest === '' || days < most - DAYS_AHEAD) return [];
  const { name, type } = site.column;
  return [
    {
      code: 'site/column-stale',
      message: `栏目“${name}”（${type}）最近一次发布是 ${newest}，已有 ${days} 天，限期 ${most} 天`,
      hint:
        type === '工作动态'
          ? '发布新的纪要；会议少于两周一次的，把 site.yaml 里 column 的 type 改为“信息公开目录”'
          : '发布新的纪要；确实没有新内容的，向网站主管单位说明',
      path,
      place: UNKNOWN_PLACE,
    },
  ];
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
