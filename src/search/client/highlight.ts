import { createFindBox } from './find-box.ts';

/**
 * On the page of a record: the box that finds words in it. A page opened from a result as
 * `…?hl=query#item-3` shows every hit of the query.
 */
const record = document.querySelector('[data-official]');
const opener = document.getElementById('find');
if (record !== null && opener !== null)
  document.body.append(createFindBox(record, opener, new URLSearchParams(location.search).get('hl')));
