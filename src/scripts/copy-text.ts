/**
 * Copies a text, also where the page has no server (file:) or no encryption (http:), in which browsers
 * keep the modern way to themselves. False when the browser allows neither.
 */
export async function copyText(text: string): Promise<boolean> {
  if (window.isSecureContext) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Not allowed here; the old way may be.
    }
  }
  return copySelected(text);
}

function copySelected(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.className = 'copy-field';
  const focused = document.activeElement;
  document.body.append(field);
  field.select();
  field.setSelectionRange(0, text.length);
  try {
    // Out of the standard, and still the only way without a secure context.
    const command: unknown = Reflect.get(document, 'execCommand');
    return typeof command === 'function' && command.call(document, 'copy') === true;
  } catch {
    return false;
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }
}
