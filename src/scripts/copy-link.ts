import { plainTextOf } from './plain-text.ts';

/**
 * 复制链接: copies the address of an item or point with what it is about, so that it says so wherever it
 * is pasted: the item, its outcome, the meeting and its day, then the address.
 */
export function copyLinks(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    const { textContent: label } = button;
    button.addEventListener('click', () => {
      const { copy: anchor = '' } = button.dataset;
      const say = (text: string): void => {
        button.textContent = text;
        setTimeout(() => (button.textContent = label), 2000);
      };
      navigator.clipboard.writeText(linkText(anchor)).then(
        () => say('已复制'),
        () => {
          location.hash = anchor;
          say('请从地址栏复制');
        },
      );
    });
  }
}

function linkText(anchor: string): string {
  const target = document.getElementById(anchor);
  const item = target?.closest('.item') ?? null;
  const url = new URL(location.href);
  url.search = '';
  url.hash = anchor;
  const words = ['.doc-item-heading', '.facts .outcome', '.item-context > span'].map((selector) =>
    plainTextOf(item?.querySelector(selector)),
  );
  const mark = plainTextOf(target?.querySelector('.permalink'));
  const [heading = '', ...rest] = words;
  const title = item === target ? heading : heading + mark;
  return [title, rest.filter((word) => word !== '').join('｜'), url.href]
    .filter((line) => line !== '')
    .join('\n');
}
