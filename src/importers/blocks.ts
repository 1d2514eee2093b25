/** The forms a document arrives in; the format decides how places are named to the clerk. */
export type SourceFormat = 'txt' | 'md' | 'html' | 'docx' | 'pdf';

/**
 * Where a block began in the source: the line of a text file, the paragraph of a Word file or web
 * page, the line on its page of a PDF. All from 1; `page` is null where the format has no pages.
 */
export interface SourcePlace {
  readonly page: number | null;
  readonly line: number;
}

/** From offset `at` of a block's text on, the text stood at `place`; the first origin is at 0. */
export interface Origin {
  readonly at: number;
  readonly place: SourcePlace;
}

/**
 * One run of text, as neutral as can be: readers make them, nothing behind a reader knows where
 * they came from. A `line` may be a piece of a paragraph (text files, PDF); a `paragraph` is one
 * that the format itself delimits; a `heading` carries the format's own mark and depth.
 */
export interface Block {
  readonly kind: 'line' | 'paragraph' | 'heading';
  /** 1 to 6 for a heading, else 0. */
  readonly depth: number;
  readonly text: string;
  readonly origins: readonly Origin[];
  /** Blank lines before it; 0 where the format has none. */
  readonly gap: number;
  /** How far the first line is set in, in characters of the body (em); 0 where unknown. */
  readonly indent: number;
  /** Where a line ends, as a share of the text's width; null where the format has no positions. */
  readonly fill: number | null;
  /** Whether it stands in the top or bottom margin of a page, where page numbers are. */
  readonly margin: boolean;
}

/** What a reader found that the text alone doesn't show: the clerk reads it in the report. */
export interface ReaderNote {
  readonly place: SourcePlace;
  readonly note: string;
  readonly excerpt: string;
  /** True where the clerk should look; false for what is only told. */
  readonly doubt: boolean;
}

/** One document, read and not yet repaired. */
export interface SourceBlocks {
  readonly format: SourceFormat;
  /** For show: “UTF-8”, “GB18030”; null where the format settles it. */
  readonly encoding: string | null;
  readonly blocks: readonly Block[];
  readonly notes: readonly ReaderNote[];
}

/** A block at one place, with the attributes that plain text has. */
export function blockAt(text: string, place: SourcePlace, rest: Partial<Block> = {}): Block {
  const plain = { kind: 'line', depth: 0, gap: 0, indent: 0, fill: null, margin: false } as const;
  return { ...plain, ...rest, text, origins: [{ at: 0, place }] };
}

/** Where the character at `offset` of the block stood in the source. */
export function placeAt(block: Block, offset: number): SourcePlace {
  let found: SourcePlace = { page: null, line: 1 };
  for (const { at, place } of block.origins) {
    if (at > offset) break;
    found = place;
  }
  return found;
}

/**
 * Control and invisible format characters, which extraction leaves behind. The joiners U+200C and
 * U+200D are not among them: they carry meaning in Uyghur, Mongolian and Tibetan.
 */
export const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]/;

const INVISIBLE_OR_SPACE = new RegExp(`[\\s\\u0085]|${INVISIBLE.source}`, 'g');

/** The characters that no repair may lose, add or move: all but white space and control characters. */
export function visibleText(text: string): string {
  return text.replace(INVISIBLE_OR_SPACE, '');
}
