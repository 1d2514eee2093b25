/**
 * Combines the filters of the register of a year: serves the form that is there with scripts alone, hides the
 * rows that don't fit, keeps the choice in the address, and says how long ago each meeting was.
 */
const form = document.querySelector<HTMLFormElement>('form.decision-form');
const bodies = [...document.querySelectorAll<HTMLTableSectionElement>('table.register tbody')];
const total = document.querySelector('.total');
const KINDS = ['outcome', 'state', 'bureau'] as const;
const DAY = 24 * 60 * 60 * 1000;
const BEIJING = 8 * 60 * 60 * 1000;

sayHowLongAgo();
if (form !== null) serveForm(form);

/** The pages print days, never how long ago they are: that would be wrong tomorrow. */
function sayHowLongAgo(): void {
  const today = Math.floor((Date.now() + BEIJING) / DAY);
  for (const time of document.querySelectorAll<HTMLTimeElement>('table.register .of-meeting time')) {
    const days = today - Date.parse(`${time.dateTime}T00:00:00Z`) / DAY;
    if (!Number.isInteger(days) || days < 0) continue;
    const ago = time.parentElement?.querySelector('.ago');
    if (ago) ago.textContent = days === 0 ? '今天' : `距今${String(days)}天`;
  }
}

function serveForm(shown: HTMLFormElement): void {
  // The page of one filter lists its rows alone; the page of the year has them all.
  const isWhole = shown.dataset['whole'] !== undefined;
  const asked = new URLSearchParams(location.search);
  if (isWhole)
    for (const field of shown.querySelectorAll<HTMLInputElement | HTMLSelectElement>('select, input'))
      field.value = asked.get(field.name) ?? '';
  const follow = (): void => {
    const chosen = chosenIn(shown);
    if (!isWhole) {
      location.assign(addressOf(shown.action, chosen));
      return;
    }
    history.replaceState(null, '', addressOf(location.pathname, chosen) + location.hash);
    apply(chosen);
  };
  shown.addEventListener('change', follow);
  if (isWhole) shown.addEventListener('input', follow);
  shown.addEventListener('submit', (event) => {
    event.preventDefault();
    follow();
  });
  shown.addEventListener('reset', (event) => {
    event.preventDefault();
    for (const field of shown.querySelectorAll<HTMLInputElement | HTMLSelectElement>('select, input'))
      field.value = '';
    follow();
  });
  if (isWhole && [...chosenIn(shown)].length > 0) apply(chosenIn(shown));
}

function chosenIn(shown: HTMLFormElement): URLSearchParams {
  const chosen = new URLSearchParams();
  for (const field of shown.querySelectorAll<HTMLInputElement | HTMLSelectElement>('select, input'))
    if (field.value.trim() !== '') chosen.set(field.name, field.value.trim());
  return chosen;
}

function addressOf(path: string, chosen: URLSearchParams): string {
  return chosen.size === 0 ? path : `${path}?${chosen.toString()}`;
}

function apply(chosen: URLSearchParams): void {
  const words = chosen.get('q') ?? '';
  let meetings = 0;
  let decisions = 0;
  for (const body of bodies) {
    let found = 0;
    for (const row of body.querySelectorAll<HTMLTableRowElement>('tr[data-outcome]')) {
      const fits =
        KINDS.every((kind) => fitsKind(row, kind, chosen.get(kind))) &&
        (row.querySelector('th')?.textContent ?? '').includes(words);
      row.hidden = !fits;
      if (fits) found++;
    }
    body.hidden = found === 0;
    if (found > 0) meetings++;
    decisions += found;
  }
  if (total !== null) total.textContent = `${String(meetings)}次会议，${String(decisions)}条议定事项`;
}

function fitsKind(row: HTMLTableRowElement, kind: string, id: string | null): boolean {
  return id === null || (row.dataset[kind] ?? '').split(' ').includes(id);
}
