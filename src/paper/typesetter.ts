import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PaperView } from '../views/paper.ts';
import { facesOf } from './faces.ts';
import { FontPackages } from './font-packages.ts';
import { readCharacters } from './outlines.ts';
import { readTables, tableOf } from './sfnt.ts';

/** The layout, in the language of Typst. */
export const TEMPLATE = join(import.meta.dirname, 'template.typ');

/** A document on paper, or why there is none. */
export type Typeset =
  | { readonly kind: 'pdf'; readonly pdf: Buffer; readonly pages: number }
  /** No font has these characters; better no document than one with boxes in a name. */
  | { readonly kind: 'missing'; readonly characters: readonly string[] };

export interface Typesetter {
  /** Sets one document. The same view and fonts give the same bytes. */
  typeset(view: PaperView): Typeset;
}

/**
 * A typesetter with the fonts of the packages and, before them, those that staff give as TrueType,
 * OpenType or collections.
 */
export function createTypesetter(ownFonts: readonly Buffer[]): Typesetter {
  const packages = new FontPackages();
  const template = readFileSync(TEMPLATE, 'utf8');
  const own = ownFonts.map((font) => readCharacters(tableOf(readTables(font), 'cmap')));
  const hasOwn = (character: string): boolean =>
    own.some((characters) => characters.has(character.codePointAt(0) ?? 0));
  return {
    typeset(view) {
      const { fonts, families, missing } = facesOf(view, packages, hasOwn);
      if (missing.length > 0) return { kind: 'missing', characters: missing };
      const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [...ownFonts, ...fonts] }] });
      const compiled = compiler.compile({
        mainFileContent: template,
        inputs: { view: JSON.stringify(view), fonts: JSON.stringify(families) },
      });
      const document = compiled.result;
      if (document === null) throw new Error(`The layout failed: ${compiled.takeError()?.compilationStatus}`);
      const pdf = compiler.pdf(document, { pdfStandard: 'a-2a' });
      return { kind: 'pdf', pdf, pages: document.numOfPages };
    },
  };
}
