import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readSealed, writeSealed } from '../files/sealed-text.ts';
import type { ParcelMark } from './parcel.ts';
import { STATE_FILE, type StoredReport } from './site-state.ts';

/** The last build of a site, as far as the next must know it to see that there is nothing to do. */
export interface LastBuild {
  /** See `digestOfInputs`. */
  readonly input: string;
  /** The minute of the build in Beijing time. */
  readonly now: string;
  /** When the next document that waits is published; null where none waits. */
  readonly until: string | null;
  /** See `standingOf`, by the names of parcels. */
  readonly standing: Readonly<Record<string, string>>;
  readonly files: number;
  /** The size and time of the state beside it. */
  readonly state: string;
  readonly report: StoredReport;
}

const FILE = 'last-build.json';

/**
 * The last build, when another one would find the same and leave every file as it stands; null where that
 * isn't certain. Files of the site count as they stand by their sizes and times, as for every build on
 * the last one: `--clean` alone takes nobody's word.
 *
 * @param folder the caches of the site
 * @param input of the content now, see `digestOfInputs`; null where it can't be told
 * @param standing what stands in the folder of the site, by the names of parcels
 */
export async function findLastBuild(
  folder: string,
  last: LastBuild | null,
  now: {
    readonly input: string | null;
    readonly now: string;
    readonly standing: Promise<ReadonlyMap<string, string>>;
  },
): Promise<LastBuild | null> {
  if (last === null || last.input !== now.input || !isSameTime(last, now.now)) return null;
  if (stateMark(folder) !== last.state) return null;
  const standing = await now.standing;
  const names = Object.keys(last.standing);
  const isSame =
    names.length === standing.size && names.every((name) => standing.get(name) === last.standing[name]);
  return isSame ? last : null;
}

/** Null where there is none, or where it isn't what was written. */
export function readLastBuild(folder: string): LastBuild | null {
  const body = readSealed(join(folder, FILE));
  if (body === null) return null;
  const last: LastBuild = JSON.parse(body);
  return last;
}

/** Notes a build whose files and state stand in their places. */
export function writeLastBuild(
  folder: string,
  marks: Readonly<Record<string, ParcelMark>>,
  build: Pick<LastBuild, 'input' | 'now' | 'until' | 'report'>,
): void {
  const last: LastBuild = {
    ...build,
    standing: Object.fromEntries(Object.entries(marks).map(([name, { standing }]) => [name, standing])),
    files: Object.values(marks).reduce((sum, { files }) => sum + files, 0),
    state: stateMark(folder),
  };
  writeSealed(join(folder, FILE), JSON.stringify(last));
}

/** Forgets the last build, before anything that it says is changed. */
export function forgetLastBuild(folder: string): void {
  rmSync(join(folder, FILE), { force: true });
}

/**
 * Whether time alone would make the same site and the same findings at a minute as at that of the build:
 * on the same day, for findings count days, and before the next document is published. A clock that was
 * set back proves nothing.
 */
function isSameTime({ now: then, until }: Pick<LastBuild, 'now' | 'until'>, now: string): boolean {
  return then <= now && then.slice(0, 10) === now.slice(0, 10) && (until === null || now < until);
}

function stateMark(folder: string): string {
  const found = statSync(join(folder, STATE_FILE), { throwIfNoEntry: false });
  return found === undefined ? '' : `${String(found.size)} ${String(found.mtimeMs)}`;
}
