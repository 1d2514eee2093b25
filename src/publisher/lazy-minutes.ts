import { makeBrief, type MeetingBrief } from '../minutes/brief.ts';
import type { BureauId, Minutes } from '../minutes/model.ts';
import type { DocumentEntry } from './document-entry.ts';
import type { Reading } from './facets.ts';
import type { PartRef, PartStore } from './part-store.ts';
import { Recent } from './recent.ts';

type Values = Pick<Minutes, 'items' | 'attendance' | 'distribution' | 'foot'>;
type Text = Pick<Minutes, 'text' | 'blocks'>;

/** How many documents' values and texts are in memory at a time: those of a year, which is made as one. */
const MOST = 1500;

/** Opens the parts of documents when they are asked for. */
export class MinutesReader {
  readonly reading: Reading;
  readonly #store: PartStore;
  readonly #values = new Recent<Values>(MOST);
  readonly #texts = new Recent<Text>(MOST);
  readonly #briefs = new Recent<MeetingBrief>(MOST);

  constructor(store: PartStore, reading: Reading) {
    this.#store = store;
    this.reading = reading;
  }

  valuesOf(ref: PartRef): Values {
    return this.#values.get(ref.digest, () => {
      const values: Values = JSON.parse(this.#store.read(ref));
      return values;
    });
  }

  /** @param digest of the brief */
  briefOf(digest: string, make: () => MeetingBrief): MeetingBrief {
    return this.#briefs.get(digest, make);
  }

  textOf(ref: PartRef): Text {
    return this.#texts.get(ref.digest, () => {
      const text: Text = JSON.parse(this.#store.read(ref));
      return text;
    });
  }
}

/** Minutes of which only the head is in memory; what is read of them is noted. */
export class LazyMinutes implements Minutes {
  readonly id: string;
  readonly path: string;
  readonly #entry: DocumentEntry;
  readonly #reader: MinutesReader;
  #roles: Readonly<Record<BureauId, string>> | null = null;

  constructor(entry: DocumentEntry, reader: MinutesReader) {
    this.id = entry.id;
    this.path = entry.path;
    this.#entry = entry;
    this.#reader = reader;
  }

  get entry(): DocumentEntry {
    return this.#entry;
  }

  /** What each bureau does in it, see `roleLine`; whoever asks notes it. */
  get roles(): Readonly<Record<BureauId, string>> {
    if (this.#roles !== null) return this.#roles;
    const roles: Readonly<Record<BureauId, string>> = JSON.parse(this.#entry.roles);
    this.#roles = roles;
    return roles;
  }

  get head(): Minutes['head'] {
    this.#reader.reading.note(`head ${this.id}`);
    return this.#entry.head;
  }

  get pointCounts(): readonly number[] {
    this.#reader.reading.note(`points ${this.id}`);
    return this.#entry.pointCounts;
  }

  get brief(): MeetingBrief {
    this.#reader.reading.note(`brief ${this.id}`);
    const { id, head, values, briefDigest } = this.#entry;
    return this.#reader.briefOf(briefDigest, () =>
      makeBrief({ id, head, items: this.#reader.valuesOf(values).items }),
    );
  }

  get items(): Minutes['items'] {
    return this.#values.items;
  }

  get attendance(): Minutes['attendance'] {
    return this.#values.attendance;
  }

  get distribution(): Minutes['distribution'] {
    return this.#values.distribution;
  }

  get foot(): Minutes['foot'] {
    return this.#values.foot;
  }

  get text(): string {
    return this.#text.text;
  }

  get blocks(): Minutes['blocks'] {
    return this.#text.blocks;
  }

  /** Stands for the document where what a page is made of is compared; what it reads is noted apart. */
  toJSON(): unknown {
    return { minutes: this.id };
  }

  get #values(): Values {
    this.#reader.reading.note(`values ${this.id}`);
    return this.#reader.valuesOf(this.#entry.values);
  }

  get #text(): Text {
    this.#reader.reading.note(`text ${this.id}`);
    return this.#reader.textOf(this.#entry.text);
  }
}
