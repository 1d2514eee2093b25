/** A value as it is compared: without white space and control characters; null stays null. */
export function bare(value: string | null): string | null {
  return value === null ? null : value.replace(/[\s\u0000-\u001f\u200b]+/gu, '');
}

/** The same without the marks that end a sentence: 。 ； ，. */
export function bareSentence(value: string | null): string | null {
  return bare(value)?.replace(/[。；，]+$/u, '') ?? null;
}
