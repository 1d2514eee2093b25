import type { RoleCounts } from '../corpus/model.ts';
import type { BureauId } from '../minutes/model.ts';
import { digestOfAll } from './digest.ts';
import type { LazyMinutes } from './lazy-minutes.ts';
import { readRoles } from './role-line.ts';

/** What a bureau does in one set of minutes. */
export interface RoleLine {
  readonly minutes: LazyMinutes;
  /** See `readRoles`. */
  readonly line: string;
  /** Those of the items. */
  readonly anchors: readonly string[];
}

/**
 * What bureaus do in the minutes of a year as it is kept from build to build: few long texts, for a build that asks
 * for one bureau needn't read what a hundred others do.
 */
export interface YearRoleText {
  /** Of each of the minutes, newest first, its id and the anchors of its items, apart by tabs. */
  readonly meetings: readonly string[];
  /** By bureau, a line for each of the minutes in which it has a role: its place among them, a space, the roles. */
  readonly lines: Readonly<Record<BureauId, string>>;
}

/** What bureaus do in one year, as far as it can be kept from build to build: plain data. */
export type YearRoles = Readonly<Record<BureauId, RoleCounts & { readonly digest: string }>>;

/** @param minutes of one year, newest first */
export function writeYearRoles(
  minutes: readonly Pick<LazyMinutes, 'id' | 'roles' | 'anchors'>[],
): YearRoleText {
  const lines = new Map<BureauId, string[]>();
  for (const [at, { roles }] of minutes.entries())
    for (const [bureau, line] of Object.entries(roles)) {
      const own = lines.get(bureau) ?? [];
      lines.set(bureau, own);
      own.push(`${String(at)} ${line}`);
    }
  return {
    meetings: minutes.map(({ id, anchors }) => [id, ...anchors].join('\t')),
    lines: Object.fromEntries(Array.from(lines, ([bureau, own]) => [bureau, own.join('\n')])),
  };
}

/** The lines of the bureaus of a year, each read when it is asked for. */
export class YearRoleLines {
  readonly #text: YearRoleText;
  readonly #lines: ReadonlyMap<BureauId, string>;
  readonly #minutesAt: (id: string) => LazyMinutes;
  readonly #known = new Map<BureauId, readonly RoleLine[]>();
  #meetings: readonly Omit<RoleLine, 'line'>[] | null = null;

  constructor(text: YearRoleText, minutesAt: (id: string) => LazyMinutes) {
    this.#text = text;
    this.#lines = new Map(Object.entries(text.lines));
    this.#minutesAt = minutesAt;
  }

  /** Of a bureau, newest minutes first. */
  of(bureau: BureauId): readonly RoleLine[] {
    const known = this.#known.get(bureau) ?? this.#read(bureau);
    this.#known.set(bureau, known);
    return known;
  }

  /** How often bureaus do what. */
  count(): YearRoles {
    return Object.fromEntries(
      Array.from(this.#lines.keys(), (bureau) => {
        const lines = this.of(bureau);
        const sums = { reports: 0, responsible: 0, leads: 0, issues: 0, observes: 0 };
        for (const { line } of lines) {
          const { reports, responsible, issues, observes } = readRoles(line);
          sums.reports += reports.length;
          sums.responsible += responsible.length;
          sums.leads += responsible.filter(([, lead]) => lead === 1).length;
          sums.issues += issues.length;
          sums.observes += observes ? 1 : 0;
        }
        const digest = digestOfAll(
          lines.map(({ minutes, line, anchors }) => `${minutes.id} ${line} ${anchors.join(' ')}`),
        );
        return [bureau, { ...sums, digest }];
      }),
    );
  }

  #read(bureau: BureauId): readonly RoleLine[] {
    this.#meetings ??= this.#text.meetings.map((each) => {
      const [id = '', ...anchors] = each.split('\t');
      return { minutes: this.#minutesAt(id), anchors };
    });
    const meetings = this.#meetings;
    return (this.#lines.get(bureau)?.split('\n') ?? []).map((each) => {
      const space = each.indexOf(' ');
      const meeting = meetings[Number(each.slice(0, space))];
      if (meeting === undefined) throw new Error('Roles are kept of minutes that are not there');
      return { ...meeting, line: each.slice(space + 1) };
    });
  }
}
