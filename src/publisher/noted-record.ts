import { countRoles } from '../corpus/corpus.ts';
import { monthIn } from '../corpus/long-years.ts';
import type {
  Bureau,
  BureauRecord,
  BureauRoles,
  DecisionRef,
  ItemRef,
  ResponsibleRef,
  RoleCounts,
} from '../corpus/model.ts';
import type { BureauId } from '../minutes/model.ts';
import type { Reading } from './facets.ts';
import { readRoles } from './role-line.ts';
import type { RoleLine, YearRoles } from './year-role-lines.ts';

/** Where the roles of bureaus are to be had. */
export interface RoleSource {
  readonly years: readonly string[];
  readonly rolesIn: (year: string) => YearRoles;
  /** Of a bureau in the minutes of a year, newest first. */
  readonly linesOf: (bureau: BureauId, year: string) => readonly RoleLine[];
}

/** What a bureau does; what is read of it is noted year by year, and items are opened when they are asked for. */
export class NotedRecord implements BureauRecord {
  readonly bureau: Bureau;
  readonly #source: RoleSource;
  readonly #reading: Reading;

  constructor(bureau: Bureau, source: RoleSource, reading: Reading) {
    this.bureau = bureau;
    this.#source = source;
    this.#reading = reading;
  }

  get years(): readonly string[] {
    const { id } = this.bureau;
    this.#reading.note(`bureau-years ${id}`);
    return yearsOf(id, this.#source);
  }

  inYear(year: string): BureauRoles {
    const { id } = this.bureau;
    this.#note(year);
    return rolesOf(this.#source.linesOf(id, year));
  }

  inMonth(year: string, month: string): BureauRoles {
    this.#reading.note(`month-roles ${year} ${month}`);
    const lines = this.#source.linesOf(this.bureau.id, year);
    return rolesOf(lines.filter(({ minutes }) => monthIn(year, minutes.entry.stated.day) === month));
  }

  countsIn(year: string): RoleCounts {
    this.#note(year);
    return this.#source.rolesIn(year)[this.bureau.id] ?? NO_COUNTS;
  }

  toJSON(): unknown {
    return { bureau: this.bureau.id };
  }

  #note(year: string): void {
    this.#reading.note(`bureau ${this.bureau.id} ${year}`);
  }
}

const NO_COUNTS: RoleCounts = countRoles({ reports: [], responsible: [], issues: [], observes: [] });

/** The years in which a bureau occurs, in the order of the source. */
export function yearsOf(bureau: BureauId, { years, rolesIn }: RoleSource): readonly string[] {
  return years.filter((year) => rolesIn(year)[bureau] !== undefined);
}

function rolesOf(lines: readonly RoleLine[]): BureauRoles {
  const all = lines.map((own) => ({ own, ...readRoles(own.line) }));
  return {
    reports: all.flatMap(({ own, reports }) => reports.map((at) => new LazyItemRef(own, at))),
    responsible: all.flatMap(({ own, responsible }) =>
      responsible.map(([at, lead]) => new LazyResponsibleRef(own, at, lead === 1)),
    ),
    issues: all.flatMap(({ own, issues }) =>
      issues.map(([at, decision]) => new LazyDecisionRef(own, at, decision)),
    ),
    observes: all.filter(({ observes }) => observes).map(({ own: { minutes } }) => ({ minutes })),
  };
}

class LazyItemRef implements ItemRef {
  readonly minutes: RoleLine['minutes'];
  readonly #anchors: readonly string[];
  readonly #item: number;

  constructor({ minutes, anchors }: RoleLine, item: number) {
    this.minutes = minutes;
    this.#anchors = anchors;
    this.#item = item;
  }

  get item(): ItemRef['item'] {
    return existing(this.minutes.items[this.#item]);
  }

  get anchor(): string {
    return existing(this.#anchors[this.#item]);
  }
}

class LazyResponsibleRef extends LazyItemRef implements ResponsibleRef {
  readonly lead: boolean;

  constructor(own: RoleLine, item: number, lead: boolean) {
    super(own, item);
    this.lead = lead;
  }
}

class LazyDecisionRef extends LazyItemRef implements DecisionRef {
  readonly #decision: number;

  constructor(own: RoleLine, item: number, decision: number) {
    super(own, item);
    this.#decision = decision;
  }

  get decision(): DecisionRef['decision'] {
    return existing(this.item.decisions[this.#decision]);
  }
}

function existing<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('A bureau has a role in an item that is not there');
  return value;
}
