import { inText } from './rule.ts';
import type { Rule } from './rule.ts';

/** What `npm run new` writes where the official text is still to be written. */
export const TO_FILL = '〔待填〕';

/** What nobody filled in is no text of the minutes; brackets of any kind and width count. */
export const checkToFill: Rule = ({ minutes }) =>
  Array.from(minutes.text.matchAll(LEFT_OVER), ({ 0: found, index }) => ({
    code: 'body/to-fill',
    message: `这里还写着“${found}”`,
    hint: '换成原件上的文字；原件上没有的，删去这一处',
    at: inText(index, index + found.length),
  }));

const LEFT_OVER = /[〔[［【（(]\s*待填\s*[〕\]］】）)]/gu;
