import { checkAgenda } from './agenda.ts';
import { checkApproximateNumbers } from './approximate-numbers.ts';
import { checkAttendanceForm } from './attendance-form.ts';
import { checkBrokenPhrases } from './broken-phrases.ts';
import { checkBureauVariants } from './bureau-variants.ts';
import { checkBureaus } from './bureaus.ts';
import type { CollectionRule } from './collection-rule.ts';
import { checkControlCharacters } from './control-characters.ts';
import { checkDateForms } from './date-forms.ts';
import { checkDates } from './dates.ts';
import { checkDisclosure } from './disclosure.ts';
import { checkDistributionForm } from './distribution-form.ts';
import { checkDocumentNumbers } from './document-numbers.ts';
import { checkDoubledWords } from './doubled-words.ts';
import { checkEmptyBody } from './empty-body.ts';
import { checkExtractionSpaces } from './extraction-spaces.ts';
import { checkFixedPhrases } from './fixed-phrases.ts';
import { checkForbiddenWords } from './forbidden-words.ts';
import { checkHabitNames } from './habit-names.ts';
import { checkHalfWidth } from './half-width.ts';
import { checkHeadingEnds } from './heading-ends.ts';
import { checkHtml } from './html.ts';
import { checkImpossibleDates } from './impossible-dates.ts';
import { checkInnerSpaces } from './inner-spaces.ts';
import { checkItemNumbers } from './item-numbers.ts';
import { checkItemParts } from './item-parts.ts';
import { checkItems } from './items.ts';
import { checkLeaders } from './leaders.ts';
import { checkLookAlikes } from './look-alikes.ts';
import { checkMistakenWords } from './mistaken-words.ts';
import { checkNestedMarks } from './nested-marks.ts';
import { checkNumberRanges } from './number-ranges.ts';
import { checkNumberingForms } from './numbering-forms.ts';
import { checkOddCharacters } from './odd-characters.ts';
import { checkOutdatedBureaus } from './outdated-bureaus.ts';
import { checkPairedMarks } from './paired-marks.ts';
import { checkParagraphs } from './paragraphs.ts';
import { checkPointNumbers } from './point-numbers.ts';
import { checkPublished } from './published.ts';
import { checkRareCharacters } from './rare-characters.ts';
import { checkSensitiveFigures } from './sensitive-figures.ts';
import { checkStraightQuotes } from './straight-quotes.ts';
import { checkTitleSeparators } from './title-separators.ts';
import { checkTitleVariants } from './title-variants.ts';
import { checkToFill } from './to-fill.ts';
import { checkTraditionalCharacters } from './traditional-characters.ts';
import { checkWeekdays } from './weekdays.ts';
import type { Rule } from './rule.ts';
import { checkSeries } from './series.ts';

/** Every rule, in the order in which a person would mend: what may go out, then the text, then its parts. */
export const RULES: readonly Rule[] = [
  checkDisclosure,
  checkPublished,
  checkEmptyBody,
  checkToFill,
  checkControlCharacters,
  checkOddCharacters,
  checkLookAlikes,
  checkTraditionalCharacters,
  checkRareCharacters,
  checkHtml,
  checkFixedPhrases,
  checkBrokenPhrases,
  checkForbiddenWords,
  checkLeaders,
  checkItems,
  checkParagraphs,
  checkItemNumbers,
  checkPointNumbers,
  checkNumberingForms,
  checkHeadingEnds,
  checkDates,
  checkImpossibleDates,
  checkWeekdays,
  checkDateForms,
  checkDocumentNumbers,
  checkNumberRanges,
  checkApproximateNumbers,
  checkSensitiveFigures,
  checkPairedMarks,
  checkNestedMarks,
  checkStraightQuotes,
  checkTitleSeparators,
  checkHalfWidth,
  checkExtractionSpaces,
  checkInnerSpaces,
  checkDoubledWords,
  checkMistakenWords,
  checkAgenda,
  checkTitleVariants,
  checkItemParts,
  checkBureaus,
  checkOutdatedBureaus,
  checkBureauVariants,
  checkHabitNames,
  checkAttendanceForm,
  checkDistributionForm,
];

/** Every rule over all minutes together. */
export const COLLECTION_RULES: readonly CollectionRule[] = [checkSeries];
