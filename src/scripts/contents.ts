/** Marks in the contents the part that is being read: the last one whose beginning is above the middle. */
export function followReader(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.contents a[href^="#"]')];
  const parts = links.flatMap((link) => {
    const part = document.querySelector(link.hash);
    return part === null ? [] : [{ link, part }];
  });
  const contents = document.querySelector('.contents');
  if (contents === null || parts.length === 0) return;
  let waiting = false;
  const mark = (): void => {
    waiting = false;
    const middle = window.innerHeight / 2;
    const current = parts.findLast(({ part }) => part.getBoundingClientRect().top < middle);
    for (const { link } of parts) {
      if (link === current?.link) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    // Contents longer than the window keep the mark in sight.
    if (current !== undefined && contents.scrollHeight > contents.clientHeight)
      contents.scrollTop = current.link.offsetTop - contents.clientHeight / 2;
  };
  const later = (): void => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(mark);
  };
  window.addEventListener('scroll', later, { passive: true });
  window.addEventListener('resize', later, { passive: true });
  mark();
}
