/** One run of text on a page; x and y in points from the lower left corner. */
export interface PdfText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** Extra points between characters, as in a stretched line. */
  readonly spread?: number;
}

/**
 * A PDF of A4 pages with a text layer. Every character is as wide as its size, Latin ones half; the
 * font isn't embedded, which is enough for reading the text.
 */
export function pdfFile(pages: readonly (readonly PdfText[])[]): Uint8Array {
  const chars = Array.from(new Set(pages.flat().flatMap(({ text }) => Array.from(text))));
  const widths = chars.map((char, code) => `${code + 1} [${char.charCodeAt(0) < 0x1100 ? 500 : 1000}]`);
  const map = chars.map((char, code) => `<${hex(code + 1)}> <${hex(char.charCodeAt(0))}>`);
  const cmap = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /F def 1 begincodespacerange <0000> <ffff> endcodespacerange ${map.length} beginbfchar ${map.join(' ')} endbfchar endcmap end end`;
  const first = 6;
  const kids = pages.map((_, index) => `${first + index * 2} 0 R`);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /F /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /F /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /F /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >> /DW 1000 /W [${widths.join(' ')}] >>`,
    stream(cmap),
    ...pages.flatMap((page, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${first + index * 2 + 1} 0 R >>`,
      stream(page.map((run) => show(run, chars)).join('\n')),
    ]),
  ];
  return new TextEncoder().encode(assemble(objects));
}

function show({ text, x, y, size = 16, spread = 0 }: PdfText, chars: readonly string[]): string {
  const codes = Array.from(text).map((char) => hex(chars.indexOf(char) + 1));
  return `BT /F ${size} Tf ${spread} Tc 1 0 0 1 ${x} ${y} Tm <${codes.join('')}> Tj ET`;
}

function hex(code: number): string {
  return code.toString(16).padStart(4, '0');
}

function stream(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function assemble(objects: readonly string[]): string {
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF`;
  return `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`;
}
