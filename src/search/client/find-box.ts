import { button, element } from './element.ts';
import { createHits, type Hits } from './hits.ts';

/**
 * The box that finds words in one record: `opener` opens it; Enter and Shift+Enter go from hit to hit, Escape
 * closes it. `input` opens it at once, at the hit in the linked part.
 */
export function createFindBox(record: Element, opener: HTMLElement, input: string | null): HTMLElement {
  const field = element('input', { type: 'search', name: 'find', autocomplete: 'off', enterkeyhint: 'next' });
  const count = element('output', { class: 'find-count' });
  const place = createPlace(createHits(record), count);
  const open = (): void => {
    show(true);
    field.focus();
    field.select();
  };
  const close = (): void => {
    place.find('', null);
    show(false);
    // Who has read on stays where the last hit was, though the button is further up.
    opener.focus({ preventScroll: true });
  };
  opener.addEventListener('click', open);
  const form = element(
    'form',
    { class: 'find-form', role: 'search', 'aria-label': '在本份纪要中查找', hidden: true },
    element('label', {}, element('span', { class: 'visually-hidden' }, '在本份纪要中查找'), field),
    count,
    stepButton('上一处', place, -1),
    stepButton('下一处', place, 1),
    button('关闭', close, { class: 'find-button' }),
  );
  const show = (isOpen: boolean): void => {
    form.hidden = !isOpen;
    document.documentElement.classList.toggle('finding', isOpen);
  };
  field.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) place.find(field.value, null);
  });
  field.addEventListener('compositionend', () => {
    place.find(field.value, null);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    place.step(1);
  });
  form.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') close();
    if (event.key !== 'Enter' || !event.shiftKey) return;
    event.preventDefault();
    place.step(-1);
  });
  if (input !== null) {
    show(true);
    field.value = input;
    place.find(input, document.getElementById(decodeURIComponent(location.hash.slice(1))));
  }
  return element('div', { class: 'find' }, form);
}

function stepButton(text: string, place: Place, by: 1 | -1): HTMLButtonElement {
  const step = (): void => {
    place.step(by);
  };
  return button(text, step, { class: 'find-button' });
}

/** Which hit is shown, and the words that say so. */
interface Place {
  /** Finds an input; begins at the linked part without moving the page, else at the first hit. */
  find(input: string, linked: Element | null): void;
  /** The next or previous hit; behind the last one the first. */
  step(by: 1 | -1): void;
}

function createPlace(hits: Hits, count: HTMLOutputElement): Place {
  let total = 0;
  let current = 0;
  const tell = (): void => {
    count.value = total === 0 ? '没有' : `第 ${String(current + 1)} 处，共 ${String(total)} 处`;
  };
  return {
    find(input, linked) {
      total = hits.find(input);
      current = hits.firstFrom(linked);
      hits.show(current, linked === null);
      if (input.trim() === '') count.value = '';
      else tell();
    },
    step(by) {
      if (total === 0) return;
      current = (current + by + total) % total;
      hits.show(current, true);
      tell();
    },
  };
}
