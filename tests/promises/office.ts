import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { releaseAddresses } from '../../src/cli/release-addresses.ts';
import { filesBelow } from '../../src/publisher/site-files.ts';
import { newRepository, type Repository } from '../files/repository.ts';
import { hashesOf, type Place, type Workshop } from '../publisher/place.ts';
import { filesOf } from './content.ts';
import { land, reveal, type Statement } from './life.ts';
import { laterThan, type Town } from './town.ts';

/** The office of a town: its repository, and the site that is built of it again and again. */
export interface Office {
  readonly repository: Repository;
  readonly place: Place;
  /** Every address of a page that any build of it answered. */
  readonly addresses: Set<string>;
  /** Those that answered when the ledger was written. */
  readonly released: Set<string>;
  /** By the address of a page of minutes, every anchor of an item or point that any build of it had. */
  readonly anchors: Map<string, Set<string>>;
  /** What was done, for the message of a failure. */
  readonly acts: string[];
  files: ReadonlyMap<string, string>;
}

export function openOffice(workshop: Workshop): Office {
  return {
    repository: newRepository(),
    place: workshop.newPlace(),
    addresses: new Set(),
    released: new Set(),
    anchors: new Map(),
    acts: [],
    files: new Map(),
  };
}

/** Commits what the town means now, on the branch of the site or on one that is merged into it. */
export function commitTown(
  office: Office,
  town: Town,
  statement: Statement,
  { merged = false }: { readonly merged?: boolean } = {},
): void {
  const { repository } = office;
  const { now } = town;
  const files = filesOf(town);
  if (merged) repository.git(now, 'switch', '--quiet', '--create', 'work');
  writeCommit(office, now, files, messageOf(statement));
  if (merged) {
    repository.git(now, 'switch', '--quiet', 'main');
    repository.git(now, 'merge', '--quiet', '--no-ff', '--message', '合并', 'work');
    repository.git(now, 'branch', '--quiet', '--delete', 'work');
  }
  land(town, statement);
}

/** Commits other files than those the town means; nobody takes note. */
export function writeCommit(
  office: Office,
  now: string,
  files: ReadonlyMap<string, string>,
  message: string,
): void {
  const gone = [...office.files.keys()].filter((path) => !files.has(path));
  const changed = [...files].filter(([path, text]) => office.files.get(path) !== text);
  office.files = files;
  office.repository.commit(now, message, {
    ...Object.fromEntries(gone.map((path) => [path, null])),
    ...Object.fromEntries(changed),
  });
}

function messageOf({ subject, reason, kind }: Statement): string {
  const lines = [
    ...(reason === null ? [] : [`更正说明: ${reason}`]),
    ...(kind === null ? [] : [`更正类型: ${kind}`]),
  ];
  return lines.length === 0 ? subject : `${subject}\n\n${lines.join('\n')}`;
}

/** Lets minutes pass. */
export function pass(town: Town, minutes: number): void {
  town.now = laterThan(town.now, minutes);
  reveal(town);
}

/** Builds the site on what the last build left; throws the findings when it is refused. */
export async function build(office: Office, { now }: Town): Promise<void> {
  const { repository, place, addresses, acts } = office;
  const report = await place.build(repository.content, { now });
  if (!report.written) throw new Error(`${acts.join('\n')}\nrefused:\n${report.findings}`);
  for (const address of addressesOf(place)) {
    addresses.add(address);
    if (/^minutes\/\d{4}\/[^/]+\/$/u.test(address)) noteAnchors(office, address);
  }
}

function addressesOf({ out }: Place): readonly string[] {
  const pages = filesBelow(out).filter((path) => path.endsWith('index.html'));
  return pages.map((path) => path.slice(0, -'index.html'.length));
}

/** Notes the anchors that a page has just now. */
function noteAnchors({ place, anchors }: Office, address: string): void {
  const known = anchors.get(address) ?? new Set();
  anchors.set(address, known);
  const html = readFileSync(join(place.out, address, 'index.html'), 'utf8');
  for (const [, anchor = ''] of html.matchAll(/ id="(item-[\d-]+)"/gu)) known.add(anchor);
}

/** Builds what has to be refused; says what is wrong when it isn't, or when a byte of the site changed. */
export async function buildInVain({ repository, place }: Office, { now }: Town): Promise<string> {
  const before = hashesOf(place.out);
  const report = await place.build(repository.content, { now });
  if (report.written) return 'was not refused';
  return JSON.stringify(hashesOf(place.out)) === JSON.stringify(before)
    ? report.findings
    : 'changed the site';
}

/** Enters what is public into the ledger, which is committed, and builds the site of that. */
export async function release(office: Office, town: Town): Promise<void> {
  const run = { contentDir: office.repository.content, now: town.now, dryRun: false };
  const write = (_: string, text: string): Promise<void> => {
    town.ledger = text;
    return Promise.resolve();
  };
  const { entered, findings } = await releaseAddresses(run, { write });
  if (entered === null) throw new Error(`${office.acts.join('\n')}\nnot released:\n${findings}`);
  commitTown(office, town, { subject: '登记', reason: null, kind: null });
  await build(office, town);
  for (const address of addressesOf(office.place)) office.released.add(address);
}

/** Damages a file of the caches or of the site, the compiled pages aside; '' where there is none yet. */
export function damage({ place }: Office, draw: (below: number) => number): string {
  const folder = draw(2) === 0 ? place.cache : place.out;
  const files = filesBelow(folder).filter((path) => !path.startsWith('bundle/'));
  const path = files[draw(files.length)] ?? '';
  if (path !== '') appendFileSync(join(folder, path), 'x');
  return path;
}
