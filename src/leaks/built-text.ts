import { HARD_BREAK } from './normal-text.ts';

/** How the text of a built file is written down. */
export type TextForm = 'markup' | 'xml' | 'json' | 'csv' | 'plain';

/** Elements within a line of text: what stands on both sides is read as one word. */
const INLINE: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite code del dfn em font i ins kbd mark q ruby rp rt s samp small span strong sub sup time tspan u var wbr'.split(
    ' ',
  ),
);
/** Of the elements in Word's text only these end a line; the others are parts of one. */
const WORD_BREAKS: ReadonlySet<string> = new Set(['w:p', 'w:tc', 'w:tr']);
/** Attributes that hold words or numbers: titles, descriptions, labels, addresses of pages. */
const TELLING = /[^\x00-\x7f]|\d{6}/;
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
      return markupText(source, breakOf);
    case 'xml':
      return markupText(source, () => HARD_BREAK);
    case 'json':
      return source.includes('\\') ? source.replaceAll(ESCAPE, unescape) : source;
    case 'csv':
      return source.replaceAll(/\r?\n/g, `${HARD_BREAK}\n`);
    case 'plain':
      return source;
    default:
      return form satisfies never;
  }
}

/** What stands in the place of a tag. */
function breakOf(name: string): string {
  if (name === 'br') return '\n';
  const inline = name.startsWith('w:') ? !WORD_BREAKS.has(name) : INLINE.has(name);
  return inline ? '\u200b' : HARD_BREAK;
}

/** The name of the element of a tag, `/` taken away. */
function nameOf(tag: string): string {
  const start = tag.charCodeAt(1) === SLASH ? 2 : 1;
  let end = start;
  while (end < tag.length && tag.charCodeAt(end) > SPACE && !ENDS_NAME.has(tag.charCodeAt(end))) end++;
  return tag.slice(start, end).toLowerCase();
}

const SPACE = 0x20;
const SLASH = 0x2f;
const ENDS_NAME: ReadonlySet<number> = new Set([SLASH, 0x3e]);

function markupText(source: string, replace: (name: string) => string): string {
  const texts: string[] = [];
  const values: string[] = [];
  /** Most tags are a few, without attributes. */
  const known = new Map<string, string>();
  let at = 0;
  for (;;) {
    const open = source.indexOf('<', at);
    const close = open === -1 ? -1 : source.indexOf('>', open);
    if (close === -1) break;
    const tag = source.slice(open, close + 1);
    if (open > at) texts.push(source.slice(at, open));
    let replacement = known.get(tag);
    if (replacement === undefined) {
      replacement = replace(nameOf(tag));
      if (!tag.includes('=')) known.set(tag, replacement);
      else if (TELLING.test(tag)) {
        for (const match of tag.matchAll(VALUE)) values.push(match[1] ?? match[2] ?? '');
      }
    }
    texts.push(replacement);
    at = close + 1;
  }
  texts.push(source.slice(at));
  return decodeEntities([texts.join(''), ...values].join(HARD_BREAK));
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
