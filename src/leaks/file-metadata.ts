import { imageProperties } from './image-metadata.ts';

/** A file by its bytes; what is packed in it comes as `parts`, unpacked. */
export interface PackedFile {
  readonly bytes: Uint8Array;
  /** The texts in an office package or a PDF: XML parts by their path, PDF objects without names. */
  readonly parts: ReadonlyMap<string, string>;
}

/**
 * SEC-FILE: what a file says about who made it, where and how, as Chinese names with the value cut
 * short: author, company, place of a photograph, tracked changes, comments, hidden text. The names
 * that the site itself publishes under are fine.
 */
export function fileProperties({ bytes, parts }: PackedFile, ownNames: readonly string[]): readonly string[] {
  const found = [
    ...imageProperties(bytes),
    ...[...parts].flatMap(([path, text]) => [...officeProperties(path, text), ...pdfProperties(text)]),
  ];
  const named = found
    .filter(({ value }) => value === null || (value.trim() !== '' && !ownNames.includes(value.trim())))
    .map(({ name, value }) => (value === null ? name : `${name}“${shorten(value.trim())}”`));
  return [...new Set(named)];
}

/** A property; the value is null where its being there is the fault. */
export interface FileProperty {
  readonly name: string;
  readonly value: string | null;
}

/** Names are personal data: a report shows the first character. */
function shorten(value: string): string {
  return `${Array.from(value)[0] ?? ''}**`;
}

const ELEMENTS: readonly (readonly [path: RegExp, element: string, name: string])[] = [
  [/docProps\/core\.xml$/u, 'dc:creator', '作者'],
  [/docProps\/core\.xml$/u, 'cp:lastModifiedBy', '最后修改人'],
  [/docProps\/app\.xml$/u, 'Company', '单位'],
  [/docProps\/app\.xml$/u, 'Manager', '负责人'],
  [/meta\.xml$/u, 'meta:initial-creator', '作者'],
  [/meta\.xml$/u, 'dc:creator', '最后修改人'],
];
const MARKS: readonly (readonly [form: RegExp, name: string])[] = [
  [/<w:(?:ins|del|moveFrom|moveTo)[ >]/u, '未处理的修订'],
  [/<w:commentReference[ /]|<w:comment /u, '批注'],
  [/<w:vanish(?:\/>| w:val="(?:1|true|on)")/u, '隐藏文字'],
];

function officeProperties(path: string, text: string): readonly FileProperty[] {
  const elements = ELEMENTS.filter(([form]) => form.test(path)).flatMap(([, element, name]) => {
    const value = new RegExp(`<${element}(?:\\s[^>]*)?>([^<]+)</${element}>`, 'u').exec(text)?.[1];
    return value === undefined ? [] : [{ name, value }];
  });
  const marks = path.endsWith('.xml')
    ? MARKS.filter(([form]) => form.test(text)).map(([, name]) => ({ name, value: null }))
    : [];
  return [...elements, ...marks];
}

const PDF_FIELD = /\/(Author|Company|Manager)\s*(?:\(((?:\\.|[^()\\]){1,200})\)|<([0-9A-Fa-f\s]{2,400})>)/gu;
const PDF_NAMES: Readonly<Record<string, string>> = { Author: '作者', Company: '单位', Manager: '负责人' };

function pdfProperties(text: string): readonly FileProperty[] {
  const fields = Array.from(text.matchAll(PDF_FIELD), ([, key = '', plain, hex]) => ({
    name: PDF_NAMES[key] ?? key,
    value: plain === undefined ? fromHex(hex ?? '') : fromPdf(plain),
  }));
  const creator = /<dc:creator>\s*<rdf:Seq>\s*<rdf:li[^>]*>([^<]+)</u.exec(text)?.[1];
  const notes =
    /\/Subtype\s*\/(?:Text|Popup|FreeText|Highlight|StrikeOut|Redact)\b[^]{0,400}?\/Contents/u.test(text);
  return [
    ...fields,
    ...(creator === undefined ? [] : [{ name: '作者', value: creator }]),
    ...(notes ? [{ name: '批注', value: null }] : []),
  ];
}

/** A PDF string: UTF-16 with a byte order mark, else one byte a character. */
function fromPdf(text: string): string {
  const plain = text.replaceAll(/\\([()\\])/gu, '$1');
  return plain.startsWith('\xfe\xff')
    ? fromUtf16(Array.from(plain.slice(2), (unit) => unit.charCodeAt(0)))
    : plain;
}

function fromHex(hex: string): string {
  const bytes = (hex.replaceAll(/\s/gu, '').match(/../gu) ?? []).map((pair) => Number.parseInt(pair, 16));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return fromUtf16(bytes.slice(2));
  return String.fromCharCode(...bytes);
}

function fromUtf16(bytes: readonly number[]): string {
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2)
    text += String.fromCharCode(((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0));
  return text;
}
