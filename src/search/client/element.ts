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
  const created = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== false && value !== null) created.setAttribute(attribute, value === true ? '' : value);
  }
  created.append(...children.filter((child) => child !== null));
  return created;
}
