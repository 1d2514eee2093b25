import type { Phrase } from '../corpus/lists.ts';
import type { NearMiss } from '../corpus/near-miss.ts';
import { findListed, isPartOf, overlaps } from './listed-words.ts';
import { inReading } from './rule.ts';
import type { Finding, Rule, Subject } from './rule.ts';

/**
 * P01: fixed phrases and leaders' names with their titles, one character wrong, missing, too many or
 * misplaced; and the sure mistakes that `lists/phrases.yaml` names. White space hides nothing.
 */
export const checkFixedPhrases: Rule = (subject) => {
  const near = nearMisses(subject);
  const sure = findListed(subject.lists.miswritten, subject).filter(
    (match) => !near.some((miss) => overlaps(miss, match)),
  );
  return [
    ...sure.map(({ start, end, value: { wrong, right } }) =>
      findingOf(subject, { start, end }, wrong, right),
    ),
    ...near.map(({ start, end, phrase }) =>
      findingOf(subject, { start, end }, subject.reading.text.slice(start, end), phrase),
    ),
  ];
};

function findingOf({ reading }: Subject, { start, end }: NearMiss, found: string, right: string): Finding {
  return {
    code: 'phrases/miswritten',
    message: `“${found}”疑似“${right}”的误写`,
    hint: `对照原件，改成“${right}”；确是另一种说法的，登记到 lists/phrases.yaml 的 except`,
    at: inReading(reading, start, end),
    replacement: right,
  };
}

interface PhraseMiss extends NearMiss {
  readonly phrase: string;
}

function nearMisses({ reading: { text }, lists }: Subject): readonly PhraseMiss[] {
  const found = lists.phrasePieces.find(text).flatMap(({ start, value: { phrase, piece } }) => {
    const miss = piece.find(text, start);
    const excepted =
      miss === null || text.slice(miss.start, miss.end).includes('\n') || isExcepted(text, miss, phrase);
    return excepted ? [] : [{ ...miss, phrase: phrase.text }];
  });
  if (found.length === 0) return [];
  const phrases = lists.phraseFinder.find(text);
  const terms = lists.terms.find(text);
  const once = new Map(found.map((miss) => [`${miss.start} ${miss.phrase}`, miss]));
  return [...once.values()].filter(
    (miss) =>
      !terms.some((term) => overlaps(term, miss)) &&
      !phrases.some((right) => overlaps(right, miss) && !isPart(right.value.text, miss.phrase)),
  );
}

/** 习近平 is right within 习近平经计思想, which is wrong all the same. */
function isPart(right: string, phrase: string): boolean {
  return right !== phrase && phrase.includes(right);
}

function isExcepted(text: string, miss: NearMiss, { except }: Phrase): boolean {
  return except.some((word) => {
    for (let at = text.indexOf(word, Math.max(0, miss.start - word.length)); at >= 0 && at < miss.end;) {
      if (at + word.length > miss.start) return true;
      at = text.indexOf(word, at + 1);
    }
    return isPartOf(text, miss, word);
  });
}
