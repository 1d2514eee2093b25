type Child = Node | string | null;
type Attributes = Readonly<Record<string, string | boolean | null>>;

/**
 * A new element. An attribute that is true is empty, one that is false or null is left out; null
 * children too. Text is always text: nothing from a document can become markup.
 */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  return filled(document.createElement(name), attributes, children);
}

/** The same for the elements of a drawing. */
export function svgElement<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Attributes,
  ...children: readonly Child[]
): SVGElementTagNameMap[Name] {
  return filled(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);
}

/** A button that does something; `class` and other attributes as given. */
export function button(text: string, act: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const created = element('button', { type: 'button', class: 'search-more', ...attributes }, text);
  created.addEventListener('click', act);
  return created;
}

function filled<Created extends Element>(
  created: Created,
  attributes: Attributes,
  children: readonly Child[],
): Created {
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== false && value !== null) created.setAttribute(attribute, value === true ? '' : value);
  }
  created.append(...children.filter((child) => child !== null));
  return created;
}
