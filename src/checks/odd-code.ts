import type { Diagnostic } from '../minutes/diagnostics.ts';
import { UNKNOWN_PLACE } from '../minutes/places.ts';
import type { Site } from '../site.ts';

/**
 * R1.2: a SiteIDCode of the form N and nine digits, seen on sites that aren't the government's. Any
 * other form than it and those of government sites is refused when `site.yaml` is read.
 */
export function checkCode({ code }: Site, path: string): readonly Diagnostic[] {
  if (!code.startsWith('N')) return [];
  return [
    {
      code: 'site/odd-code',
      message: `网站标识码“${code}”不是政府网站的形式`,
      hint: '政府网站是 10 位数字，部门网站是 bm 加 8 位数字；确是这个的，不用改',
      path,
      place: UNKNOWN_PLACE,
    },
  ];
}
