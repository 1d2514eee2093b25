import { lstatSync, readdirSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { digestOfAll } from './digest.ts';
import { parcelOf } from './parcel.ts';

/**
 * How files stand: paths, sizes and times as digests. They are made folder by folder, two levels deep, so that
 * threads can look at folders side by side.
 */

/** A file as far as it is looked at. What is no file has no size and no time. */
type Standing = readonly [path: string, file: { readonly size: number; readonly time: number }];

/** The folder under which a file is looked at: `minutes/2022` of `minutes/2022/013/index.html`, '' at the root. */
function unitOf(path: string): string {
  return path.split('/').slice(0, -1).slice(0, LEVELS).join('/');
}

const LEVELS = 2;

/** The paths, sizes and times of files as one digest, whatever order they come in. */
export function standingOf(files: Iterable<Standing>): string {
  const units = Map.groupBy(files, ([path]) => unitOf(path));
  return joinUnits(Array.from(units, ([unit, own]) => [unit, digestOfFiles(own)]));
}

/** What stands in the folder of a site, by the names of parcels, see `standingOf`. */
export function readStanding(target: string): ReadonlyMap<string, string> {
  return joinStandings(unitsIn(target).map((unit) => [unit, readUnit(target, unit)]));
}

/** The folders of a site that are looked at one by one; the largest is among the first. */
export function unitsIn(target: string): readonly string[] {
  const folders = (unit: string): readonly string[] =>
    namesIn(join(target, unit))
      .map((name) => (unit === '' ? name : `${unit}/${name}`))
      .filter((path) => lookAt(join(target, path))?.isDirectory() === true);
  const first = folders('');
  return [...first.flatMap(folders).toSorted().toReversed(), ...first, ''];
}

/** Of one of those folders, a digest for each parcel. */
export type UnitStanding = readonly [unit: string, standing: ReadonlyMap<string, string>];

/** Folders that several threads look at, each the next that nobody has taken. */
export interface UnitWork {
  readonly target: string;
  readonly units: readonly string[];
  /** How many were taken, in memory that the threads share. */
  readonly taken: Int32Array;
}

/** Looks at folders until all are taken. */
export function takeUnits({ target, units, taken }: UnitWork): readonly UnitStanding[] {
  const looked: UnitStanding[] = [];
  for (let at = Atomics.add(taken, 0, 1); at < units.length; at = Atomics.add(taken, 0, 1)) {
    const unit = units[at] ?? '';
    looked.push([unit, readUnit(target, unit)]);
  }
  return looked;
}

/** What stands below one of those folders, but not below another: a digest for each parcel. */
function readUnit(target: string, unit: string): ReadonlyMap<string, string> {
  const isWhole = unit.split('/').length === LEVELS;
  const byParcel = Map.groupBy(filesIn(target, unit, isWhole), ([path]) => parcelOf(path));
  return new Map(Array.from(byParcel, ([name, files]) => [name, digestOfFiles(files)]));
}

/** One digest for each parcel, of what stands in all folders. */
export function joinStandings(units: Iterable<UnitStanding>): ReadonlyMap<string, string> {
  const all = Array.from(units, ([unit, parcels]) =>
    Array.from(parcels, ([name, digest]) => ({ name, unit, digest })),
  ).flat();
  const byParcel = Map.groupBy(all, ({ name }) => name);
  return new Map(
    Array.from(byParcel, ([name, own]) => [name, joinUnits(own.map(({ unit, digest }) => [unit, digest]))]),
  );
}

function joinUnits(units: readonly (readonly [unit: string, digest: string])[]): string {
  return digestOfAll(units.map(([unit, digest]) => `${unit} ${digest}`).toSorted());
}

function digestOfFiles(files: readonly Standing[]): string {
  const lines = files.map(([path, { size, time }]) => `${path} ${String(size)} ${String(time)}`);
  return digestOfAll(lines.sort());
}

function filesIn(target: string, folder: string, isDeep: boolean): readonly Standing[] {
  return namesIn(join(target, folder)).flatMap((name): readonly Standing[] => {
    const path = folder === '' ? name : `${folder}/${name}`;
    const found = lookAt(join(target, path));
    if (found?.isDirectory() === true) return isDeep ? filesIn(target, path, true) : [];
    return [[path, found?.isFile() === true ? { size: found.size, time: found.mtimeMs } : NO_FILE]];
  });
}

const NO_FILE = { size: -1, time: -1 };

function lookAt(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
