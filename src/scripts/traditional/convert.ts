import { ConverterFactory } from 'opencc-js/core';
import STCharacters from 'opencc-js/dict/STCharacters';
import STPhrases from 'opencc-js/dict/STPhrases';

/** Simplified to traditional characters, word by word where words decide (皇后, 以後); the length stays. */
export const toTraditional: (text: string) => string = ConverterFactory([[STPhrases, STCharacters]]);
