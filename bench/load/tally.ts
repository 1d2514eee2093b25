import type { Told } from './visitor.ts';

/** What all visits of one kind came to. */
export interface Counts {
  readonly visits: number;
  readonly requests: number;
  /** Answered “not modified”: asked again, nothing sent. */
  readonly unchanged: number;
  /** Taken from the cache without asking. */
  readonly spared: number;
  readonly bytes: number;
  readonly errors: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly longest: number;
}

export interface Tally {
  readonly reader: Counts;
  readonly searcher: Counts;
  /** What is wrong with answers and with what caches had to ask for; the first few. */
  readonly faults: readonly string[];
}

/** What has a hash in its name, said without `headers.ts`: scripts, styles, the volumes of search. */
const HASHED = /^_astro\/|^search\/data\/(?!search\.json$)/u;
const SHOWN_FAULTS = 5;

class Sum {
  visits = 0;
  unchanged = 0;
  spared = 0;
  bytes = 0;
  errors = 0;
  readonly #times: number[] = [];

  add({ answers, spared }: Told): void {
    this.visits++;
    this.spared += spared;
    for (const { status, bytes, milliseconds } of answers) {
      this.bytes += bytes;
      this.#times.push(milliseconds);
      if (status === 304) this.unchanged++;
      else if (status !== 200) this.errors++;
    }
  }

  counts(): Counts {
    const { visits, unchanged, spared, bytes, errors } = this;
    const times = this.#times.toSorted((one, other) => one - other);
    const at = (share: number): number =>
      times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
    return {
      visits,
      requests: times.length,
      unchanged,
      spared,
      bytes,
      errors,
      p50: at(0.5),
      p99: at(0.99),
      longest: times.at(-1) ?? 0,
    };
  }
}

/** Adds up visits, and holds each against what caches are promised. */
export function tally(): { add(told: Told): void; result(): Tally } {
  const sums = { reader: new Sum(), searcher: new Sum() };
  const faults: string[] = [];
  return {
    add(told) {
      sums[told.kind].add(told);
      if (faults.length < SHOWN_FAULTS) faults.push(...faultsOf(told));
    },
    result: () => ({
      reader: sums.reader.counts(),
      searcher: sums.searcher.counts(),
      faults: faults.slice(0, SHOWN_FAULTS),
    }),
  };
}

/** Answers that failed, hashed files that were asked for twice, and what was sent again though nothing had changed. */
function faultsOf({ answers }: Told): readonly string[] {
  return answers.flatMap(({ path, status, wasKept }) => [
    ...(status === 200 || status === 304 ? [] : [`${path} was answered ${String(status)}`]),
    ...(wasKept && HASHED.test(path) ? [`${path} was asked for again`] : []),
    ...(wasKept && status === 200 ? [`${path} was sent again`] : []),
  ]);
}
