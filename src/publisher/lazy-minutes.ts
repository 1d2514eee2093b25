import { makeBrief, type MeetingBrief } from '../minutes/brief.ts';
import type { BureauId, Minutes } from '../minutes/model.ts';
import type { MeetingRegister } from '../minutes/register.ts';
import type { StatedHead } from '../minutes/stated.ts';
import type { DocumentDetails, DocumentEntry } from './document-entry.ts';
import type { Reading } from './facets.ts';
import type { PartRef, PartStore } from './part-store.ts';
import { Recent } from './recent.ts';

type Values = Pick<Minutes, 'items' | 'attendance' | 'distribution' | 'foot'>;
type Text = Pick<Minutes, 'text' | 'blocks'>;

/** How many documents' heads and lists are in memory at a time: those of a year, whose lists are made of them. */
const MOST = 1500;
/** How many documents' values: the newest of each bureau are in its feed. */
const MOST_VALUES = 300;
/** And how many texts: pages and files are made of one after the other. */
const MOST_TEXTS = 50;

/** Opens the parts of documents when they are asked for. */
export class MinutesReader {
  readonly reading: Reading;
  readonly #store: PartStore;
  readonly #values = new Recent<Values>(MOST_VALUES);
  readonly #texts = new Recent<Text>(MOST_TEXTS);
  readonly #details = new Recent<DocumentDetails>(MOST);
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

  detailsOf(ref: PartRef): DocumentDetails {
    return this.#details.get(ref.digest, () => {
      const details: DocumentDetails = JSON.parse(this.#store.read(ref));
      return details;
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

/** Minutes of which only what the head states is in memory; what is read of them is noted. */
export class LazyMinutes implements Minutes {
  readonly id: string;
  readonly path: string;
  readonly #entry: DocumentEntry;
  readonly #reader: MinutesReader;

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
    return this.#reader.detailsOf(this.#entry.details).roles;
  }

  /** Those of its items; whoever asks notes them with the roles. */
  get anchors(): readonly string[] {
    return this.#reader.detailsOf(this.#entry.details).anchors;
  }

  get head(): Minutes['head'] {
    this.#reader.reading.note(`head ${this.id}`);
    return this.#reader.detailsOf(this.#entry.details).head;
  }

  get stated(): StatedHead {
    this.#reader.reading.note(`stated ${this.id}`);
    return this.#entry.stated;
  }

  get pointCounts(): readonly number[] {
    this.#reader.reading.note(`points ${this.id}`);
    return this.#entry.pointCounts;
  }

  get brief(): MeetingBrief {
    this.#reader.reading.note(`brief ${this.id}`);
    const { briefDigest, details } = this.#entry;
    return this.#reader.briefOf(briefDigest, () => makeBrief(this.#reader.detailsOf(details).register));
  }

  get register(): MeetingRegister {
    this.#reader.reading.note(`register ${this.id}`);
    return this.#reader.detailsOf(this.#entry.details).register;
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
