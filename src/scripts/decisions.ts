/**
 * Combines the filters of the register of a year: serves the form that is there with scripts alone, hides the
 * rows that don't fit, keeps the choice in the address, and says how long ago each meeting was. The rows of a year
 * that is told month by month are fetched from the pages of its months, the newest first, once somebody asks.
 */
const form = document.querySelector<HTMLFormElement>('form.decision-form');
const table = document.querySelector<HTMLTableElement>('table.register');
const months = document.querySelector<HTMLElement>('.by-month');
const total = document.querySelector('.total');
const ofYear = total?.textContent ?? '';
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
  // The page of one filter or month lists its rows alone; the page of the year has them all.
  const isWhole = shown.dataset['whole'] !== undefined;
  const elsewhere = shown.dataset['months']?.split(' ') ?? [];
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
    show(shown, elsewhere);
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
  if (isWhole && [...chosenIn(shown)].length > 0) show(shown, elsewhere);
}

function show(shown: HTMLFormElement, elsewhere: string[]): void {
  const chosen = chosenIn(shown);
  if (months !== null && table !== null) {
    months.hidden = chosen.size > 0;
    table.hidden = chosen.size === 0;
  }
  if (chosen.size === 0 && months !== null) {
    if (total !== null) total.textContent = ofYear;
    return;
  }
  apply(chosen, elsewhere.length);
  if (elsewhere.length > 0) void fetchRows(shown, elsewhere);
}

let isFetching = false;

/** Takes the rows of one page of months after the other out of the list, and shows those that fit. */
async function fetchRows(shown: HTMLFormElement, elsewhere: string[]): Promise<void> {
  if (isFetching) return;
  isFetching = true;
  try {
    for (let [next] = elsewhere; next !== undefined; [next] = elsewhere) {
      // oxlint-disable-next-line no-await-in-loop -- the newest shall be shown first
      const response = await fetch(next);
      if (!response.ok) throw new Error(`${next}: ${String(response.status)}`);
      // oxlint-disable-next-line no-await-in-loop -- the same
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      table?.append(...page.querySelectorAll('table.register tbody'));
      elsewhere.shift();
      const chosen = chosenIn(shown);
      if (chosen.size > 0) apply(chosen, elsewhere.length);
    }
    sayHowLongAgo();
  } catch {
    if (total !== null) total.textContent += '，其余各月没有读到，请检查网络后再试';
  } finally {
    isFetching = false;
  }
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

/** @param left how many pages of months haven't been read yet */
function apply(chosen: URLSearchParams, left: number): void {
  const words = chosen.get('q') ?? '';
  let meetings = 0;
  let decisions = 0;
  for (const body of table?.tBodies ?? []) {
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
  const found = `${String(meetings)}次会议，${String(decisions)}条议定事项`;
  if (total !== null) total.textContent = left === 0 ? found : `${found}，还有${String(left)}个月正在读取`;
}

function fitsKind(row: HTMLTableRowElement, kind: string, id: string | null): boolean {
  return id === null || (row.dataset[kind] ?? '').split(' ').includes(id);
}
