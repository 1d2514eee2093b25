import { addButton } from './button.ts';

/** The button of the pages of bureaus and topics. */
for (const place of document.querySelectorAll<HTMLElement>('[data-follow]')) {
  const { follow, key = '', name = '', feed = '', href = '' } = place.dataset;
  if (follow === 'bureau' || follow === 'topic')
    addButton(place, '关注', () => ({ kind: follow, key, name, feed, href, seen: null }));
}
