const WORDS = new Intl.Segmenter('zh-CN', { granularity: 'word' });
const HAN = /\p{Script=Han}/u;

/**
 * Cuts a title where a line may end: between two words of Chinese, so that no line of a title ends
 * inside a word. Never beside a digit or a bracket (第13号 stays whole). The parts in order are the text.
 */
export function phrasesOf(text: string): readonly string[] {
  const phrases: string[] = [];
  for (const { segment } of WORDS.segment(text)) {
    const last = phrases.at(-1);
    if (last !== undefined && !(HAN.test(last.slice(-1)) && HAN.test(segment.charAt(0))))
      phrases[phrases.length - 1] = last + segment;
    else phrases.push(segment);
  }
  return phrases;
}
