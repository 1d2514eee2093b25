/** `/` goes to the search field of the page, unless somebody is typing. */
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const { target } = event;
  if (target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')) return;
  const field = document.querySelector<HTMLInputElement>('input[type="search"][name="q"]');
  if (field === null) return;
  event.preventDefault();
  field.focus();
  field.select();
});
