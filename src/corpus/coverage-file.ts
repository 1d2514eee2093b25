import { z } from 'zod';
import type { Diagnostic } from '../minutes/diagnostics.ts';
import { readYaml } from './yaml.ts';

/** Why numbers are not public: not disclosed, only on request, or not taken up into this site. */
export const ABSENCES = ['不予公开', '依申请公开', '未收录'] as const;
export type Absence = (typeof ABSENCES)[number];

/** What staff state about a range of numbers. */
export interface AbsenceStatement {
  readonly from: number;
  readonly to: number;
  readonly status: Absence;
  /** The ground in law, or the reason. */
  readonly basis: string;
}

/** What staff state about one series in one year. */
export interface SeriesStatement {
  /** The first number given in the year; null when not stated. */
  readonly first: number | null;
  /** The last number given in the year; null when not stated. */
  readonly last: number | null;
  readonly absences: readonly AbsenceStatement[];
}

/** By year. */
export interface CoverageStatements {
  readonly minutes: ReadonlyMap<string, SeriesStatement>;
  readonly sessions: ReadonlyMap<string, SeriesStatement>;
}

export const NO_STATEMENTS: CoverageStatements = { minutes: new Map(), sessions: new Map() };

const RANGE_RULE = '写一个号，如 3；或一段号，如 1-12';
const RANGE = z
  .union([z.number().int().positive().transform(String), z.string()], { error: RANGE_RULE })
  .pipe(z.string().regex(/^[1-9]\d{0,3}(?:-[1-9]\d{0,3})?$/u, { error: RANGE_RULE }))
  .transform((range) => {
    const [from = 0, to = from] = range.split('-').map(Number);
    return { from, to };
  })
  .refine(({ from, to }) => from <= to, { error: '小的号写在前面，如 1-12' });

const SERIES = z.record(
  z.string().regex(/^\d{4}$/u, { error: '写四位年份' }),
  z.strictObject({
    first: z.number().int().positive().optional(),
    last: z.number().int().positive().optional(),
    absent: z
      .array(
        z.strictObject({
          numbers: RANGE,
          status: z.enum(ABSENCES),
          basis: z.string({ error: '写依据或原因' }).trim().min(1, { error: '写依据或原因' }),
        }),
      )
      .default([]),
  }),
);

// A file of comments alone states nothing.
const SCHEMA = z.preprocess(
  (value) => value ?? {},
  z.strictObject({ minutes: SERIES.default({}), sessions: SERIES.default({}) }),
);

/** Reads `content/coverage.yaml`. Every fault is a `coverage/invalid` at its line. Never throws. */
export function parseCoverage(
  yaml: string,
  path: string,
): { readonly statements: CoverageStatements; readonly diagnostics: readonly Diagnostic[] } {
  const { value, diagnostics } = readYaml(yaml, path, 'coverage/invalid', SCHEMA);
  if (value === null) return { statements: NO_STATEMENTS, diagnostics };
  return {
    statements: { minutes: seriesOf(value.minutes), sessions: seriesOf(value.sessions) },
    diagnostics,
  };
}

function seriesOf(years: z.infer<typeof SERIES>): ReadonlyMap<string, SeriesStatement> {
  return new Map(
    Object.entries(years).map(([year, { first, last, absent }]) => [
      year,
      {
        first: first ?? null,
        last: last ?? null,
        absences: absent.map(({ numbers, status, basis }) => ({ ...numbers, status, basis })),
      },
    ]),
  );
}
