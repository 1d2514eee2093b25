import type { Lists } from '../../corpus/lists.ts';
import { EMPTY_LEXICON } from '../../minutes/lexicon.ts';
import { parseMinutes } from '../../minutes/parse.ts';
import { fixBody } from './body.ts';
import { fixField } from './front-matter.ts';
import type { Hunk } from './hunk.ts';
import { readsAlike } from './reads-alike.ts';

/** A source as mended, and every place that changed, in the order of the file. */
export interface Fixed {
  readonly source: string;
  readonly hunks: readonly Hunk[];
}

/**
 * Mends what is mechanical in one file of minutes: the form of the front matter, line ends and blank
 * lines, paragraphs on several lines, white space that copying left. The words of the body never
 * change: were a visible character of it to differ, this throws, for that is a bug. A body with marks
 * of withheld passages stays as it is, for no slip may move a mark. A fixed source is fixed already.
 */
export function fixSource(source: string, path: string, lists: Lists): Fixed {
  const lines = source.replace(/^\uFEFF/u, '').split(/\r\n|\n|\r/u);
  const close = /^---[ \t]*$/u.test(lines[0] ?? '')
    ? lines.findIndex((line, at) => at > 0 && /^---[ \t]*$/u.test(line))
    : -1;
  const head = lines
    .slice(0, close + 1)
    .map((line) => (line.startsWith('---') ? line.trimEnd() : fixField(line)));
  const headHunks = head.flatMap((line, at): readonly Hunk[] =>
    line === lines[at] ? [] : [{ line: at + 1, before: [lines[at] ?? ''], after: [line] }],
  );
  const body = { lines: lines.slice(close + 1), first: close + 2, names: nameLines(source, path) };
  const marked = body.lines.some((line) => LIKE_MARK.test(line));
  const fixed = marked ? { lines: body.lines, hunks: [] } : fixBody(body, lists);
  const result = `${[...head, ...fixed.lines].join('\n').replace(/\n+$/u, '')}\n`;
  const [before, after] = [lines.slice(close + 1), result.split('\n').slice(close + 1)];
  if (!readsAlike(before, after)) throw new Error(`fixing ${path} would change its text`);
  return { source: result, hunks: [...headHunks, ...fixed.hunks] };
}

/** Wider than the marks of withheld passages are. */
const LIKE_MARK = /[:：]{2,}|with-?h[eo]ld/iu;

/** The lines of the lists of names, by number. */
function nameLines(source: string, path: string): ReadonlySet<number> {
  const parsed = parseMinutes(source, path, EMPTY_LEXICON);
  const { span } = parsed.minutes.attendance;
  if (span === null) return new Set();
  const from = parsed.place({ start: span.start, end: span.start + 1 });
  const to = parsed.place({ start: Math.max(span.start, span.end - 1), end: span.end });
  if (from.kind !== 'source' || to.kind !== 'source') return new Set();
  return new Set(Array.from({ length: to.line - from.line + 1 }, (_, index) => from.line + index));
}
