const WORDS = new Intl.Segmenter('zh-CN', { granularity: 'word' });
const HAN = /\p{Script=Han}/u;

/** Headings stand on many pages; looking for words takes longer than all else about them. */
const known = new Map<string, readonly string[]>();
const MOST = 20_000;

/**
 * Cuts a title where a line may end: between two words of Chinese, so that no line of a title ends
 * inside a word. Never beside a digit or a bracket (第13号 stays whole). The parts in order are the text.
 */
export function phrasesOf(text: string): readonly string[] {
  const phrases = known.get(text) ?? cut(text);
  if (known.size >= MOST) known.clear();
  known.set(text, phrases);
  return phrases;
}

function cut(text: string): readonly string[] {
  const phrases: string[] = [];
  for (const { segment } of WORDS.segment(text)) {
    const last = phrases.at(-1);
    if (last !== undefined && !(HAN.test(last.slice(-1)) && HAN.test(segment.charAt(0))))
      phrases[phrases.length - 1] = last + segment;
    else phrases.push(segment);
  }
  return phrases;
}
