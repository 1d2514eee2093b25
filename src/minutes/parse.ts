import type { Diagnostic } from './diagnostics.ts';
import { readDocument } from './document.ts';
import type { BureauLexicon } from './lexicon.ts';
import { isTextBlock, type Minutes } from './model.ts';
import { readAttendance } from './parse/attendance.ts';
import { readFoot } from './parse/foot.ts';
import { overrideHead, readHead } from './parse/head.ts';
import { readItem } from './parse/item.ts';
import { findRepeatedHead, overrideItems } from './parse/override.ts';
import { linesWithin, readLines } from './parse/lines.ts';
import { outlineOf } from './parse/outline.ts';
import { readCompact } from './parse/reading.ts';

import type { Place, Span } from './places.ts';

/** One set of minutes with the findings of reading it and the way back to its file. */
export interface Parsed {
  readonly minutes: Minutes;
  readonly diagnostics: readonly Diagnostic[];
  /** Spans of the source that staff withhold; what stands there is in no part of the minutes. */
  readonly withheld: readonly Span[];
  /** The place in the source file of a span of `minutes.text`. */
  place(span: Span): Place;
  /** The place of a front matter field's value. */
  placeOf(field: string): Place;
}

/**
 * Reads one Markdown file of minutes. Never throws on bad input and never guesses: what can't be
 * read is null or empty, and the official text is kept whole whatever happens.
 *
 * @param path path of the file for findings; the id is what stands below `minutes/`, without `.md`
 */
export function parseMinutes(source: string, path: string, lexicon: BureauLexicon): Parsed {
  const document = readDocument(source, path);
  const reading = readCompact(document.text);
  const lines = readLines(reading, document.blocks.filter(isTextBlock));
  const outline = outlineOf(reading, lines);
  const headLines = linesWithin(lines, outline.head);
  const tailLines = linesWithin(lines, outline.tail);
  const foot = readFoot(
    reading,
    [...headLines, ...tailLines].map(({ span }) => span),
  );
  const headRead = readHead(reading, outline.head, headLines, foot, lines.slice(-3));
  const head = overrideHead(headRead, document.frontMatter.overrides);
  const itemsRead = outline.items.map((item, index) => readItem(reading, item, index + 1, lexicon));
  const { items, diagnostics } = overrideItems(reading, itemsRead, document.frontMatter, path, lexicon);
  const { disclosure, disclosureReason, redaction, published, archived } = document.frontMatter;
  const minutes: Minutes = {
    id: idOf(path),
    path,
    text: document.text,
    blocks: document.blocks,
    head: { ...head, disclosure, disclosureReason, redaction, published, archived },
    items,
    attendance: readAttendance(reading, [...headLines, ...tailLines], lexicon),
    distribution: foot.distribution,
    foot: foot.foot,
  };
  return {
    minutes,
    diagnostics: [
      ...document.diagnostics,
      ...findRepeatedHead(headRead, document.frontMatter, path),
      ...diagnostics,
    ],
    withheld: document.withheld,
    place: (span) => document.place(span),
    placeOf: (field) => document.frontMatter.placeOf(field),
  };
}

/** `content/minutes/2022/013.md` → `2022/013`; a file elsewhere goes by its name alone. */
export function idOf(path: string): string {
  const name = path.replace(/\.[^./]*$/u, '');
  const below = /^(?:.*\/)?minutes\/(.+)$/u.exec(name);
  return below?.[1] ?? name.slice(name.lastIndexOf('/') + 1);
}
