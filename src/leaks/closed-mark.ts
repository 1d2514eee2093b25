import type { Detector } from './detector.ts';
import { wordCue } from './words.ts';

const FORM = /[（(]此件(?:依申请公开|不予公开|不公开)[）)]/gu;

/**
 * SEC-ATTR: the mark of a document that isn't public. In sources the disclosure rule (R2.4) finds
 * more forms of it; this one is for what the site holds in the end. 此件删减后公开 may be published.
 */
export const closedMark: Detector = {
  cues: [wordCue(['此件依', '此件不'])],
  find: ({ normal: { text } }) =>
    [...text.matchAll(FORM)].map(({ 0: found, index }) => ({
      code: 'disclosure/mark-mismatch' as const,
      span: { start: index, end: index + found.length },
      masked: found,
    })),
};
