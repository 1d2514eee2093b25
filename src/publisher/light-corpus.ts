import { EMPTY_ARCHIVE, type Archive } from '../corpus/archive.ts';
import { buildCorpus } from '../corpus/corpus.ts';
import type {
  Bureau,
  BureauRecord,
  Corpus,
  DecisionRef,
  ItemRef,
  MeetingRef,
  Registry,
  ResponsibleRef,
} from '../corpus/model.ts';
import type { BureauId, Minutes } from '../minutes/model.ts';
import { FacetDigests } from './facet-digests.ts';
import type { Reading } from './facets.ts';
import { KeptValues } from './kept-values.ts';
import { LazyMinutes } from './lazy-minutes.ts';
import { NotedMap, notedValue } from './noted-value.ts';
import type { SiteState } from './site-state.ts';
import type { TopicCache } from './topic-cache.ts';

/** The places of a bureau's roles: index of the document in the order of the corpus, item, decision or lead. */
type Places = Record<'reports' | 'responsible' | 'issues' | 'observes', (readonly number[])[]>;

/** A corpus whose documents are read when they are needed, and the facets of it that can be compared. */
export interface LightCorpus {
  readonly corpus: Corpus;
  /** As it is, with nothing noted. */
  readonly archive: Archive;
  /** What a bureau does, as one line. */
  readonly rolesOf: (bureau: BureauId) => string;
  readonly kept: KeptValues;
  readonly digests: FacetDigests;
}

/** What a light corpus works with. */
export interface CorpusWork {
  readonly reading: Reading;
  readonly topics: TopicCache;
  /** The values of years that the last build has kept. */
  readonly kept: SiteState['kept'];
}

/** The corpus over lazy minutes, in the same order and with the same indexes as `buildCorpus` gives. */
export function lightCorpus(
  minutes: readonly Minutes[],
  registry: Registry,
  archive: Archive = EMPTY_ARCHIVE,
  { reading, topics, kept: before }: CorpusWork,
): LightCorpus {
  const { minutes: sorted, byId, byYear } = buildCorpus(minutes, registry, archive, () => new Map());
  const places = placesOf(sorted);
  const byBureau = new Map(
    registry.bureaus.flatMap((bureau): readonly (readonly [BureauId, BureauRecord])[] => {
      const own = places.get(bureau.id);
      return own === undefined ? [] : [[bureau.id, new NotedRecord(bureau, own, sorted, reading)]];
    }),
  );
  const kept: KeptValues = new KeptValues(before, reading, { of: (facets): string => digests.of(facets) });
  const note = (facet: string) => (): void => {
    reading.note(facet);
  };
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
    byBureau: new NotedMap(byBureau, { key: note('bureaus'), keys: note('bureaus'), whole: note('bureaus') }),
    registry,
    archive: notedValue(archive, 'archive', reading),
    topicHits: (of) => topics.hitsOf(lazily(of), archive.topics),
    notes: {
      derived: (name, key) => {
        reading.note(key === null ? `derived ${name}` : `derived ${name} ${key}`);
      },
      kept: (name, year, make) => kept.get(name, year, make),
      unnoted: (make) => reading.unnoted(make),
      repeatable: (make) => reading.repeatable(make),
    },
  };
  const light = { corpus, archive, rolesOf: (bureau: BureauId) => lineOf(places.get(bureau), sorted), kept };
  const digests: FacetDigests = new FacetDigests(
    light,
    new Map(sorted.map((each) => [each.id, lazily(each).entry])),
  );
  return { ...light, digests };
}

function placesOf(newestFirst: readonly Minutes[]): ReadonlyMap<BureauId, Places> {
  const places = new Map<BureauId, Places>();
  for (const [at, minutes] of newestFirst.entries()) {
    for (const [role, bureau, ...rest] of lazily(minutes).entry.roles) {
      const known = places.get(bureau) ?? { reports: [], responsible: [], issues: [], observes: [] };
      places.set(bureau, known);
      known[role].push([at, ...rest]);
    }
  }
  return places;
}

function lazily(minutes: Minutes): LazyMinutes {
  if (!(minutes instanceof LazyMinutes)) throw new Error('The minutes of a light corpus are lazy');
  return minutes;
}

function lineOf(places: Places | undefined, minutes: readonly Minutes[]): string {
  if (places === undefined) return '';
  return Object.values(places)
    .map((role) =>
      role
        .map(([at, item, more = 0]) => {
          const each = lazily(existing(minutes[at ?? -1]));
          return `${each.id}#${each.entry.anchors[item ?? -1] ?? ''}.${String(item)}.${String(more)}`;
        })
        .join(' '),
    )
    .join('|');
}

/** What a bureau does; the items themselves are opened when they are asked for. */
class NotedRecord implements BureauRecord {
  readonly bureau: Bureau;
  readonly #places: Places;
  readonly #minutes: readonly Minutes[];
  readonly #reading: Reading;

  constructor(bureau: Bureau, places: Places, minutes: readonly Minutes[], reading: Reading) {
    this.bureau = bureau;
    this.#places = places;
    this.#minutes = minutes;
    this.#reading = reading;
  }

  get reports(): readonly ItemRef[] {
    return this.#read('reports').map(([at, item]) => new LazyItemRef(this.#minutesAt(at), item));
  }

  get responsible(): readonly ResponsibleRef[] {
    return this.#read('responsible').map(
      ([at, item, lead]) => new LazyResponsibleRef(this.#minutesAt(at), item, lead === 1),
    );
  }

  get issues(): readonly DecisionRef[] {
    return this.#read('issues').map(
      ([at, item, decision]) => new LazyDecisionRef(this.#minutesAt(at), item, decision),
    );
  }

  get observes(): readonly MeetingRef[] {
    return this.#read('observes').map(([at]) => ({ minutes: this.#minutesAt(at) }));
  }

  toJSON(): unknown {
    return { bureau: this.bureau.id };
  }

  #read(role: keyof Places): readonly (readonly number[])[] {
    this.#reading.note(`bureau ${this.bureau.id}`);
    return this.#places[role];
  }

  #minutesAt(at: number | undefined): Minutes {
    return existing(this.#minutes[at ?? -1]);
  }
}

class LazyItemRef implements ItemRef {
  readonly minutes: Minutes;
  readonly #item: number | undefined;

  constructor(minutes: Minutes, item: number | undefined) {
    this.minutes = minutes;
    this.#item = item;
  }

  get item(): ItemRef['item'] {
    return existing(this.minutes.items[this.#item ?? -1]);
  }

  get anchor(): string {
    return existing(lazily(this.minutes).entry.anchors[this.#item ?? -1]);
  }
}

class LazyResponsibleRef extends LazyItemRef implements ResponsibleRef {
  readonly lead: boolean;

  constructor(minutes: Minutes, item: number | undefined, lead: boolean) {
    super(minutes, item);
    this.lead = lead;
  }
}

class LazyDecisionRef extends LazyItemRef implements DecisionRef {
  readonly #decision: number | undefined;

  constructor(minutes: Minutes, item: number | undefined, decision: number | undefined) {
    super(minutes, item);
    this.#decision = decision;
  }

  get decision(): DecisionRef['decision'] {
    return existing(this.item.decisions[this.#decision ?? -1]);
  }
}

function existing<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('A bureau has a role in an item that is not there');
  return value;
}
