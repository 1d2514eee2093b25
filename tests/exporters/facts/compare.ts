import type { WrittenCity } from './carried.ts';
import type { MapRow } from './field-map.ts';
import type { FactName, Value, Values } from './model-facts.ts';

/** What an export says of one fact, and what the model wants it to say, by whose it is. */
export interface Compared {
  readonly name: FactName;
  readonly said: Values;
  readonly wanted: Values;
}

/** Every fact that a row of the field map carries, as its export says it and as the model does. */
export function compareFacts(
  { carries, read, form = same, part }: MapRow,
  written: WrittenCity,
  facts: Readonly<Partial<Record<FactName, Values>>>,
): readonly Compared[] {
  const rows = read(written);
  return carries.map((name) => {
    const said: Record<string, Value> = {};
    for (const { key, values } of rows) if (values[name] !== undefined) said[key] = values[name];
    const model = Object.entries(facts[name] ?? {}).filter(([key]) => part !== true || key in said);
    const wanted = Object.fromEntries(model.map(([key, value]) => [key, formed(name, value, form)]));
    return { name, said, wanted };
  });
}

const same = (value: Value): Value => value;

/** Several sentences of one item stand a line each wherever they stand together. */
function formed(name: FactName, value: Value, form: (value: Value) => Value): Value {
  if (name === 'decisionTexts' && Array.isArray(value)) return value.map(String).join('\n');
  return form(value);
}
