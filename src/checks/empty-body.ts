import { inText } from './rule.ts';
import type { Rule } from './rule.ts';

/** A document without text is no minutes: the file was saved too early or cut off. */
export const checkEmptyBody: Rule = ({ minutes }) => {
  if (minutes.text.trim() !== '') return [];
  const message = '文件头下面没有正文';
  return [{ code: 'body/empty', message, hint: '在文件头下面贴上纪要全文', at: inText(0, 0) }];
};
