/** One level of a numbering definition. */
export interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
}

export type Levels = ReadonlyMap<number, Level>;

/** Which numbering a paragraph or style has, and on which level. */
export interface NumberRef {
  /** Of `w:num`. */
  readonly id: string;
  readonly level: number;
}

/** `w:num` id → its levels, with the overrides of the `w:num` itself. */
export function readDefinitions(xml: string): ReadonlyMap<string, Levels> {
  const abstract = new Map<string, ReadonlyMap<number, Level>>();
  for (const [part] of xml.matchAll(/<w:abstractNum [\s\S]*?<\/w:abstractNum>/g)) {
    abstract.set(/w:abstractNumId="([^"]*)"/.exec(part)?.[1] ?? '', readLevels(part));
  }
  const numbers = new Map<string, Levels>();
  for (const [part] of xml.matchAll(/<w:num [\s\S]*?<\/w:num>/g)) {
    const levels = new Map(abstract.get(attribute(part, 'w:abstractNumId') ?? ''));
    for (const [override] of part.matchAll(/<w:lvlOverride [\s\S]*?<\/w:lvlOverride>/g)) {
      const at = Number(/w:ilvl="(\d+)"/.exec(override)?.[1] ?? 0);
      for (const [level, definition] of readLevels(override)) levels.set(level, definition);
      const start = attribute(override, 'w:startOverride');
      const level = levels.get(at);
      if (start !== null && level) levels.set(at, { ...level, start: Number(start) });
    }
    numbers.set(/w:numId="([^"]*)"/.exec(part)?.[1] ?? '', levels);
  }
  return numbers;
}

function readLevels(xml: string): Levels {
  const levels = new Map<number, Level>();
  for (const [part] of xml.matchAll(/<w:lvl [\s\S]*?<\/w:lvl>/g)) {
    const level = Number(/w:ilvl="(\d+)"/.exec(part)?.[1] ?? 0);
    levels.set(level, {
      format: attribute(part, 'w:numFmt') ?? 'decimal',
      text: unescapeXml(attribute(part, 'w:lvlText') ?? ''),
      start: Number(attribute(part, 'w:start') ?? 1),
    });
  }
  return levels;
}

/** The numbering that paragraph styles carry, through the styles they are based on. */
export function readStyleNumbers(xml: string): ReadonlyMap<string, NumberRef> {
  const own = new Map<string, { readonly part: string; readonly base: string | null }>();
  for (const [part] of xml.matchAll(/<w:style [\s\S]*?<\/w:style>/g)) {
    const id = /w:styleId="([^"]*)"/.exec(part)?.[1];
    if (id !== undefined) own.set(id, { part, base: attribute(part, 'w:basedOn') });
  }
  const styles = new Map<string, NumberRef>();
  for (const id of own.keys()) {
    let at: string | null = id;
    for (let depth = 0; at !== null && depth < 10; depth++) {
      const style: { readonly part: string; readonly base: string | null } | undefined = own.get(at);
      const numbering = style && /<w:numPr>[\s\S]*?<\/w:numPr>/.exec(style.part)?.[0];
      const number = numbering && attribute(numbering, 'w:numId');
      if (numbering && number) {
        styles.set(id, { id: number, level: Number(attribute(numbering, 'w:ilvl') ?? 0) });
        break;
      }
      at = style?.base ?? null;
    }
  }
  return styles;
}

/** `w:val` of the first element of that name. */
export function attribute(xml: string, element: string): string | null {
  return new RegExp(`<${element}(?: [^>]*)? w:val="([^"]*)"`).exec(xml)?.[1] ?? null;
}

/** The text of an XML attribute or text node. */
export function unescapeXml(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}
