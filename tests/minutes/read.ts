import { readFileSync } from 'node:fs';
import { parseRegistry } from '../../src/corpus/registry.ts';
import { EMPTY_LEXICON, type BureauLexicon } from '../../src/minutes/lexicon.ts';
import type { Minutes } from '../../src/minutes/model.ts';
import { parseMinutes, type Parsed } from '../../src/minutes/parse.ts';

const FRONT_MATTER = '---\ndisclosure: 主动公开\npublished: 2024-05-20 09:00\n---\n\n';
const OPENING = '2024年5月11日下午，市长赵启明主持召开市政府第3次常务会议。会议纪要如下：';

/** Parses paragraphs given one by one, behind a valid front matter. */
export function parseText(...paragraphs: readonly string[]): Parsed {
  return parseMinutes(
    `${FRONT_MATTER}${paragraphs.join('\n\n')}\n`,
    'content/minutes/2024/003.md',
    EMPTY_LEXICON,
  );
}

/** The same behind an opening sentence, for tests of what comes after it. */
export function readAfterOpening(...paragraphs: readonly string[]): Minutes {
  return parseText(OPENING, ...paragraphs).minutes;
}

/** The registry of this repository's content. */
export function contentLexicon(): BureauLexicon {
  return parseRegistry(readFileSync('content/bureaus.yaml', 'utf8'), 'content/bureaus.yaml').registry.lexicon;
}

/** The Taicang document as the repository publishes it. */
export function readTaicang(): Parsed {
  const path = 'content/minutes/2022/013.md';
  return parseMinutes(readFileSync(path, 'utf8'), path, contentLexicon());
}
