import { isSame, readFollows, writeFollows, type Followed } from './follows.ts';
import { lookAt } from './look.ts';
import { marksOf } from './news.ts';
import { openSearch } from './search.ts';

/**
 * The button 关注. Without this script there is none. What is there when it is pressed counts as seen.
 *
 * @param current what the button stands for now; null where there is nothing to follow
 */
export function addButton(place: HTMLElement, label: string, current: () => Followed | null): () => void {
  const button = document.createElement('button');
  button.type = 'button';
  const note = document.createElement('p');
  note.className = 'note';
  note.setAttribute('role', 'status');
  const show = (): void => {
    const followed = current();
    const on = followed !== null && readFollows().some((each) => isSame(each, followed));
    button.disabled = followed === null;
    button.setAttribute('aria-pressed', String(on));
    button.textContent = on ? '已关注' : label;
  };
  button.addEventListener('click', () => {
    const followed = current();
    if (followed === null) return;
    const on = button.getAttribute('aria-pressed') === 'true';
    const others = readFollows().filter((each) => !isSame(each, followed));
    const kept = writeFollows(on ? others : [...others, followed]);
    show();
    note.textContent = kept ? '' : '浏览器没有保存：可能是无痕窗口，或者禁用了存储';
    if (!kept || on) return;
    note.append('已记在这个浏览器里。有没有新内容，看', linkTo(place.dataset['following'] ?? ''));
    void keepMarks(followed);
  });
  show();
  place.replaceChildren(button, note);
  return show;
}

async function keepMarks(followed: Followed): Promise<void> {
  const present = await lookAt(followed, openSearch).catch(() => null);
  if (present === null) return;
  const seen = marksOf(present);
  writeFollows(readFollows().map((each) => (isSame(each, followed) ? { ...each, seen } : each)));
}

function linkTo(following: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = following;
  link.textContent = '我的关注';
  return link;
}
