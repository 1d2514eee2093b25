import type { Paragraph, Heading, Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Diagnostic } from './diagnostics.ts';
import { readFrontMatter, type FrontMatter } from './front-matter.ts';
import type { Block, TextBlock } from './model.ts';
import { indexLines, type Place, type Span } from './places.ts';
import { cutBody } from './withheld.ts';

/** A source file taken apart: front matter, official text, and the way back to the file. */
export interface SourceDocument {
  readonly frontMatter: FrontMatter;
  /** The text blocks joined by `\n`. */
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Spans of the source between the marks of withheld passages; what stands there is in no text. */
  readonly withheld: readonly Span[];
  readonly diagnostics: readonly Diagnostic[];
  /** The place in the source file of a span of `text`. */
  place(span: Span): Place;
}

/**
 * CommonMark constructs that are switched off, so that the official text stays as printed: a `*`,
 * a `1.` or a `<` of the minutes is never a mark, and no HTML of a document can become markup.
 * What is left: ATX headings, paragraphs, backslash escapes.
 */
const LITERAL = [
  'attention',
  'autolink',
  'blockQuote',
  'characterReference',
  'codeFenced',
  'codeIndented',
  'codeText',
  'definition',
  'hardBreakEscape',
  'htmlFlow',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
  'list',
  'setextUnderline',
  'thematicBreak',
];

const processor = unified()
  .use(remarkParse)
  .data('micromarkExtensions', [{ disable: { null: LITERAL } }]);

/**
 * Reads one Markdown file of `content/minutes`. Never throws on bad input: faults of the front
 * matter are diagnostics, and whatever stands in the body is text.
 */
export function readDocument(source: string, path: string): SourceDocument {
  const { frontMatter, bodyStart, diagnostics } = readFrontMatter(source, path);
  const { parts, faults } = cutBody(source, bodyStart);
  const builder = new TextBuilder();
  const blocks: Block[] = [];
  for (const part of parts) {
    if (part.kind === 'text') blocks.push(...readBlocks(source, part.span, builder));
    else {
      const span = { start: builder.length, end: builder.length };
      blocks.push({ kind: 'withheld', depth: 0, span, reason: part.reason ?? '', basis: part.basis ?? '' });
    }
  }
  const lineIndex = indexLines(source);
  const { text, origins } = builder.finish();

  return {
    frontMatter,
    text,
    blocks,
    withheld: parts.flatMap((part) => (part.kind === 'withheld' ? [part.span] : [])),
    diagnostics: [
      ...diagnostics,
      ...faults.map(({ span, ...fault }) => ({ ...fault, path, place: lineIndex.place(span) })),
    ],
    place({ start, end }) {
      const from = origins[Math.min(start, origins.length - 1)] ?? bodyStart;
      const to = end > start ? (origins[Math.min(end, origins.length) - 1] ?? from) + 1 : from + 1;
      return lineIndex.place({ start: from, end: Math.max(from + 1, to) });
    },
  };
}

/** The headings and paragraphs of a stretch of the source; their text is added to what was read before. */
function readBlocks(source: string, { start: base, end }: Span, builder: TextBuilder): readonly TextBlock[] {
  const body = source.slice(base, end);
  const root: Root = processor.parse(body);
  return root.children.flatMap((node) => {
    if (node.type !== 'heading' && node.type !== 'paragraph') return [];
    return blockLines(body, node).map((lines) => {
      const start = builder.length === 0 ? 0 : builder.length + 1;
      if (builder.length > 0) builder.separate();
      for (const line of lines) builder.addLine(body, line, base);
      const depth = node.type === 'heading' ? node.depth : 0;
      return { kind: node.type, depth, span: { start, end: builder.length } };
    });
  });
}

/** Ends a sentence, so that a line break behind it is a paragraph's end and no wrapped line. */
const ENDS_PARAGRAPH = /[。！？：；”）!?:;)]$/u;
/** Opens a part of the minutes, so that a line break before it is no wrapped line either. */
const OPENS_PART =
  /^(?:[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十]{1,3}[）)]|(?:出|列|请|缺|记|主|抄|发|送)\s*(?:席|假|录|持|送)?\s*[：:])/u;

/**
 * The lines of a node, grouped into blocks. Staff who paste from Word leave no blank lines; a
 * break behind a sentence's end or before an ordinal or label is therefore a block's end, as is a line
 * that holds ideographic spaces alone, which is blank to everyone but Markdown.
 */
function blockLines(body: string, node: Heading | Paragraph): readonly (readonly Span[])[] {
  const first = node.children[0]?.position?.start.offset;
  const last = node.children.at(-1)?.position?.end.offset;
  if (first === undefined || last === undefined) return [];
  const groups: Span[][] = [];
  let previous: string | null = null;
  for (const line of splitLines(body, { start: first, end: last })) {
    const text = body.slice(line.start, line.end);
    const group = groups.at(-1);
    if (text === '') previous = null;
    else {
      if (group === undefined || previous === null || startsBlock(previous, text)) groups.push([line]);
      else group.push(line);
      previous = text;
    }
  }
  return groups;
}

/** Whether a line begins a block although no blank line stands before it. */
export function startsBlock(previous: string, line: string): boolean {
  return ENDS_PARAGRAPH.test(previous) || OPENS_PART.test(line);
}

/** The lines of a span, each without white space at its ends (ideographic space included). */
function splitLines(body: string, { start, end }: Span): Span[] {
  const lines: Span[] = [];
  let at = start;
  for (const part of body.slice(start, end).split(/\r\n|\n|\r/u)) {
    const lead = part.length - part.trimStart().length;
    lines.push({ start: at + lead, end: Math.max(at + lead, at + part.trimEnd().length) });
    at += part.length;
    at += body.startsWith('\r\n', at) ? 2 : 1;
  }
  return lines;
}

const ASCII_PUNCTUATION = /[!-/:-@[-`{-~]/;
const WIDE = /[\u2e80-\uffef“”‘’…—·]/u;

/** What stands between two lines of one block: nothing in Chinese text, a space between Latin words. */
export function glueOf(last: string, first: string): '' | ' ' {
  return WIDE.test(last) || WIDE.test(first) ? '' : ' ';
}

/** Collects the official text together with the source offset of each of its UTF-16 units. */
class TextBuilder {
  #parts: string[] = [];
  #origins: number[] = [];
  #last = '';

  get length(): number {
    return this.#origins.length;
  }

  separate(): void {
    this.#push('\n', this.#origins.at(-1) ?? 0);
  }

  /** Adds one line, taking escapes away; lines of one block join as Chinese text does. */
  addLine(body: string, { start, end }: Span, base: number): void {
    if (this.#last !== '' && this.#last !== '\n' && glueOf(this.#last, body.charAt(start)) !== '')
      this.#push(' ', base + start);
    for (let at = start; at < end; at++) {
      if (body[at] === '\\' && at + 1 < end && ASCII_PUNCTUATION.test(body.charAt(at + 1))) at++;
      this.#push(body.charAt(at), base + at);
    }
  }

  finish(): { text: string; origins: readonly number[] } {
    return { text: this.#parts.join(''), origins: this.#origins };
  }

  #push(unit: string, origin: number): void {
    this.#parts.push(unit);
    this.#origins.push(origin);
    this.#last = unit;
  }
}
