/** A number from 0 to 1, the next of a series that a seed fixes. */
export type Random = () => number;

/** What copying and extraction do to a text, one kind at a time. The visible text stays the same. */
export interface Damage {
  readonly name: string;
  readonly apply: (text: string, random: Random) => string;
}

/** A generator of numbers that gives the same series for the same seed. */
export function randomFrom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Every kind of damage to the text itself; page marks are the only visible characters any adds. */
export const DAMAGES: readonly Damage[] = [
  { name: 'no blank lines', apply: (text) => paragraphs(text).join('\n') },
  { name: 'blank lines everywhere', apply: (text) => paragraphs(text).join('\n\n\n') },
  {
    name: 'full-width indents',
    apply: (text) =>
      paragraphs(text)
        .map((line) => `　　${line}`)
        .join('\n'),
  },
  { name: 'Windows line ends', apply: (text) => text.replaceAll('\n', '\r\n') },
  { name: 'old Macintosh line ends', apply: (text) => text.replaceAll('\n', '\r') },
  { name: 'hard wraps', apply: (text, random) => wrapped(text, random).join('\n') },
  {
    name: 'hard wraps and indents',
    apply: (text, random) => wrapped(text, random, '　　').join('\n'),
  },
  { name: 'hard wraps and page marks', apply: pageMarked },
  { name: 'page breaks inside paragraphs', apply: pageBroken },
  {
    name: 'spaces around digits',
    apply: (text) =>
      inBody(text, (line) => line.replace(/(?<=\p{Script=Han})(?=\d)|(?<=\d)(?=\p{Script=Han})/gu, ' ')),
  },
  {
    name: 'spaces inside numbers',
    apply: (text, random) =>
      inBody(text, (line) => line.replace(/(?<=\d)(?=\d)/gu, () => (random() < 0.3 ? ' ' : ''))),
  },
  {
    name: 'spaces at marks',
    apply: (text, random) =>
      inBody(text, (line) =>
        line.replace(/[《》“”（），、：]/gu, (mark) => (random() < 0.3 ? ` ${mark} ` : mark)),
      ),
  },
  {
    name: 'spaces between words',
    apply: (text, random) =>
      inBody(text, (line) =>
        line.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, () => (random() < 0.08 ? ' ' : '')),
      ),
  },
  {
    name: 'control characters',
    apply: (text, random) =>
      text.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, () =>
        random() < 0.02 ? String.fromCodePoint(Math.floor(random() * 8)) : '',
      ),
  },
  {
    name: 'zero-width spaces',
    apply: (text, random) =>
      text.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, () => (random() < 0.02 ? '\u200b' : '')),
  },
  {
    name: 'full-width digits',
    apply: (text) => text.replace(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  },
  { name: 'half-width brackets', apply: (text) => text.replaceAll('（', '(').replaceAll('）', ')') },
  {
    name: 'brackets of mixed width',
    apply: (text, random) =>
      text.replace(/[（）]/gu, (mark) => (random() < 0.5 ? mark.normalize('NFKC') : mark)),
  },
  {
    name: 'half-width commas and colons',
    apply: (text) => text.replaceAll('，', ',').replaceAll('：', ':'),
  },
  { name: 'padded names', apply: padded },
];

/** The same text in every encoding an office uses. */
export const ENCODINGS: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'UTF-8': (text) => new TextEncoder().encode(text),
  'UTF-8 with mark': (text) => new TextEncoder().encode(`\ufeff${text}`),
  'UTF-16LE with mark': (text) => utf16(`\ufeff${text}`, true),
  'UTF-16BE with mark': (text) => utf16(`\ufeff${text}`, false),
  'UTF-16LE': (text) => utf16(text, true),
  'UTF-16BE': (text) => utf16(text, false),
  GB18030: (text) => Uint8Array.from(Array.from(text).flatMap(gb18030)),
};

const CLOSING = /[，。、；：”’）》！？〉,.:;)]/u;
const OPENING = /[（《“‘〈〔(]$/u;
const ATTENDANCE = /^\s*(?:出\s*席|列\s*席|请\s*假|参加)/u;

function paragraphs(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

/** Lines as a page sets them: no closing mark at the beginning, no opening bracket at the end. */
function wrapped(text: string, random: Random, indent = ''): readonly string[] {
  const width = 24 + Math.floor(random() * 14);
  return paragraphs(text).flatMap((paragraph) => {
    const lines: string[] = [];
    let line = indent;
    for (const char of paragraph) {
      if (widthOf(line) >= width && !CLOSING.test(char)) {
        const opening = OPENING.exec(line)?.[0] ?? '';
        lines.push(line.slice(0, line.length - opening.length));
        line = opening;
      }
      line += char;
    }
    return [...lines, line];
  });
}

function widthOf(line: string): number {
  return Array.from(line).reduce((sum, char) => sum + (char < '\u0080' ? 0.5 : 1), 0);
}

function pageMarked(text: string, random: Random): string {
  const every = 12 + Math.floor(random() * 14);
  const form = Math.floor(random() * 4);
  return wrapped(text, random)
    .flatMap((line, index) => {
      if (index % every !== every - 1) return [line];
      const page = (index + 1) / every;
      return [line, [`— ${page} —`, `- ${page} -`, '—  —', `－${page}－`][form] ?? ''];
    })
    .join('\n');
}

/** A blank line inside a sentence, as a page break leaves it. */
function pageBroken(text: string, random: Random): string {
  return paragraphs(text)
    .map((paragraph) => {
      if (paragraph.length < 80 || random() < 0.5) return paragraph;
      const at = 30 + Math.floor(random() * (paragraph.length - 60));
      return `${paragraph.slice(0, at)}\n\n${paragraph.slice(at)}`;
    })
    .join('\n\n');
}

/** The text before the lists of names, where spaces have a meaning; the lists are left alone. */
function inBody(text: string, change: (line: string) => string): string {
  const lines = text.split('\n');
  const list = lines.findIndex((line) => ATTENDANCE.test(line));
  return lines.map((line, index) => (list >= 0 && index >= list ? line : change(line))).join('\n');
}

/** Two-character names as wide as three in a list of members. */
function padded(text: string): string {
  return text.replace(/^(出\s?席：)(.+)$/mu, (_, label: string, names: string) => {
    return label + names.replace(/(?<=[、：]|^)(\p{Script=Han})(\p{Script=Han})(?=[、。]|$)/gu, '$1　$2');
  });
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index++) {
    view.setUint16(index * 2, text.charCodeAt(index), littleEndian);
  }
  return new Uint8Array(view.buffer);
}

let twoBytes: ReadonlyMap<string, readonly number[]> | null = null;

/** The bytes of a character in the two-byte part of GB 18030, which holds all the fixtures use. */
function gb18030(char: string): readonly number[] {
  if (char < '\u0080') return [char.charCodeAt(0)];
  twoBytes ??= twoByteTable();
  const bytes = twoBytes.get(char);
  if (bytes === undefined) throw new Error(`no two bytes for ${char}`);
  return bytes;
}

function twoByteTable(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if (char.length === 1 && char !== '\ufffd' && !table.has(char)) table.set(char, [lead, trail]);
    }
  }
  return table;
}
