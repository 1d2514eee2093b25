import { deflateSync } from 'node:zlib';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { docxFile, paragraph } from '../importers/docx-file.ts';
import { pdfFile } from '../importers/pdf-file.ts';

/** A file that someone might hand to the import, and what must come of it. */
export interface HostileFile {
  readonly name: string;
  readonly fileName: string;
  /** Made when it is needed: some are large. */
  readonly bytes: () => Uint8Array;
  /** Whether it is refused with a sentence and a way out, or read like any other. */
  readonly outcome: 'refused' | 'read' | 'either';
}

type Row = readonly [name: string, bytes: () => Uint8Array, outcome: HostileFile['outcome']];
type NamedRow = readonly [
  name: string,
  fileName: string,
  bytes: () => Uint8Array,
  outcome: HostileFile['outcome'],
];

const TEXT = '云岭市人民政府常务会议纪要\n第3号\n2024年3月15日，林远市长主持召开市政府第5次常务会议。\n';
const GOOD_DOCX = docxFile({
  body: TEXT.split('\n')
    .map((line) => paragraph(line))
    .join(''),
});
const GOOD_PDF = pdfFile([[{ text: '云岭市人民政府常务会议纪要第三号', x: 100, y: 700 }]]);

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const megabytes = (count: number, fill: string): Uint8Array => Buffer.alloc(count * 1024 * 1024, fill);

/** The good Word file with some parts put in or replaced. */
function docxWith(parts: Zippable, document?: string): Uint8Array {
  const base: Zippable = {
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(document ?? documentOf(paragraph(TEXT))),
  };
  return zipSync({ ...base, ...parts });
}

function documentOf(body: string, prologue = ''): string {
  return `<?xml version="1.0"?>${prologue}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
}

/** The file with the size that its directory states for a part changed to a lie. */
function withStatedSize(zip: Uint8Array, size: number): Uint8Array {
  const bytes = Buffer.from(zip);
  for (
    let at = bytes.indexOf('PK\u0001\u0002', 0, 'latin1');
    at !== -1;
    at = bytes.indexOf('PK\u0001\u0002', at + 4, 'latin1')
  )
    bytes.writeUInt32LE(size, at + 24);
  return bytes;
}

const ENTITY_BOMB = `<!DOCTYPE l [<!ENTITY a "会会会会会会会会会会">${Array.from(
  { length: 9 },
  (_, index) => `<!ENTITY ${'bcdefghij'[index] ?? ''} "${`&${'abcdefghi'[index] ?? ''};`.repeat(10)}">`,
).join('')}]>`;

const DOCX: readonly Row[] = [
  ['a bomb of 1 GB', () => docxWith({ 'word/document.xml': deep(1024) }), 'refused'],
  ['a bomb in another part', () => docxWith({ 'word/styles.xml': megabytes(200, ' ') }), 'refused'],
  [
    'many small bombs',
    () =>
      docxWith(
        Object.fromEntries(
          Array.from({ length: 40 }, (_, at) => [`word/x${String(at)}.xml`, megabytes(5, ' ')]),
        ),
      ),
    'refused',
  ],
  ['a bomb among the pictures', () => docxWith({ 'word/media/a.png': megabytes(300, ' ') }), 'read'],
  [
    'a bomb that states a small size',
    () => withStatedSize(docxWith({ 'word/document.xml': megabytes(100, ' ') }), 10),
    'refused',
  ],
  ['a part that states 4 GB', () => withStatedSize(docxWith({}), 0xffffffff), 'refused'],
  [
    'an external entity',
    () =>
      docxWith({}, documentOf(paragraph('&e;'), '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>')),
    'refused',
  ],
  [
    'an external entity of the net',
    () =>
      docxWith(
        {},
        documentOf(paragraph('&e;'), '<!DOCTYPE x [<!ENTITY e SYSTEM "http://hostile.invalid/x">]>'),
      ),
    'refused',
  ],
  [
    'a parameter entity',
    () =>
      docxWith(
        {},
        documentOf(paragraph('x'), '<!DOCTYPE x [<!ENTITY % e SYSTEM "http://hostile.invalid/x.dtd"> %e;]>'),
      ),
    'refused',
  ],
  [
    'an external document type',
    () => docxWith({}, documentOf(paragraph('x'), '<!DOCTYPE x SYSTEM "http://hostile.invalid/x.dtd">')),
    'refused',
  ],
  ['entities without end', () => docxWith({}, documentOf(paragraph('&j;'), ENTITY_BOMB)), 'refused'],
  [
    'entities in the styles',
    () => docxWith({ 'word/styles.xml': strToU8(`<?xml version="1.0"?>${ENTITY_BOMB}<x>&j;</x>`) }),
    'refused',
  ],
  ['a name that climbs', () => docxWith({ '../../../../tmp/jiyao-hit.xml': strToU8('x') }), 'read'],
  ['an absolute name', () => docxWith({ '/tmp/jiyao-hit.xml': strToU8('x') }), 'read'],
  ['a name of Windows', () => docxWith({ 'C:\\jiyao-hit.xml': strToU8('x') }), 'read'],
  [
    'a name of the prototype',
    () => docxWith({ 'word/__proto__.xml': strToU8('x'), constructor: strToU8('x') }),
    'read',
  ],
  [
    'a target that climbs',
    () =>
      docxWith({
        'word/_rels/document.xml.rels': strToU8(
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="../../../etc/passwd"/></Relationships>',
        ),
      }),
    'either',
  ],
  [
    'a picture of another server',
    () =>
      docxWith({
        'word/_rels/document.xml.rels': strToU8(
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="i" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" TargetMode="External" Target="http://hostile.invalid/x.png"/></Relationships>',
        ),
      }),
    'read',
  ],
  [
    'a link to a script',
    () =>
      docxWith(
        {
          'word/_rels/document.xml.rels': strToU8(
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="h" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" TargetMode="External" Target="javascript:alert(1)"/></Relationships>',
          ),
        },
        documentOf(
          `<w:p><w:hyperlink xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="h"><w:r><w:t>${TEXT}</w:t></w:r></w:hyperlink></w:p>`,
        ),
      ),
    'read',
  ],
  [
    'markup in the text',
    () => docxFile({ body: paragraph('会议强调，&lt;script&gt;alert(1)&lt;/script&gt;。') }),
    'read',
  ],
  [
    'a field that runs',
    () =>
      docxFile({
        body: `<w:p><w:r><w:instrText>DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"</w:instrText></w:r></w:p>${paragraph(TEXT)}`,
      }),
    'read',
  ],
  ['a macro', () => docxWith({ 'word/vbaProject.bin': megabytes(1, 'x') }), 'read'],
  [
    'elements nested deep',
    () => docxFile({ body: `${'<w:p>'.repeat(50_000)}${'</w:p>'.repeat(50_000)}` }),
    'refused',
  ],
  [
    'tables nested deep',
    () =>
      docxFile({
        body: `${'<w:tbl><w:tr><w:tc>'.repeat(3000)}${paragraph('会议')}${'</w:tc></w:tr></w:tbl>'.repeat(3000)}`,
      }),
    'either',
  ],
  ['XML that never ends', () => docxWith({}, '<w:document><w:body><w:p>'), 'refused'],
  ['XML that is none', () => docxWith({}, '\u0000\u0001'), 'refused'],
  ['no document', () => zipSync({ 'a.txt': strToU8('x') }), 'refused'],
  ['an archive cut off', () => GOOD_DOCX.subarray(0, GOOD_DOCX.length >> 1), 'refused'],
  [
    'an archive with a byte changed',
    () => GOOD_DOCX.map((byte, at) => (at === 60 ? byte ^ 0xff : byte)),
    'either',
  ],
  [
    'a directory without end',
    () => Buffer.concat([latin1('PK\u0003\u0004'), megabytes(1, 'PK\u0001\u0002')]),
    'refused',
  ],
  ['two million characters', () => docxFile({ body: paragraph('会'.repeat(2_000_000)) }), 'refused'],
];

/** A document of a gigabyte, packed small: the packer is given what repeats. */
function deep(size: number): Uint8Array {
  return megabytes(Math.min(size, 256), ' ');
}

const pdfObject = (dictionary: string, stream: Uint8Array): Uint8Array =>
  Buffer.concat([
    latin1(
      `%PDF-1.5\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 5 0 R>>endobj 5 0 obj<<${dictionary}/Length ${String(stream.length)}>>stream\n`,
    ),
    stream,
    latin1('\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF'),
  ]);

const PDF: readonly Row[] = [
  ['a bomb', () => pdfObject('/Filter/FlateDecode', deflateSync(megabytes(256, ' '))), 'refused'],
  [
    'a bomb within a bomb',
    () => pdfObject('/Filter[/FlateDecode/FlateDecode]', deflateSync(deflateSync(megabytes(512, ' ')))),
    'refused',
  ],
  ['only its first line', () => latin1('%PDF-1.7\n'), 'refused'],
  ['cut off', () => GOOD_PDF.subarray(0, GOOD_PDF.length >> 1), 'refused'],
  [
    'a byte changed in the table',
    () => GOOD_PDF.map((byte, at) => (at === GOOD_PDF.length - 40 ? 0x39 : byte)),
    'either',
  ],
  [
    'pages that are their own children',
    () =>
      latin1(
        '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj trailer<</Root 1 0 R>>\n%%EOF',
      ),
    'refused',
  ],
  [
    'a billion pages',
    () =>
      latin1(
        '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 1000000000>>endobj trailer<</Root 1 0 R>>\n%%EOF',
      ),
    'refused',
  ],
  ['a page of no size', () => pdfFile([]), 'refused'],
  [
    'a script that opens',
    () =>
      latin1(
        '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj trailer<</Root 1 0 R>>\n%%EOF',
      ),
    'refused',
  ],
  [
    'a file to launch',
    () =>
      latin1(
        '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/Launch/F(cmd.exe)>>>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj trailer<</Root 1 0 R>>\n%%EOF',
      ),
    'refused',
  ],
  [
    'an object that is itself',
    () => latin1('%PDF-1.4\n1 0 obj 1 0 R endobj trailer<</Root 1 0 R>>\n%%EOF'),
    'refused',
  ],
  [
    'arrays nested deep',
    () => latin1(`%PDF-1.4\n1 0 obj${'['.repeat(100_000)}endobj trailer<</Root 1 0 R>>\n%%EOF`),
    'refused',
  ],
  [
    'a password',
    () =>
      latin1(
        '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj 3 0 obj<</Filter/Standard/V 1/R 2/O(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa)/U(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa)/P -4>>endobj trailer<</Root 1 0 R/Encrypt 3 0 R/ID[(a)(a)]>>\n%%EOF',
      ),
    'refused',
  ],
  ['zeros behind its head', () => Buffer.concat([latin1('%PDF-1.7\n'), megabytes(10, '\u0000')]), 'refused'],
];

const HTML: readonly Row[] = [
  ['elements nested deep', () => latin1(`<html><body>${'<div>'.repeat(100_000)}x`), 'refused'],
  ['formatting nested deep', () => latin1(`<html><body>${'<b><p>'.repeat(3000)}x`), 'either'],
  [
    'attributes without end',
    () => latin1(`<p ${Array.from({ length: 100_000 }, (_, at) => `a${String(at)}=1`).join(' ')}>x</p>`),
    'read',
  ],
  ['a page of 9 MB', () => megabytes(9, '<p>x</p>'), 'refused'],
  ['no end tag', () => latin1('<script>'.repeat(10_000)), 'refused'],
  ['a comment without end', () => latin1(`<!--${'-'.repeat(1_000_000)}`), 'refused'],
];

const PLAIN: readonly NamedRow[] = [
  ['one line of 10 MB', 'a.txt', () => megabytes(10, '会'), 'refused'],
  ['one line of 10 MB as Markdown', 'a.md', () => megabytes(10, 'x'), 'refused'],
  ['10 MB of line ends', 'a.txt', () => megabytes(10, '\n'), 'refused'],
  ['10 MB of zeros', 'a.txt', () => megabytes(10, '\u0000'), 'refused'],
  ['one line just within the limit', 'a.txt', () => strToU8(TEXT + '会议强调，'.repeat(60_000)), 'read'],
  ['half a pair', 'a.txt', () => Buffer.concat([strToU8(TEXT), Uint8Array.of(0xed, 0xa0, 0x80)]), 'either'],
  ['an overlong form', 'a.txt', () => Buffer.concat([strToU8(TEXT), Uint8Array.of(0xc0, 0xbc)]), 'either'],
  ['a byte order mark alone', 'a.txt', () => Uint8Array.of(0xef, 0xbb, 0xbf), 'refused'],
  ['UTF-16 cut off', 'a.txt', () => Uint8Array.of(0xff, 0xfe, 0x4f), 'refused'],
  ['half a pair in UTF-16', 'a.txt', () => Uint8Array.of(0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00), 'refused'],
  ['UTF-32', 'a.txt', () => Uint8Array.of(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0), 'either'],
  [
    'a picture under another name',
    'a.txt',
    () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff, 0xd8),
    'refused',
  ],
  ['a program under another name', 'a.docx', () => latin1('MZ\u0090\u0000'), 'refused'],
  ['a file of 65 MB', 'a.txt', () => megabytes(65, 'x'), 'refused'],
  ['nothing', 'a.docx', () => new Uint8Array(), 'refused'],
  ['a kind nobody knows', 'a.exe', () => latin1('x'), 'refused'],
  ['a name without ending', 'a', () => latin1('x'), 'refused'],
  ['a name that climbs', '../../a.txt', () => strToU8(TEXT), 'read'],
  ['RTF', 'a.doc', () => latin1('{\\rtf1 {\\object\\objemb x}}'), 'refused'],
  ['an archive in an archive', 'a.docx', () => zipSync({ 'a.docx': GOOD_DOCX }), 'refused'],
];

/** Every hostile file, named. */
export const FILES: readonly HostileFile[] = [
  ...DOCX.map((row) => named('a.docx', row)),
  ...PDF.map((row) => named('a.pdf', row)),
  ...HTML.map((row) => named('a.html', row)),
  ...PLAIN.map(([name, fileName, bytes, outcome]) => ({ name, fileName, bytes, outcome })),
];

function named(fileName: string, [name, bytes, outcome]: Row): HostileFile {
  return { name, fileName, bytes, outcome };
}
