import { isSame, readFollows, writeFollows, type Followed } from './follows.ts';
import { lookAt } from './look.ts';
import { marksOf, newsOf, type Item, type News, type Present } from './news.ts';
import { openSearch } from './search.ts';

const KINDS: Readonly<Record<Followed['kind'], string>> = { bureau: '机构', topic: '主题', search: '检索' };
const NO_NEWS: News = { fresh: [], corrected: [], withdrawn: [] };
/** So many new items are shown of each. */
const SHOWN = 20;

/** The page 我的关注: looks at each thing that is followed, one after the other, and tells what is new. */
async function run(place: HTMLElement): Promise<void> {
  const status = place.querySelector<HTMLElement>('[data-status]');
  const list = place.querySelector<HTMLElement>('[data-list]');
  if (status === null || list === null) return;
  const follows = readFollows();
  if (follows.length === 0) {
    status.textContent = '还没有关注。在机构、主题、检索页面上点“关注”，这里就会告诉您有没有新内容。';
    return;
  }
  status.textContent = '正在查看……';
  let withNews = 0;
  for (const followed of follows) {
    const part = document.createElement('section');
    list.append(part);
    const present = await lookAt(followed, openSearch).catch(() => null);
    const news = present === null ? null : newsOf(followed, present);
    if (news !== null && countOf(news) > 0) withNews++;
    show(part, followed, present, news);
  }
  status.textContent = `关注了${String(follows.length)}项，${withNews === 0 ? '没有新内容' : `${String(withNews)}项有新内容`}。`;
}

function countOf({ fresh, corrected, withdrawn }: News): number {
  return fresh.length + corrected.length + withdrawn.length;
}

function show(part: HTMLElement, followed: Followed, present: Present | null, news: News | null): void {
  const heading = document.createElement('h2');
  heading.append(linkTo(followed.href, followed.name));
  const kind = document.createElement('span');
  kind.className = 'note';
  kind.textContent = `　${KINDS[followed.kind]}`;
  heading.append(kind);
  const line = document.createElement('p');
  line.textContent = lineOf(followed, present, news);
  const buttons = document.createElement('p');
  buttons.className = 'follow';
  if (present !== null && news !== null && countOf(news) > 0)
    buttons.append(
      button(`把“${followed.name}”标为已看`, '标为已看', () => {
        keep(followed, present);
        show(part, { ...followed, seen: marksOf(present) }, present, NO_NEWS);
      }),
    );
  buttons.append(
    button(`不再关注“${followed.name}”`, '不再关注', () => {
      writeFollows(readFollows().filter((each) => !isSame(each, followed)));
      part.remove();
    }),
  );
  part.replaceChildren(heading, line, ...(news === null ? [] : listsOf(news)), buttons);
  // What was never looked at counts as seen from now on.
  if (present !== null && followed.seen === null) keep(followed, present);
}

function lineOf({ seen }: Followed, present: Present | null, news: News | null): string {
  if (present === null || news === null) return '没有取到：可能是网络不通，或者这个页面已经没有了。';
  if (seen === null) return `现有${String(present.items.length)}项，从现在起有新的会在这里列出。`;
  const parts = [
    ...(news.fresh.length > 0 ? [`有新内容：${String(news.fresh.length)}项`] : []),
    ...(news.corrected.length > 0 ? [`有改动：${String(news.corrected.length)}项`] : []),
    ...(news.withdrawn.length > 0 ? [`已撤回：${String(news.withdrawn.length)}项`] : []),
  ];
  return parts.length === 0 ? '没有新内容。' : `${parts.join('；')}。`;
}

function listsOf({ fresh, corrected, withdrawn }: News): readonly HTMLElement[] {
  const rows = [
    ...fresh.slice(0, SHOWN).map((item) => row(item, item.day)),
    ...corrected.slice(0, SHOWN).map((item) => row(item, `${item.day} 有改动`)),
    ...withdrawn.map(({ href, reason }) => row({ href, title: href }, `已撤回：${reason}`)),
  ];
  if (rows.length === 0) return [];
  const list = document.createElement('ul');
  list.className = 'entries';
  list.append(...rows);
  return [list];
}

function row({ href, title }: Pick<Item, 'href' | 'title'>, remark: string): HTMLLIElement {
  const entry = document.createElement('li');
  const note = document.createElement('span');
  note.className = 'note';
  note.textContent = remark;
  // Feeds give whole addresses; the site may be read at another than its own.
  const { pathname, hash } = new URL(href, location.href);
  entry.append(linkTo(pathname + hash, title), note);
  return entry;
}

function keep(followed: Followed, present: Present): void {
  const seen = marksOf(present);
  writeFollows(readFollows().map((each) => (isSame(each, followed) ? { ...each, seen } : each)));
}

function button(label: string, text: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.setAttribute('aria-label', label);
  made.addEventListener('click', act);
  return made;
}

function linkTo(href: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = text;
  return link;
}

const place = document.querySelector<HTMLElement>('#following');
if (place !== null) void run(place);
