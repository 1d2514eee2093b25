import * as fc from 'fast-check';
import { DOCUMENT_ACTS, TOWN_ACTS, type DocumentAct, type Scene, type TownAct } from './acts.ts';
import { textOf } from './content.ts';
import { reveal, type Statement } from './life.ts';
import { inReach, MISTAKES } from './mistakes.ts';
import { build, buildInVain, commitTown, damage, pass, release, writeCommit, type Office } from './office.ts';
import { laterThan, type Town } from './town.ts';

/** One step of a history: what it does is drawn from `seed`, so that it can be shrunk and done again. */
type Step = (town: Town, office: Office, draw: (below: number) => number) => Promise<void> | void;

class Command implements fc.AsyncCommand<Town, Office> {
  readonly name: string;
  readonly seed: number;
  /** Whether the site is built after it, or only after the next one that is pushed. */
  readonly isPushed: boolean;
  readonly #step: Step;
  readonly #can: (town: Town) => boolean;

  constructor(
    name: string,
    can: (town: Town) => boolean,
    step: Step,
    [seed, isPushed]: readonly [number, boolean],
  ) {
    this.name = name;
    this.seed = seed;
    this.isPushed = isPushed;
    this.#can = can;
    this.#step = step;
  }

  check(town: Readonly<Town>): boolean {
    return this.#can(town);
  }

  async run(town: Town, office: Office): Promise<void> {
    pass(town, 1);
    office.acts.push(String(this));
    await this.#step(town, office, drawFrom(this.seed));
    if (this.isPushed) await build(office, town);
  }

  toString(): string {
    return `${this.name}(${String(this.seed)}${this.isPushed ? '' : ', not pushed'})`;
  }
}

/** Numbers that follow from a seed. */
function drawFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
}

/** Something is public, so that there is a site. */
const isBegun = ({ documents }: Town): boolean => documents.some(({ versions }) => versions.length > 0);

/** Does it, notes what was reviewed, and commits. */
function doAct(town: Town, office: Office, draw: Scene['draw'], act: () => Statement): void {
  const statement = act();
  for (const document of town.documents)
    if (document.place === 'minutes' && document.left?.text !== textOf(document))
      document.reviewed = town.now;
  commitTown(office, town, statement, { merged: draw(4) === 0 });
  reveal(town);
}

const townStep =
  (act: TownAct): Step =>
  (town, office, draw) => {
    doAct(town, office, draw, () => act({ town, minute: town.now, draw }));
  };

const documentStep =
  ({ can, act }: DocumentAct): Step =>
  (town, office, draw) => {
    const among = town.documents.filter((document) => can(document, town.now));
    const document = among[draw(among.length)];
    if (document === undefined) return;
    doAct(town, office, draw, () => act(document, { town, minute: town.now, draw }));
  };

const mistakeStep: Step = async (town, office, draw) => {
  const names = Object.keys(MISTAKES);
  await makeMistake(town, office, names[draw(names.length)] ?? '', draw);
};

/** Has somebody make a mistake, which has to be refused and taken back; whether it could be made. */
export async function makeMistake(
  town: Town,
  office: Office,
  name: string,
  draw: Scene['draw'],
): Promise<boolean> {
  await build(office, town);
  const scene = { town, minute: town.now, draw };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a key of this very record
  const { code, make } = MISTAKES[name as keyof typeof MISTAKES];
  const reach = inReach(scene);
  const first = draw(reach.length);
  const good = office.files;
  const [document, bad] =
    [...reach.slice(first), ...reach.slice(0, first)]
      .map((each) => [each, make(good, each, scene)] as const)
      .find(([, files]) => files !== null) ?? [];
  if (document === undefined || bad === undefined || bad === null) return false;
  office.acts.push(`  somebody ${name}: ${document.id}`);
  const head = office.repository.git(town.now, 'rev-parse', 'HEAD');
  writeCommit(office, town.now, bad, '改');
  const findings = await buildInVain(office, town);
  if (!code.test(findings))
    throw new Error(`${office.acts.join('\n')}\nshould be ${String(code)}:\n${findings}`);
  office.repository.git(town.now, 'reset', '--quiet', '--hard', head);
  office.files = good;
  return true;
}

/** A correction that nobody explained in its commit, and the entry that explains it afterwards. */
const lateStep: Step = (town, office, draw) => {
  const among = town.documents.filter((document) => DOCUMENT_ACTS.correct.can(document, town.now));
  const document = among[draw(among.length)];
  if (document === undefined) return;
  doAct(
    town,
    office,
    () => 1,
    () => {
      DOCUMENT_ACTS.correct.act(document, { town, minute: town.now, draw });
      return { subject: '更正', reason: null, kind: null };
    },
  );
  const commit = office.repository.git(town.now, 'rev-parse', 'HEAD').slice(0, 10);
  const reason = `第${String(town.words.length)}处补写的说明`;
  town.explained.push(`- { commit: '${commit}', kind: 更正, reason: ${reason} }\n`);
  document.told.push({ ...(document.told.pop() ?? { what: '更正', id: '', time: '' }), reason });
  commitTown(office, town, { subject: '补写说明', reason: null, kind: null });
};

const OTHER_STEPS: Readonly<Record<string, Step>> = {
  'time passes': (town, _, draw) => {
    pass(town, 1 + draw(4 * 24 * 60));
  },
  'addresses are entered': (town, office) => release(office, town),
  'a file is damaged': (_, office, draw) => {
    office.acts.push(`  ${damage(office, draw)}`);
  },
  'a mistake': mistakeStep,
  'a correction is explained later': lateStep,
};

/** The first commit of a town: two sets of minutes. */
export function beginTown(town: Town, office: Office): void {
  const scene = { town, minute: town.now, draw: drawFrom(1) };
  TOWN_ACTS.publish(scene);
  TOWN_ACTS.backfill(scene);
  commitTown(office, town, { subject: '开始', reason: null, kind: null });
  reveal(town);
}

interface Kind {
  readonly can: (town: Town) => boolean;
  readonly step: Step;
}

/** Everything that can happen, by name. */
const KINDS: ReadonlyMap<string, Kind> = new Map([
  ...Object.entries(TOWN_ACTS).map(([name, act]): [string, Kind] => [
    name,
    { can: () => true, step: townStep(act) },
  ]),
  ...Object.entries(DOCUMENT_ACTS).map(([name, act]): [string, Kind] => [
    name,
    {
      can: ({ documents, now }) => documents.some((document) => act.can(document, laterThan(now, 1))),
      step: documentStep(act),
    },
  ]),
  ...Object.entries(OTHER_STEPS).map(([name, step]): [string, Kind] => [name, { can: isBegun, step }]),
]);

/** The names of everything that can happen. */
export const NAMES: readonly string[] = [...KINDS.keys()];

/** Something that happens; `drawn` gives the seed and whether it is pushed. */
export function commandOf(name: string, drawn: readonly [number, boolean]): fc.AsyncCommand<Town, Office> {
  const kind = KINDS.get(name);
  if (kind === undefined) throw new Error(`Nothing is called ${name}`);
  return new Command(name, kind.can, kind.step, drawn);
}

/** Histories of so many steps at most. */
export function histories(most: number): fc.Arbitrary<Iterable<fc.AsyncCommand<Town, Office>>> {
  const draws = fc.tuple(fc.integer({ min: 0, max: 0x7fff_ffff }), fc.boolean());
  const arbitraries = NAMES.map((name) => draws.map((drawn) => commandOf(name, drawn)));
  // Without the bias towards short ones: what breaks needs a past.
  return fc.noBias(fc.commands(arbitraries, { maxCommands: most, size: 'max' }));
}
