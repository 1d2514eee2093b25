/**
 * What a passage of generated text is meant to say. Marks are written into the text as private
 * characters while it is put together and taken out again when it is finished, so that whatever
 * happens to the text in between (order, width of signs) happens to the truth too.
 */
export type MarkKind = 'reporter' | 'duty' | 'issuer' | 'document';

export interface Marked {
  readonly kind: MarkKind;
  readonly text: string;
}

const KINDS: readonly MarkKind[] = ['reporter', 'duty', 'issuer', 'document'];
const OPEN = 0xe000;
const CLOSE = '\ue00f';
const MARK = /([\ue000-\ue00e])([^\ue00f]*)\ue00f/gu;

export function mark(kind: MarkKind, text: string): string {
  return String.fromCharCode(OPEN + KINDS.indexOf(kind)) + text + CLOSE;
}

/** The marked passages in text order. */
export function readMarks(text: string): readonly Marked[] {
  return Array.from(text.matchAll(MARK), ([, open = '', inner = '']) => ({
    kind: KINDS[open.charCodeAt(0) - OPEN] ?? 'document',
    text: inner,
  }));
}

export function removeMarks(text: string): string {
  return text.replaceAll(/[\ue000-\ue00f]/gu, '');
}
