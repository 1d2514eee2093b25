import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { drawCard } from '../cards/draw-card.ts';
import { openFace, type Face } from '../cards/font.ts';
import type { Corpus } from '../corpus/model.ts';
import type { Site } from '../site.ts';
import { cardView } from '../views/card.ts';
import { cardPath } from '../urls.ts';
import { GENERATOR_ROOT } from './generator.ts';

/**
 * Puts the picture of every meeting into a built site. A picture is kept under the hash of what it shows,
 * so that only new ones are drawn: the fonts are opened when the first of them is. Returns how many were drawn.
 */
export function writeCards(corpus: Corpus, site: Site, folder: string, cacheDir: string): number {
  const cache = join(cacheDir, 'cards', painterVersion());
  mkdirSync(cache, { recursive: true });
  let face: Face | null = null;
  let drawn = 0;
  for (const minutes of corpus.minutes) {
    const view = cardView(minutes, site);
    const kept = join(cache, `${digestOf(JSON.stringify(view))}.png`);
    if (!existsSync(kept)) {
      face ??= openFace();
      // Renamed into place, so that a stopped build leaves no half picture.
      writeFileSync(`${kept}.${String(process.pid)}`, drawCard(view, face));
      renameSync(`${kept}.${String(process.pid)}`, kept);
      drawn++;
    }
    const file = join(folder, cardPath(minutes.id));
    mkdirSync(dirname(file), { recursive: true });
    copyFileSync(kept, file);
  }
  return drawn;
}

/** Everything that decides a picture but what it shows: the code that draws, the packages, the compressor. */
function painterVersion(): string {
  const code = join(GENERATOR_ROOT, 'src', 'cards');
  const files = readdirSync(code)
    .toSorted()
    .map((name) => readFileSync(join(code, name), 'utf8'));
  const fonts = readFileSync(join(GENERATOR_ROOT, 'package.json'), 'utf8').match(
    /"(?:@fontsource|fontkitten).*"/gu,
  );
  return digestOf(JSON.stringify([files, fonts, process.versions['zlib']]));
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
