import Papa from 'papaparse';
import { z } from 'zod';
import { EXPORTS } from '../../../src/exporters/registry.ts';
import { writtenBy, type City } from '../cities.ts';
import type { FactName, Value } from './model-facts.ts';

/** What an export says of one meeting, item, decision … */
export interface Row {
  /** As `Values` of the model has it. */
  readonly key: string;
  readonly values: Readonly<Partial<Record<FactName, Value>>>;
}

/** The files of a city as every row of the registry writes them, or as they were found. */
export class WrittenCity {
  readonly city: City;
  readonly files: ReadonlyMap<string, string>;

  constructor(city: City, files = filesWritten(city)) {
    this.city = city;
    this.files = files;
  }

  /** Those whose path a pattern fits. */
  matching(pattern: RegExp): readonly (readonly [path: string, content: string])[] {
    return [...this.files].filter(([path]) => pattern.test(path));
  }

  /** The same as JSON. */
  json(pattern: RegExp): readonly unknown[] {
    return this.matching(pattern).map(([, content]) => JSON.parse(content) as unknown);
  }

  /** The rows of a table of `data/csv/` or another CSV file by the titles of its columns, apostrophes taken off again. */
  table(path: string): readonly Readonly<Record<string, string>>[] {
    const content = this.files.get(path);
    if (content === undefined) throw new Error(`No file ${path}`);
    const { data } = Papa.parse<Record<string, string>>(content.replaceAll(/^\uFEFF|\r\n$/gu, ''), {
      header: true,
      delimiter: ',',
      newline: '\r\n',
    });
    return data;
  }

  /** The columns of a table that have an apostrophe in front in a row, by their titles. */
  guardedIn(table: string, row: Readonly<Record<string, string>>): ReadonlySet<string> {
    const names = (row['加撇号的列'] ?? '').split('；');
    const metadata = METADATA.parse(JSON.parse(this.files.get('data/csv/csv-metadata.json') ?? ''));
    const columns = metadata.tables.find(({ url }) => url === `${table}.csv`)?.tableSchema.columns ?? [];
    return new Set(columns.filter(({ name }) => names.includes(name)).map(({ titles }) => titles));
  }
}

function filesWritten(city: City): ReadonlyMap<string, string> {
  const files = EXPORTS.flatMap((row) => writtenBy(row, city));
  return new Map(
    files.map(({ path, content }) => [
      path,
      typeof content === 'string' ? content : Buffer.from(content).toString('latin1'),
    ]),
  );
}

const METADATA = z.object({
  tables: z.array(
    z.object({
      url: z.string(),
      tableSchema: z.object({ columns: z.array(z.object({ name: z.string(), titles: z.string() })) }),
    }),
  ),
});

/** An object whose fields are read one by one, and that may have others. */
export type Loose = Readonly<Record<string, unknown>>;

export function loose(of: unknown): Loose {
  return z.record(z.string(), z.unknown()).parse(of);
}

export function list(of: unknown): readonly Loose[] {
  return z.array(z.record(z.string(), z.unknown())).parse(of ?? []);
}

export function strings(of: unknown): readonly string[] {
  return z.array(z.string()).parse(of ?? []);
}

/** A text; null where there is none. */
export function text(of: unknown): string | null {
  return z
    .string()
    .nullable()
    .parse(of ?? null);
}

/** A value as it stands; null where there is none. */
export function value(of: unknown): Value {
  return VALUE.parse(of ?? null);
}

const VALUE: z.ZodType<Value> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(VALUE)]),
);
