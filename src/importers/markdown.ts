/** A block of the draft: depth 1 the title, 2 an item's heading, 0 a paragraph. */
export interface DraftBlock {
  readonly depth: number;
  readonly text: string;
}

/** The front matter of a draft; an empty string leaves the field for staff to fill in. */
export interface DraftFrontMatter {
  readonly disclosure: string;
  readonly published: string;
}

/** Writes a draft in the dialect of `content/minutes/`. */
export function writeMarkdown(front: DraftFrontMatter, blocks: readonly DraftBlock[]): string {
  const fields = [`disclosure: ${front.disclosure}`, `published: ${front.published}`];
  const head = ['---', ...fields.map((field) => field.trimEnd()), '---'].join('\n');
  const body = blocks.map(({ depth, text }) =>
    depth > 0 ? `${'#'.repeat(depth)} ${escapeHeading(text)}` : escapeText(text),
  );
  return `${[head, ...body].join('\n\n')}\n`;
}

/**
 * Escapes the things the dialect gives a meaning: `#` and `::` at the start of a paragraph, and a
 * backslash before ASCII punctuation (or at the end, where it could be taken for a line break).
 */
export function escapeText(text: string): string {
  return text.replace(/\\(?=[!-/:-@[-`{-~]|$)/g, '\\\\').replace(/^(?=#|::)/, '\\');
}

/** In a heading a closing run of `#` behind a space would be taken for its end mark. */
function escapeHeading(text: string): string {
  return escapeText(text).replace(/(^|\s)(#+)$/, '$1\\$2');
}
