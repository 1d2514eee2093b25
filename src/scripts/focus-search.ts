/** `/` goes to the search field that the page shows, unless somebody is typing. */
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const { target } = event;
  if (target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')) return;
  const fields = [...document.querySelectorAll<HTMLInputElement>('input[type="search"][name="q"]')];
  const field = fields.find(({ offsetParent }) => offsetParent !== null);
  if (field === undefined) return;
  event.preventDefault();
  field.focus();
  field.select();
});
