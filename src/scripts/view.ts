/**
 * The switches of the elder view (R4.1, R4.2). A choice is kept in the browser, shows in the address so
 * that it can be shared, and leaves the reader at the same place. Without a script they aren't offered.
 */
type Setting = 'view' | 'size' | 'theme' | 'zh';

const root = document.documentElement;

for (const link of document.querySelectorAll<HTMLAnchorElement>('.to-elder, .to-normal')) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    const before = readingPlace();
    if (link.classList.contains('to-elder')) {
      choose('view', 'elder');
      root.dataset['size'] ??= kept('size') ?? 'normal';
      root.dataset['theme'] ??= kept('theme') ?? 'paper';
    } else {
      choose('view', 'normal');
      for (const name of ['view', 'size', 'theme']) Reflect.deleteProperty(root.dataset, name);
    }
    showChoices();
    before?.scrollIntoView();
  });
}

for (const button of document.querySelectorAll<HTMLButtonElement>('.elder-bar [data-set]')) {
  button.addEventListener('click', () => {
    const { set, value } = button.dataset;
    if ((set !== 'size' && set !== 'theme') || value === undefined) return;
    choose(set, value);
    showChoices();
  });
}

for (const link of document.querySelectorAll<HTMLAnchorElement>('.to-hant, .to-hans')) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    choose('zh', link.classList.contains('to-hant') ? 'hant' : 'hans');
    void showScript();
  });
}

showChoices();
if (root.dataset['zh'] === 'hant') void showScript();

/** The tables of characters are large and fetched only by who asks for them. */
async function showScript(): Promise<void> {
  const { showSimplified, showTraditional } = await import('./traditional/page.ts');
  if (root.dataset['zh'] === 'hant') showTraditional();
  else showSimplified();
}

function choose(setting: Setting, value: string): void {
  root.dataset[setting] = value;
  try {
    localStorage.setItem(`jiyao.${setting}`, value);
  } catch {
    // A browser that keeps nothing still shows the choice on this page and in its address.
  }
  const url = new URL(location.href);
  url.searchParams.set(setting, value);
  history.replaceState(history.state, '', url);
}

function kept(setting: Setting): string | null {
  try {
    return localStorage.getItem(`jiyao.${setting}`);
  } catch {
    return null;
  }
}

function showChoices(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('.elder-bar [data-set]')) {
    const { set = '', value } = button.dataset;
    button.setAttribute('aria-pressed', String(root.dataset[set] === value));
  }
}

/** What stands at the top of the window, once the reader has gone down the page. */
function readingPlace(): Element | undefined {
  if (window.scrollY < 200) return undefined;
  return [...document.querySelectorAll('main :is(p, li, h1, h2, h3, tr)')].find((element) => {
    const { top, height } = element.getBoundingClientRect();
    return top >= 0 && height > 0 && element.closest('nav') === null;
  });
}
