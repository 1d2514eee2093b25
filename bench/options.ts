/** What can be asked of a benchmark, as typed; each takes what concerns it. */
export interface BenchOptions {
  /** Sizes of the generated cities, apart by commas. */
  readonly meetings?: string | undefined;
  readonly queries?: string | undefined;
  readonly sample?: string | undefined;
  readonly 'peer-sample'?: string | undefined;
  readonly peers?: string | undefined;
  readonly parts?: string | undefined;
  readonly seed?: string | undefined;
  readonly runs?: string | undefined;
  readonly dist?: string | undefined;
  readonly people?: string | undefined;
  readonly seconds?: string | undefined;
}

/** The sizes asked for; null when one of them isn't a whole number above one. */
export function sizesOf(meetings: string): readonly number[] | null {
  const sizes = meetings.split(',').map(Number);
  return sizes.every((size) => Number.isInteger(size) && size >= 2) ? sizes : null;
}
