import { CITATION_FORMS, type CitationForm } from '../citation/forms.ts';
import { addressOf, parsePlaces, WHOLE, type CitationSource, type CitedPlace } from '../citation/source.ts';
import { copyText } from './copy-text.ts';

/**
 * One tap copies the citation of the minutes, of an item or of a point, in the form the reader chose
 * last, and says so to everyone. A plain script, no module: a page that was saved to disk runs it too.
 */

const REMEMBERED = 'jiyao-citation-form';
/** How long the word that it was copied stays, in milliseconds. */
const STAYS = 8000;
/** How much of a passage a highlighting link names. */
const QUOTED = 24;

/** The link alone, with the passage marked by browsers that can; an extra, as other browsers lose its anchor. */
const LINK = 'link';

function start(section: HTMLElement): void {
  const source: CitationSource = JSON.parse(section.dataset['source'] ?? '');
  const choice = formChoice();
  const toast = makeToast();
  const cite = async (place: CitedPlace): Promise<void> => {
    const text = citationOf(source, place, choice.value);
    const name = place.name === '' ? '本文' : place.name;
    if (await copyText(text)) toast.say(`已复制${name}的引文（${labelOf(choice.value)}）`, null);
    else toast.say('浏览器不让网页复制，请复制选中的文字', text);
  };
  choice.addEventListener('change', () => {
    remember(choice.value);
  });
  section.querySelector('h2')?.after(chooser(choice, makeButton('复制引文', WHOLE, cite)));
  for (const place of parsePlaces(section.dataset['places'] ?? ''))
    addButton(place, makeButton('引用', place, cite));
}

function citationOf(source: CitationSource, place: CitedPlace, form: string): string {
  if (isForm(form)) return CITATION_FORMS[form].write(source, place, today());
  const passage = place.anchor === '' ? '' : (document.getElementById(place.anchor)?.innerText ?? '');
  const quoted = passage.trim().split('\n', 1)[0]?.slice(0, QUOTED) ?? '';
  const address = addressOf(source, place);
  if (quoted === '') return address;
  return `${address}:~:text=${encodeURIComponent(quoted).replaceAll('-', '%2D')}`;
}

function isForm(form: string): form is CitationForm {
  return Object.hasOwn(CITATION_FORMS, form);
}

function labelOf(form: string): string {
  return isForm(form) ? CITATION_FORMS[form].label : '链接';
}

/** The day by the clock of Beijing, `YYYY-MM-DD`. */
function today(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
}

function formChoice(): HTMLSelectElement {
  const choice = document.createElement('select');
  for (const [form, { label }] of Object.entries(CITATION_FORMS)) choice.add(new Option(label, form));
  choice.add(new Option('链接，标出原句', LINK));
  const known = remembered();
  if (Array.from(choice.options).some(({ value }) => value === known)) choice.value = known;
  return choice;
}

function chooser(choice: HTMLSelectElement, button: HTMLButtonElement): HTMLElement {
  const row = document.createElement('p');
  const label = document.createElement('label');
  row.className = 'cite-row';
  label.append('格式', choice);
  row.append(label, button);
  return row;
}

function makeButton(
  text: string,
  place: CitedPlace,
  cite: (place: CitedPlace) => Promise<void>,
): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  button.className = 'cite-button';
  // No part of the official text: neither found in it nor read aloud.
  button.dataset['inferred'] = '';
  if (place.name !== '') button.setAttribute('aria-label', `引用${place.name}`);
  button.addEventListener('click', () => void cite(place));
  return button;
}

/** An item's button stands beside 复制链接 in what was read from it, a point's behind its text. */
function addButton({ anchor }: CitedPlace, button: HTMLButtonElement): void {
  const tools = document.querySelector(`.facts [data-copy="${anchor}"]`)?.parentElement;
  (tools ?? document.getElementById(anchor))?.append(button);
}

interface Toast {
  /** Says something; a text is shown, and selected, for copying by hand. */
  say(this: void, message: string, text: string | null): void;
}

function makeToast(): Toast {
  const box = document.createElement('div');
  const words = document.createElement('p');
  const field = document.createElement('textarea');
  const others = document.createElement('a');
  box.className = 'cite-toast';
  words.setAttribute('role', 'status');
  field.readOnly = true;
  field.setAttribute('aria-label', '引文');
  others.href = '#cite';
  others.textContent = '其他格式';
  box.append(words, field, others);
  document.body.append(box);
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    say(message, text) {
      clearTimeout(timer);
      words.textContent = message;
      field.hidden = text === null;
      box.classList.add('shown');
      if (text === null)
        timer = setTimeout(() => {
          box.classList.remove('shown');
          words.textContent = '';
        }, STAYS);
      else {
        field.value = text;
        field.select();
      }
    },
  };
}

function remembered(): string {
  try {
    return localStorage.getItem(REMEMBERED) ?? '';
  } catch {
    return '';
  }
}

function remember(form: string): void {
  try {
    localStorage.setItem(REMEMBERED, form);
  } catch {
    // Where nothing may be stored, nothing is remembered.
  }
}

const section = document.querySelector<HTMLElement>('#cite[data-source]');
if (section !== null) start(section);
