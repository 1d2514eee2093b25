/**
 * The documents of a year that grew long moved to the pages of its months. Who comes with the address of one of them
 * is led to the item that the document was considered under, which never moves (R1.9).
 */
const [, year, number, item] = /^#d-(\d{4})-([a-z0-9-]+)-(item-\d+)$/u.exec(location.hash) ?? [];
const minutes = document.querySelector<HTMLElement>('.by-month')?.dataset['minutes'];
if (minutes !== undefined && year !== undefined && number !== undefined && item !== undefined)
  location.replace(`${minutes}${year}/${number}/#${item}`);
