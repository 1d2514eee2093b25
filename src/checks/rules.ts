import { checkAgenda } from './agenda.ts';
import { checkBureaus } from './bureaus.ts';
import { checkControlCharacters } from './control-characters.ts';
import { checkDates } from './dates.ts';
import { checkDisclosure } from './disclosure.ts';
import { checkEmptyBody } from './empty-body.ts';
import { checkHtml } from './html.ts';
import { checkItemNumbers } from './item-numbers.ts';
import { checkItems } from './items.ts';
import { checkParagraphs } from './paragraphs.ts';
import { checkPointNumbers } from './point-numbers.ts';
import { checkPublished } from './published.ts';
import type { Rule } from './rule.ts';

/** Every rule, in the order in which a person would mend: what may go out, then the text, then its parts. */
export const RULES: readonly Rule[] = [
  checkDisclosure,
  checkPublished,
  checkEmptyBody,
  checkControlCharacters,
  checkHtml,
  checkItems,
  checkParagraphs,
  checkItemNumbers,
  checkPointNumbers,
  checkDates,
  checkAgenda,
  checkBureaus,
];
