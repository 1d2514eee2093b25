import type { EmblemFile } from '../corpus/emblem.ts';
import type { Diagnostic } from '../minutes/diagnostics.ts';
import { UNKNOWN_PLACE } from '../minutes/places.ts';
import type { Site } from '../site.ts';

/** R1.8: a demo shows no emblem, and a site has one at most. Each file too many is a `site/invalid`. */
export function checkEmblems(emblems: readonly EmblemFile[], mode: Site['mode']): readonly Diagnostic[] {
  if (mode === 'demo')
    return emblems.map((emblem) =>
      finding(
        emblem,
        `演示站点不能有徽标“${emblem.name}”`,
        '把这个文件移出去；正式发布时（mode: publish）再放回来',
      ),
    );
  return emblems
    .slice(1)
    .map((emblem) => finding(emblem, `徽标有两个，多了“${emblem.name}”`, '只留一个，另一个移出去'));
}

function finding({ path }: EmblemFile, message: string, hint: string): Diagnostic {
  return { code: 'site/invalid', message, hint, path, place: UNKNOWN_PLACE };
}
