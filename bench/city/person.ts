import { GIVEN, SURNAMES } from './characters.ts';
import type { Random } from './random.ts';
import { namesRealPlace } from './real-place.ts';

/**
 * The name of somebody who doesn't exist: two or three characters, seldom a double surname. One
 * given character in five is a rare one, so that a corpus needs as many characters as real rosters.
 */
export function inventPerson(random: Random): string {
  for (;;) {
    const name =
      pickSurname(random) +
      Array.from({ length: random.chance(0.82) ? 2 : 1 }, () => givenCharacter(random)).join('');
    if (!namesRealPlace(name)) return name;
  }
}

function pickSurname(random: Random): string {
  const surnames = random.weigh<readonly string[]>([
    [SURNAMES.common, 86],
    [SURNAMES.rare, 12.5],
    [SURNAMES.double, 1.5],
  ]);
  return random.pick(surnames);
}

function givenCharacter(random: Random): string {
  return random.pick(random.chance(0.8) ? GIVEN.common : GIVEN.rare);
}
