import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/importers/encoding.ts';
import { readSource } from '../../src/importers/read.ts';

const SAMPLE = '云川市人民政府常务会议纪要（虚构）\n第 8 号\n2031年3月4日，市长主持召开会议。\n';

/** UTF-16, which TextEncoder doesn't write. */
function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const concat = (...parts: readonly ArrayLike<number>[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => Array.from(part)));

/** “纪要，第 8 号” as Chinese Windows writes it. */
const GB_BYTES = [0xbc, 0xcd, 0xd2, 0xaa, 0xa3, 0xac, 0xb5, 0xda, 0x20, 0x38, 0x20, 0xba, 0xc5];
/** 〇 and 㐀: the second has four bytes, in GB18030 alone. */
const GB18030_BYTES = [0xa9, 0x96, 0x81, 0x39, 0xee, 0x39];

describe('decodeText', () => {
  test.for([
    ['UTF-8', utf8(SAMPLE), 'UTF-8'],
    ['UTF-8 with a mark', concat([0xef, 0xbb, 0xbf], utf8(SAMPLE)), 'UTF-8'],
    ['UTF-16LE with a mark', concat([0xff, 0xfe], utf16(SAMPLE, true)), 'UTF-16LE'],
    ['UTF-16BE with a mark', concat([0xfe, 0xff], utf16(SAMPLE, false)), 'UTF-16BE'],
    ['UTF-16LE', utf16(SAMPLE, true), 'UTF-16LE'],
    ['UTF-16BE', utf16(SAMPLE, false), 'UTF-16BE'],
  ] as const)('reads %s', ([, bytes, encoding]) => {
    expect(decodeText(bytes)).toEqual({ text: SAMPLE, encoding });
  });

  test('reads GB18030, the two-byte and the four-byte characters', () => {
    expect(decodeText(Uint8Array.from(GB_BYTES))).toEqual({ text: '纪要，第 8 号', encoding: 'GB18030' });
    expect(decodeText(Uint8Array.from(GB18030_BYTES))?.text).toBe('〇㐀');
  });

  test('takes control characters of an extracted PDF for UTF-8, not for UTF-16', () => {
    const text = '常务会议\u0000纪要\u0001\n— \u0002 —\n一、会议听取了汇报。\n';
    expect(decodeText(utf8(text))).toEqual({ text, encoding: 'UTF-8' });
  });

  test('reads any Chinese text back from UTF-8 and from UTF-16 with a mark', () => {
    const han = fc.string({
      unit: fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCharCode(code)),
      minLength: 1,
    });
    fc.assert(
      fc.property(han, (text) => {
        expect(decodeText(utf8(text))?.text).toBe(text);
        expect(decodeText(concat([0xff, 0xfe], utf16(text, true)))?.text).toBe(text);
        expect(decodeText(concat([0xfe, 0xff], utf16(text, false)))?.text).toBe(text);
      }),
    );
  });

  test('gives null for bytes that are no text', () => {
    expect(decodeText(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0x00]))).toBeNull();
  });
});

describe('readSource', () => {
  test('names the encoding in what it reads', async () => {
    const source = await readSource(Uint8Array.from(GB_BYTES), '纪要.txt');
    expect([source.format, source.encoding, source.blocks.map(({ text }) => text)]).toEqual([
      'txt',
      'GB18030',
      ['纪要，第 8 号'],
    ]);
  });

  test.for([
    ['纪要.xlsx', [1, 2, 3], '“纪要.xlsx”不是能导入的文件类型'],
    ['扫描.jpg', [0xff, 0xd8, 0xff], '“扫描.jpg”是图片，没有文字'],
    ['空.txt', [], '“空.txt”是空文件'],
    ['空白.txt', [0x20, 0x0a], '“空白.txt”里没有文字'],
    ['文件夹/旧.doc', [0xd0, 0xcf, 0x11, 0xe0], '“旧.doc”是旧格式，本机没有 LibreOffice，不能转换'],
    ['纪要.wps', [0xd0, 0xcf, 0x11, 0xe0], '“纪要.wps”是旧格式，本机没有 LibreOffice，不能转换'],
    ['纪要.ofd', [0x50, 0x4b, 0x03, 0x04, 0x00], '“纪要.ofd”是旧格式，本机没有 LibreOffice，不能转换'],
    ['坏.docx', [0x50, 0x4b, 0x03, 0x04, 0x00], '“坏.docx”不是能读的 Word 文件'],
    ['坏.pdf', [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31], '“坏.pdf”不是能读的 PDF 文件'],
    ['照片.txt', [0xff, 0xd8, 0xff, 0xe0, 0x00], '“照片.txt”不是文本，或者编码不认识'],
  ] as const)('refuses %s with a message', async ([name, bytes, message]) => {
    await expect(readSource(Uint8Array.from(bytes), name)).rejects.toThrow(message);
  });

  test('says how to save an old file as docx', async () => {
    const error: unknown = await readSource(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), '旧.doc').catch(
      (each: unknown) => each,
    );
    expect(error).toMatchObject({ hint: '用 Word 或 WPS 打开，“另存为”选“Word 文档 (*.docx)”，再导入 docx' });
  });

  test('reads a web page that was saved as .doc', async () => {
    const page = utf8('<html><body><p>会议听取了市水务局关于河道管护工作情况的汇报。</p></body></html>');
    const source = await readSource(page, '纪要.doc');
    expect([source.format, source.blocks.length]).toEqual(['html', 1]);
  });

  test('hands an old file to the converter it is given', async () => {
    const page = utf8('会议');
    const seen: string[] = [];
    const convert = (_: Uint8Array, ending: string) => {
      seen.push(ending);
      return Promise.resolve(null);
    };
    await expect(readSource(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), '旧.DOC', convert)).rejects.toThrow(
      '旧格式',
    );
    expect([seen, page.length]).toEqual([['doc'], 6]);
  });
});
