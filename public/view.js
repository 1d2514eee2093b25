/*
 * Sets how the page is shown before it is painted: what the address asks for (`?view=elder&theme=black`),
 * else what the reader chose before. No module, because modules run after the first paint.
 * The switches themselves are in src/scripts/view.ts.
 */
(() => {
  const root = document.documentElement;
  root.dataset.script = '';
  const asked = new URLSearchParams(location.search);
  // The page of search keeps room for what will be found.
  if (asked.has('q')) root.dataset.asked = '';
  const choice = (name) => {
    const key = `jiyao.${name}`;
    try {
      if (asked.has(name)) localStorage.setItem(key, asked.get(name));
      return asked.get(name) ?? localStorage.getItem(key);
    } catch {
      return asked.get(name);
    }
  };
  const [view, size, theme, zh] = [choice('view'), choice('size'), choice('theme'), choice('zh')];
  if (zh === 'hant') root.dataset.zh = zh;
  if (view !== 'elder') return;
  root.dataset.view = view;
  root.dataset.size = size ?? 'normal';
  root.dataset.theme = theme ?? 'paper';
})();
