const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** An element with attributes; `content` is XML already. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  content: string | null = null,
): string {
  const shown = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  return content === null ? `<${name}${shown.join('')}/>` : `<${name}${shown.join('')}>${content}</${name}>`;
}

/** Text as XML 1.0 may hold it: marks escaped, characters that it forbids left out. */
export function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>"]/gu, (mark) => ENTITIES[mark] ?? mark);
}
