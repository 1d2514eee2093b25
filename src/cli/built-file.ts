import { isUtf8 } from 'node:buffer';
import { gunzipSync, inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { builtText, type TextForm } from '../leaks/built-text.ts';
import { fileProperties } from '../leaks/file-metadata.ts';
import { withoutPixels } from '../leaks/picture-text.ts';

/** What a file of the built site says, whatever it is packed in. */
export interface BuiltFile {
  readonly texts: readonly string[];
  /** What it says about its maker (SEC-FILE). */
  readonly properties: readonly string[];
}

/** Program and type: they come from the project, not from the content. */
const CODE = /\.(?:m?js|css|wasm|woff2?|ttf|otf)$/u;
const FORMS: readonly (readonly [ending: RegExp, form: TextForm])[] = [
  [/\.(?:html?|svg)$/u, 'markup'],
  [/\.(?:xml|atom|rss|xhtml|rels)$/u, 'xml'],
  [/\.(?:json|jsonld|geojson|jsonl|ndjson|webmanifest)$/u, 'json'],
  [/\.(?:csv|tsv)$/u, 'csv'],
  [/\.ics$/u, 'calendar'],
];
const DEEPEST = 4;

/**
 * The texts of a built file: gzip and zip are opened, PDF and office files read, everything else taken
 * for text. Nothing is left out because its kind isn't known; program code and the packed pixels of a PNG alone
 * aren't looked at.
 */
export async function readBuiltFile(
  path: string,
  bytes: Uint8Array,
  ownNames: readonly string[],
  depth = 0,
): Promise<BuiltFile> {
  if (CODE.test(path) || depth > DEEPEST) return { texts: [], properties: [] };
  const start = String.fromCharCode(...bytes.subarray(0, 5));
  if (start.startsWith('\x1f\x8b'))
    return readBuiltFile(path.replace(/\.gz$/u, ''), gunzipSync(bytes), ownNames, depth + 1);
  if (start.startsWith('PK\x03\x04')) return readPackage(path, bytes, ownNames, depth);
  if (start === '%PDF-') return readPdf(path, bytes, ownNames);
  const shown = withoutPixels(bytes);
  const properties = fileProperties({ bytes: shown, parts: new Map() }, ownNames);
  const form = FORMS.find(([ending]) => ending.test(path))?.[1] ?? 'plain';
  return { texts: [builtText(textOf(shown), form)], properties };
}

/** The text of bytes, as `TextDecoder` gives it: what is UTF-8, and that is nearly all, is read faster than by that. */
function textOf(bytes: Uint8Array): string {
  if (!isUtf8(bytes)) return new TextDecoder().decode(bytes);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

async function readPackage(
  path: string,
  bytes: Uint8Array,
  ownNames: readonly string[],
  depth: number,
): Promise<BuiltFile> {
  const entries = Object.entries(unzipSync(bytes));
  const inner = await Promise.all(
    // The parts of a sentence stand in elements of their own in Word's XML, as in markup.
    entries.map(([name, part]) =>
      readBuiltFile(/^word\/.*\.xml$/u.test(name) ? `${name}.html` : name, part, ownNames, depth + 1),
    ),
  );
  const xml = entries.filter(([name]) => name.endsWith('.xml'));
  const parts = new Map(xml.map(([name, part]) => [name, new TextDecoder().decode(part)]));
  return {
    texts: [path, ...inner.flatMap(({ texts }) => texts)],
    properties: [
      ...fileProperties({ bytes, parts }, ownNames),
      ...inner.flatMap(({ properties }) => properties),
    ],
  };
}

async function readPdf(path: string, bytes: Uint8Array, ownNames: readonly string[]): Promise<BuiltFile> {
  const parts = new Map([['', pdfObjects(bytes)]]);
  const { readSource } = await import('../importers/read.ts');
  const blocks = await readSource(bytes, path).then(
    (source) => source.blocks,
    () => null,
  );
  const properties = fileProperties({ bytes, parts }, ownNames);
  // A scan has no text to look at, and none that readers could search or copy (R2.7).
  if (blocks === null) return { texts: [], properties: [...properties, '读不出文字的页面，无法检查'] };
  return { texts: [blocks.map(({ text }) => text).join('\n')], properties };
}

/** The objects of a PDF as they are written, with those in compressed streams opened. */
function pdfObjects(bytes: Uint8Array): string {
  const text = new TextDecoder('latin1').decode(bytes);
  const streams = Array.from(
    text.matchAll(/\/Type\s*\/(?:ObjStm|Metadata)\b[^]{0,400}?stream\r?\n/gu),
    (match) => {
      const start = match.index + match[0].length;
      const end = text.indexOf('endstream', start);
      try {
        return new TextDecoder('latin1').decode(
          inflateSync(bytes.subarray(start, end === -1 ? undefined : end)),
        );
      } catch {
        return text.slice(start, end === -1 ? undefined : end);
      }
    },
  );
  return [text, ...streams].join('\n');
}
