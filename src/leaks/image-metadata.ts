import type { FileProperty } from './file-metadata.ts';

/** TIFF tags that name a person, a device of one, or a place; see Exif 2.32, 4.6. */
const TAGS: ReadonlyMap<number, string> = new Map([
  [0x013b, '作者'],
  [0x9c9d, '作者'],
  [0xa430, '相机所有人'],
  [0xa431, '相机序列号'],
]);
const EXIF_IFD = 0x8769;
const GPS_IFD = 0x8825;
const ENTRY = 12;

/** What the Exif, PNG text and XMP of an image say about its maker and place; nothing for other files. */
export function imageProperties(bytes: Uint8Array): readonly FileProperty[] {
  if (!isImage(bytes)) return [];
  const text = new TextDecoder('latin1').decode(bytes);
  return [
    ...[...exifStarts(text)].flatMap((start) => tiffProperties(bytes, start)),
    ...Array.from(text.matchAll(/(?:tEXt|iTXt)Author\0+([^\0]{1,80})/g), ([, value = '']) => ({
      name: '作者',
      value,
    })),
    ...(/exif:GPS(?:Latitude|Longitude)/.test(text) ? [{ name: '拍摄地点', value: null }] : []),
    ...Array.from(text.matchAll(/<dc:creator>\s*<rdf:Seq>\s*<rdf:li[^>]*>([^<]+)</g), ([, value = '']) => ({
      name: '作者',
      value,
    })),
  ];
}

function isImage(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 12));
  return /^(?:\xff\xd8\xff|\x89PNG|GIF8|II\*\0|MM\0\*|RIFF[^]{4}WEBP|[^]{4}ftyp(?:heic|heix|mif1|avif))/.test(
    start,
  );
}

/** Where a TIFF header begins: behind Exif's name, in a chunk, or at the start of a TIFF. */
function* exifStarts(text: string): Generator<number> {
  if (/^(?:II\*\0|MM\0\*)/.test(text)) yield 0;
  for (const { 0: found, index } of text.matchAll(/(?:Exif\0\0|eXIf|EXIF[^]{4})(?=II\*\0|MM\0\*)/g))
    yield index + found.length;
}

function tiffProperties(bytes: Uint8Array, start: number): readonly FileProperty[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, bytes.length - start);
  const little = view.getUint8(0) === 0x49;
  const properties: FileProperty[] = [];
  const visited = new Set<number>();
  const readFolder = (offset: number): void => {
    if (visited.has(offset) || offset + 2 > view.byteLength) return;
    visited.add(offset);
    const count = view.getUint16(offset, little);
    for (let index = 0; index < count; index++) {
      const at = offset + 2 + index * ENTRY;
      if (at + ENTRY > view.byteLength) return;
      const tag = view.getUint16(at, little);
      const value = view.getUint32(at + 8, little);
      const name = TAGS.get(tag);
      if (name !== undefined) properties.push({ name, value: null });
      if (tag === EXIF_IFD) readFolder(value);
      if (tag === GPS_IFD && hasPosition(value)) properties.push({ name: '拍摄地点', value: null });
    }
  };
  /** Latitude or longitude among the entries; a version alone says nothing. */
  const hasPosition = (offset: number): boolean => {
    if (offset + 2 > view.byteLength) return false;
    const count = view.getUint16(offset, little);
    for (let index = 0; index < count && offset + 4 + index * ENTRY < view.byteLength; index++) {
      const tag = view.getUint16(offset + 2 + index * ENTRY, little);
      if (tag === 2 || tag === 4) return true;
    }
    return false;
  };
  if (view.byteLength >= 8) readFolder(view.getUint32(4, little));
  return properties;
}
