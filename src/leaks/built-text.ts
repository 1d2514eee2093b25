import { HARD_BREAK } from './normal-text.ts';

/** How the text of a built file is written down. */
export type TextForm = 'markup' | 'xml' | 'json' | 'csv' | 'calendar' | 'plain';

/** Elements within a line of text: what stands on both sides is read as one word. */
const INLINE =
  'a abbr b bdi bdo cite code del dfn em font i ins kbd mark q ruby rp rt s samp small span strong sub sup time tspan u var wbr';
/** Of the elements in Word's text only paragraphs, cells and rows end a line; the others are parts of one. */
const WORD_INLINE = String.raw`w:(?!(?:p|tc|tr)[\s/>])[^\s/>]*`;
const INLINE_TAG = new RegExp(
  String.raw`</?(?:${INLINE.replaceAll(' ', '|')}|${WORD_INLINE})(?=[\s/>])[^<>]*>`,
  'gi',
);
const LINE_BREAK = /<\/?br(?=[\s/>])[^<>]*>/gi;
/** Not over a second `<`: that keeps a file of them linear, and what stands there stays to be looked at. */
const TAG = /<[^<>]*>/g;
/** A tag whose attributes hold words or numbers: titles, descriptions, labels, addresses of pages. */
const TELLING_TAG = /<[^<>]*(?:[^\x00-\x7f<>]|\d{6})[^<>]*>/g;
const VALUE = /=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/**
 * The texts of a built file as a reader meets them, apart by breaks that no number reaches over:
 * cells, rows and paragraphs are things of their own, tags within a sentence are none. What is no
 * text of that form is given as it is.
 */
export function builtText(source: string, form: TextForm): string {
  switch (form) {
    case 'markup':
      return markupText(source);
    case 'xml':
      return xmlText(source);
    case 'json':
      return source.includes('\\') ? source.replaceAll(ESCAPE, unescape) : source;
    case 'csv':
      return tableText(source);
    case 'calendar':
      return calendarText(source);
    case 'plain':
      return source;
    default:
      return form satisfies never;
  }
}

/** Its lines as a reader's program joins them (RFC 5545 3.1); each is a thing of its own. */
function calendarText(source: string): string {
  return source.replaceAll(/\r?\n[ \t]/g, '').replaceAll(/\r?\n/g, `${HARD_BREAK}\n`);
}

/** A cell in quotation marks stays as it is; the commas and line ends outside part cells and rows. */
function tableText(source: string): string {
  const rows = source.replaceAll(/\r?\n/g, `${HARD_BREAK}\n`);
  return rows.replaceAll(/"[^"]*"|,/g, (part) => (part === ',' ? `,${HARD_BREAK}` : part));
}

/** Most of a page is tags, a million in a large site, which the engine replaces faster than any loop. */
function markupText(source: string): string {
  const text = source
    .replaceAll(INLINE_TAG, '\u200b')
    .replaceAll(LINE_BREAK, '\n')
    .replaceAll(TAG, HARD_BREAK);
  return withValues(source, text);
}

function xmlText(source: string): string {
  return withValues(source, source.replaceAll(TAG, HARD_BREAK));
}

function withValues(source: string, text: string): string {
  const values = Array.from(source.matchAll(TELLING_TAG), ([tag]) =>
    Array.from(tag.matchAll(VALUE), (match) => match[1] ?? match[2] ?? ''),
  ).flat();
  return decodeEntities([text, ...values].join(HARD_BREAK));
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,5}));/gi,
    (entity, decimal, hex, name) => {
      if (typeof name === 'string') return ENTITIES[name.toLowerCase()] ?? entity;
      const point = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : entity;
    },
  );
}

const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|([bfnrt"\\/]))/g;
const ESCAPED: Readonly<Record<string, string>> = { b: ' ', f: ' ', n: '\n', r: '\r', t: '\t' };

function unescape(_: string, code: string | undefined, character: string | undefined): string {
  if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
  return ESCAPED[character ?? ''] ?? character ?? '';
}
