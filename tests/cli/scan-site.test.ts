import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keyOfScan, scanFiles, scanSite } from '../../src/cli/scan-site.ts';
import type { SiteScan } from '../../src/cli/scan-site.ts';

const CLEAN: SiteScan = { released: new Set(), withheld: new Set(), ownNames: ['云岭市人民政府办公室'] };
const MOBILE = '13812345678';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiyao-scan-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function put(path: string, bytes: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), bytes);
}

async function found(scan: SiteScan = CLEAN): Promise<readonly string[]> {
  return (await scanSite(folder, scan)).map(({ code, message, path }) => `${code} ${path} ${message}`);
}

describe('the scan of a built site', () => {
  test('takes no part of a date in a long calendar for a copy number, and misses no telephone', async () => {
    const event = (name: string): string =>
      `DTSTAMP:20190916T010000Z\r\nDTSTART;VALUE=DATE:20190916\r\nSUMMARY:${name}\r\n`;
    const events = event('常务会议').repeat(400);
    for (let at = 0; at < 80; at++) put(`${String(at)}.ics`, `NAME:${'x'.repeat(at)}\r\n${events}`);
    expect(await found()).toEqual([]);
    for (let at = 0; at < 80; at++)
      put(`${String(at)}.ics`, `NAME:${'x'.repeat(at)}\r\n${event(MOBILE).repeat(200)}`);
    const telephones = await found();
    expect(telephones.map((line) => line.split(' ')[0])).toEqual(['leak/mobile']);
    expect(telephones[0]).toContain('（共 16000 处）');
  });

  test('takes no digits of a folded calendar line for a copy number', async () => {
    put('calendar.ics', 'URL:https://example.org/minutes/2023\r\n 231214\r\nEND:VEVENT\r\n');
    expect(await found()).toEqual([]);
    put('calendar.txt', 'URL:https://example.org/minutes/2023\r\n 231214\r\nEND:VEVENT\r\n');
    expect((await found()).map((line) => line.split(' ')[0])).toEqual(['leak/secrecy-mark']);
  });

  test.each([
    ['a page', 'index.html', `<p>电话138<b>1234</b>5678</p>`],
    ['a description', 'index.html', `<meta name="Description" content="电话${MOBILE}">`],
    ['JSON', 'data/items.json', String.raw`[{"text":"电话138\n12345678"}]`],
    ['CSV', 'data/items.csv', `a,电话${MOBILE}\n`],
    ['a feed', 'feed.xml', `<feed><title>电话${MOBILE}</title></feed>`],
    ['a folded calendar', 'calendar.ics', `SUMMARY:电话1381234\r\n 5678\r\n`],
    ['plain text', 'minutes.txt', `电话${MOBILE}`],
    ['Markdown', 'minutes.md', `电话${MOBILE}`],
    ['the packed search index', 'pagefind/a1b2/text/2024/001.pack', gzipSync(`{"text":"电话${MOBILE}"}`)],
    [
      'a fragment of Pagefind',
      'pagefind/fragment/a.pf_fragment',
      gzipSync(`pagefind_dcd{"content":"电话${MOBILE}"}`),
    ],
    ['an SVG', 'map.svg', `<svg><text>电话<tspan>${MOBILE}</tspan></text></svg>`],
    ['an archive', 'all.zip', zipSync({ 'minutes/001.txt': strToU8(`电话${MOBILE}`) })],
    [
      'a Word file',
      'minutes.docx',
      zipSync({
        'word/document.xml': strToU8(
          '<w:p><w:r><w:t>电话138</w:t></w:r><w:r><w:t>12345678</w:t></w:r></w:p>',
        ),
      }),
    ],
    ['a file of an unknown kind', 'minutes.xyz', `电话${MOBILE}`],
  ])('finds a number in %s', async (_, path, bytes) => {
    put(path, bytes);
    expect(await found()).toEqual([expect.stringMatching(/^leak\/mobile 建成的站点 .*138\*\*\*\*5678/u)]);
  });

  test('tells one thing once, at the first file, with how often it stands', async () => {
    put('b.html', `<p>${MOBILE}</p>`);
    put('a.html', `<p>${MOBILE}</p><p>13912345678</p>`);
    expect(await found()).toEqual([
      'leak/mobile 建成的站点 a.html 有手机号码“138****5678”（共 2 处）',
      'leak/mobile 建成的站点 a.html 有手机号码“139****5678”',
    ]);
  });

  test('lets through what an exception released, and what only warns', async () => {
    put('a.html', `<p>${MOBILE}</p><p>0999-6543210</p>`);
    expect(await found({ ...CLEAN, released: new Set([`leak/mobile ${MOBILE}`]) })).toEqual([]);
  });

  test('finds a withheld sentence, whatever marks stand in it, and doesn’t quote it', async () => {
    put('a.html', '<p>谈判的<a href="#">底价</a>是\n三百万元整</p>');
    const findings = await found({ ...CLEAN, withheld: new Set(['谈判的底价是三百万元整']) });
    expect(findings).toEqual([expect.stringMatching(/^withheld\/repeated 建成的站点 a\.html/u)]);
    expect(findings.join('')).not.toContain('三百万');
  });

  test('looks at the named files alone when only those are new', async () => {
    put('a.html', `<p>${MOBILE}</p>`);
    put('minutes/b.html', `<p>13912345678</p>`);
    const findings = await scanFiles(folder, [join('minutes', 'b.html')], CLEAN);
    expect(findings.map(({ path, message }) => `${path} ${message}`)).toEqual([
      '建成的站点 minutes/b.html 有手机号码“139****5678”',
    ]);
  });

  test('has a key that changes with everything it is held against, and with nothing else', () => {
    const keys = [
      CLEAN,
      { ...CLEAN, released: new Set(['leak/mobile 1']) },
      { ...CLEAN, withheld: new Set(['leak/mobile 1']) },
      { ...CLEAN, ownNames: [] },
    ].map(keyOfScan);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keyOfScan({ ...CLEAN, released: new Set(['b', 'a']) })).toBe(
      keyOfScan({ ...CLEAN, released: new Set(['a', 'b']) }),
    );
  });

  test('leaves program code alone', async () => {
    put('_astro/page.js', `const size = 13812345678;`);
    expect(await found()).toEqual([]);
  });
});

describe('the properties of files', () => {
  test.each([
    [
      'the author of a Word file',
      'a.docx',
      zipSync({
        'docProps/core.xml': strToU8('<cp:coreProperties><dc:creator>沈言</dc:creator></cp:coreProperties>'),
      }),
      '作者“沈**”',
    ],
    [
      'tracked changes',
      'a.docx',
      zipSync({ 'word/document.xml': strToU8('<w:p><w:ins w:id="1"><w:r/></w:ins></w:p>') }),
      '未处理的修订',
    ],
    [
      'comments',
      'a.docx',
      zipSync({ 'word/document.xml': strToU8('<w:p><w:commentReference w:id="1"/></w:p>') }),
      '批注',
    ],
    [
      'hidden text',
      'a.docx',
      zipSync({ 'word/document.xml': strToU8('<w:rPr><w:vanish/></w:rPr>') }),
      '隐藏文字',
    ],
    [
      'the company',
      'a.xlsx',
      zipSync({ 'docProps/app.xml': strToU8('<Company>云岭公司</Company>') }),
      '单位“云**”',
    ],
    ['the position of a photograph', 'a.jpg', jpegWithPosition(), '拍摄地点'],
    ['the author of a picture', 'a.png', pngWithAuthor(), '作者“S**”'],
  ])('%s is told', async (_, path, bytes, name) => {
    put(path, bytes);
    expect(await found()).toEqual([`file/metadata 建成的站点 ${path} 文件带有${name}`]);
  });

  test('the author of a PDF is told, also where objects are compressed; our own name is fine', async () => {
    put('a.pdf', pdf('/Author (Shen Yan)'));
    put('b.pdf', pdf('/Author <FEFF6C888A00>', true));
    put('c.pdf', pdf('/Author <FEFF4E915CAD5E024EBA6C11653F5E9C529E516C5BA4>'));
    expect(await found()).toEqual([
      'file/metadata 建成的站点 a.pdf 文件带有作者“S**”',
      'file/metadata 建成的站点 b.pdf 文件带有作者“沈**”',
    ]);
  });
});

test('a PDF whose text can’t be read can’t be looked at, and is told', async () => {
  put('scan.pdf', '%PDF-1.5\n%%EOF');
  expect(await found()).toEqual(['file/metadata 建成的站点 scan.pdf 文件带有读不出文字的页面，无法检查']);
});

/** A JPEG header with an Exif block that has a latitude. */
function jpegWithPosition(): Uint8Array {
  const tiff = new DataView(new ArrayBuffer(64));
  [0x4d, 0x4d, 0, 42].forEach((byte, index) => {
    tiff.setUint8(index, byte);
  });
  tiff.setUint32(4, 8);
  tiff.setUint16(8, 1);
  tiff.setUint16(10, 0x8825);
  tiff.setUint32(18, 32);
  tiff.setUint16(32, 1);
  tiff.setUint16(34, 2);
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), Buffer.from(tiff.buffer)]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 2]),
    exif,
    Buffer.from([0xff, 0xd9]),
  ]);
}

function pngWithAuthor(): Uint8Array {
  return Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\x0dtEXtAuthor\0Shen Yan\0\0\0\0', 'latin1');
}

/** A PDF of one empty page that holds `info`; compressed, in a stream of objects. */
function pdf(info: string, compressed = false): Uint8Array {
  const page =
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 5 0 R/Resources<</Font<</F 6 0 R>>>>>>endobj 6 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj';
  const text = 'BT /F 12 Tf 50 700 Td (the minutes of a meeting) Tj ET';
  const content = `5 0 obj<</Length ${String(text.length)}>>stream\n${text}\nendstream endobj`;
  const packed = deflateSync(Buffer.from(`4 0 <<${info}>>`, 'latin1')).toString('latin1');
  const object = compressed
    ? `7 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${String(packed.length)}>>stream\n${packed}\nendstream endobj`
    : `4 0 obj<<${info}>>endobj`;
  return Buffer.from(`%PDF-1.5\n${page} ${content} ${object}\ntrailer<</Root 1 0 R>>\n%%EOF`, 'latin1');
}
