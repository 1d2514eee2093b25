import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { drawCard } from '../cards/draw-card.ts';
import { openFace, type Face } from '../cards/font.ts';
import type { CardView } from '../views/card.ts';
import { GENERATOR_ROOT } from './generator.ts';

/**
 * Gives the picture of a meeting. A picture is kept under the hash of what it shows, so that only new ones
 * are drawn: the fonts are opened when the first of them is. One that isn't what was kept is drawn again.
 */
export function cardPainter(cacheDir: string): (view: CardView) => Uint8Array {
  let cache = '';
  let face: Face | null = null;
  return (view) => {
    if (cache === '') cache = join(cacheDir, 'cards', painterVersion());
    mkdirSync(cache, { recursive: true });
    const kept = join(cache, digestOf(JSON.stringify(view)));
    const known = readPicture(kept);
    if (known !== null) return known;
    face ??= openFace();
    const picture = drawCard(view, face);
    // Renamed into place, so that a stopped build leaves no half picture.
    const aside = `${kept}.${String(process.pid)}-${String(threadId)}`;
    writeFileSync(aside, Buffer.concat([sealOf(picture), picture]));
    renameSync(aside, kept);
    return picture;
  };
}

/** The picture in a file, which stands behind its hash; null where it isn't there, or isn't what was kept. */
function readPicture(file: string): Uint8Array | null {
  if (!existsSync(file)) return null;
  const bytes = readFileSync(file);
  const picture = bytes.subarray(SEAL);
  return sealOf(picture).equals(bytes.subarray(0, SEAL)) ? picture : null;
}

const SEAL = 32;

function sealOf(picture: Uint8Array): Buffer {
  return createHash('sha256').update(picture).digest();
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
