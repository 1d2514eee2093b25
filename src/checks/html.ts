import { textAt } from '../minutes/model.ts';
import { inText } from './rule.ts';
import type { Rule } from './rule.ts';

/**
 * HTML tags and entities in the text: pasted from a web page. They are shown as printed, never as
 * markup, so the page is safe but wrong. Whatever a browser would take for the start of a tag counts
 * (HTML, 13.2.5.6: `<` and a letter, `/`, `!` or `?`). One finding per block, at the first.
 */
export const checkHtml: Rule = ({ minutes }) =>
  minutes.blocks.flatMap(({ span }) => {
    const match = MARK.exec(textAt(minutes, span));
    if (match === null) return [];
    const start = span.start + match.index;
    return [
      {
        code: 'body/html',
        message: `正文有 HTML 标记“${match[0]}”，页面会原样显示`,
        hint: '从网页复制时带进来的，删去；原件确有这些字符的，不用改',
        at: inText(start, start + match[0].length),
      },
    ];
  });

const MARK =
  /<(?:\/?[a-z][^<>\u2e80-\uffef]{0,300}>?|!--|[/!?][^\s\d])|&(?:[a-z]{2,8};|#\d{1,7};?|#x[0-9a-f]{1,6};?|(?:lt|gt|amp|quot|nbsp)(?![a-z]))/iu;
