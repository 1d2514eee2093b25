import { SaxesParser } from 'saxes';

/** The names of the elements of an XML file, in order, and the values of attributes by name. */
export interface ReadXml {
  readonly names: readonly string[];
  readonly attributes: ReadonlyMap<string, readonly string[]>;
}

/** Reads an XML file with a parser that isn't ours. Throws at the first place that isn't well-formed, namespaces included. */
export function parseXml(xml: string): ReadXml {
  const names: string[] = [];
  const attributes = new Map<string, string[]>();
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    names.push(tag.name);
    for (const { name, value } of Object.values(tag.attributes))
      attributes.set(name, [...(attributes.get(name) ?? []), value]);
  });
  parser.write(xml).close();
  return { names, attributes };
}
