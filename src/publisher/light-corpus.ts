import { EMPTY_ARCHIVE, type Archive } from '../corpus/archive.ts';
import { buildCorpus } from '../corpus/corpus.ts';
import type { BureauRecord, Corpus, Registry } from '../corpus/model.ts';
import type { TopicHit } from '../corpus/topics.ts';
import type { BureauId, Minutes } from '../minutes/model.ts';
import { Derivations } from './derivations.ts';
import { FacetDigests } from './facet-digests.ts';
import type { Reading } from './facets.ts';
import { KeptValues } from './kept-values.ts';
import { LazyMinutes } from './lazy-minutes.ts';
import { NotedRecord, type RoleSource } from './noted-record.ts';
import { NotedMap, notedValue } from './noted-value.ts';
import type { SiteState } from './site-state.ts';
import type { TopicCache } from './topic-cache.ts';
import { writeYearRoles, YearRoleLines, type YearRoleText } from './year-role-lines.ts';

/** A corpus whose documents are read when they are needed, and the facets of it that can be compared. */
export interface LightCorpus {
  readonly corpus: Corpus;
  /** As it is, with nothing noted. */
  readonly archive: Archive;
  readonly roles: RoleSource;
  /** Which of its items are about which topic; none of minutes that aren't there. */
  readonly hitsOf: (id: string) => readonly TopicHit[];
  readonly kept: KeptValues;
  readonly derivations: Derivations;
  readonly digests: FacetDigests;
}

/** What a light corpus works with. */
export interface CorpusWork {
  readonly reading: Reading;
  readonly topics: TopicCache;
  /** The values of years, and what is known of those of the whole, that the last build has kept. */
  readonly before: Pick<SiteState, 'kept' | 'derivations'>;
}

/** The corpus over lazy minutes, in the same order and with the same indexes as `buildCorpus` gives. */
export function lightCorpus(
  minutes: readonly Minutes[],
  registry: Registry,
  archive: Archive = EMPTY_ARCHIVE,
  { reading, topics, before }: CorpusWork,
): LightCorpus {
  const { minutes: sorted, byId, byYear } = buildCorpus(minutes, registry, archive, () => new Map());
  const minutesOf = (year: string): readonly LazyMinutes[] => (byYear.get(year) ?? []).map(lazily);
  const noteRoles = (year: string): void => {
    reading.note(`year ${year}`);
    for (const { id } of byYear.get(year) ?? []) reading.note(`roles ${id}`);
  };
  const roleText = (year: string): YearRoleText =>
    reading.unnoted(() =>
      kept.get('meetingRoles', year, () => {
        noteRoles(year);
        return writeYearRoles(minutesOf(year));
      }),
    );
  const roleLines = new Map<string, YearRoleLines>();
  const linesIn = (year: string): YearRoleLines => {
    const known =
      roleLines.get(year) ?? new YearRoleLines(roleText(year), (id) => lazily(existing(byId.get(id))));
    roleLines.set(year, known);
    return known;
  };
  const roles: RoleSource = {
    years: [...byYear.keys()],
    rolesIn: (year) =>
      reading.unnoted(() =>
        kept.get('roles', year, () => {
          noteRoles(year);
          return linesIn(year).count();
        }),
      ),
    // Whoever asks notes the whole year of a bureau.
    linesOf: (bureau, year) => linesIn(year).of(bureau),
  };
  const facets = { of: (read: readonly string[]): string => digests.of(read) };
  const kept: KeptValues = new KeptValues(before.kept, reading, facets);
  const derivations: Derivations = new Derivations(before.derivations, reading, facets);
  const note = (facet: string) => (): void => {
    reading.note(facet);
  };
  // What the texts are read for is noted as the hits, whether they are read now or were before.
  const hitsOf = (id: string): readonly TopicHit[] => {
    const found = byId.get(id);
    return found === undefined ? [] : reading.unnoted(() => topics.hitsOf(lazily(found), archive.topics));
  };
  let byBureau: Corpus['byBureau'] | null = null;
  const corpus: Corpus = {
    get minutes() {
      reading.note('order');
      return sorted;
    },
    byId: new NotedMap(byId, {
      key: (id) => {
        reading.note(`exists ${id}`);
      },
      keys: note('order'),
      whole: note('order'),
    }),
    byYear: new NotedMap(byYear, {
      key: (year) => {
        reading.note(`year ${year}`);
      },
      keys: note('years'),
      whole: note('order'),
    }),
    get byBureau() {
      return (byBureau ??= new NotedMap(bureausOf(registry, roles, reading), {
        key: note('bureaus'),
        keys: note('bureaus'),
        whole: note('bureaus'),
      }));
    },
    registry,
    archive: notedValue(archive, 'archive', reading),
    topicHits: (of) => {
      reading.note(`hits ${of.id}`);
      return hitsOf(of.id);
    },
    notes: {
      derived: (name, key) => {
        reading.note(key === null ? `derived ${name}` : `derived ${name} ${key}`);
      },
      kept: (name, year, make) => kept.get(name, year, make),
      part: (name, year, part, make) => kept.part(name, year, part, make),
      derive: (name, make) => derivations.derive(name, make),
      repeatable: (make) => reading.repeatable(make),
    },
  };
  const light = {
    corpus,
    archive,
    roles,
    hitsOf,
    kept,
    derivations,
  };
  const digests: FacetDigests = new FacetDigests(
    light,
    new Map(sorted.map((each) => [each.id, lazily(each).entry])),
  );
  return { ...light, digests };
}

/** The bureaus that occur, in the order of the registry. */
function bureausOf(
  registry: Registry,
  roles: RoleSource,
  reading: Reading,
): ReadonlyMap<BureauId, BureauRecord> {
  const occurring = new Set(roles.years.flatMap((year) => Object.keys(roles.rolesIn(year))));
  return new Map(
    registry.bureaus
      .filter(({ id }) => occurring.has(id))
      .map((bureau) => [bureau.id, new NotedRecord(bureau, roles, reading)]),
  );
}

function existing(minutes: Minutes | undefined): Minutes {
  if (minutes === undefined) throw new Error('Roles are kept of minutes that are not there');
  return minutes;
}

function lazily(minutes: Minutes): LazyMinutes {
  if (!(minutes instanceof LazyMinutes)) throw new Error('The minutes of a light corpus are lazy');
  return minutes;
}
