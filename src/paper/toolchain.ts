import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { FONT_PACKAGES } from './faces.ts';
import { TEMPLATE } from './typesetter.ts';

const require = createRequire(import.meta.url);

/** The sources beside the layout that decide the bytes of a document. */
const SOURCES = ['face.ts', 'faces.ts', 'font-packages.ts', 'outlines.ts', 'sfnt.ts', 'typesetter.ts'];

/** The version of everything that decides the bytes of a paper document but its view: layout, fonts, compiler. */
export function toolchainVersion(ownFonts: readonly Buffer[]): string {
  const hash = createHash('sha256').update(readFileSync(TEMPLATE));
  for (const source of SOURCES) hash.update(readFileSync(new URL(source, import.meta.url)));
  for (const name of ['@myriaddreamin/typst-ts-node-compiler', ...FONT_PACKAGES])
    hash.update(`${name}@${versionOf(name)}\n`);
  for (const font of ownFonts) hash.update(String(font.length)).update(font);
  return hash.digest('hex');
}

function versionOf(name: string): string {
  const manifest: unknown = JSON.parse(readFileSync(require.resolve(`${name}/package.json`), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : '';
}
