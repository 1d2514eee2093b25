import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { findPlace, type FindPlace } from '../checks/collection-rule.ts';
import { checkFile, type CheckedFile, type FileContext, type MinutesSource } from '../checks/minutes-file.ts';
import type { WithheldSentences } from '../checks/withheld.ts';
import type { ContentFiles } from '../files/content.ts';
import { diagnosticsOf, entryOf, isWaiting, shownSource, type DocumentEntry } from './document-entry.ts';
import { digestOf, digestOfAll } from './digest.ts';
import { EntryLog } from './entry-log.ts';
import type { Place } from '../minutes/places.ts';
import type { Reading } from './facets.ts';
import { LazyMinutes, MinutesReader } from './lazy-minutes.ts';
import { PartStore } from './part-store.ts';

/**
 * Documents as they were parsed and checked, by the digest of everything that decides it: the source, the
 * code, and the settings that documents are held against. What isn't there is made and added.
 */
export class DocumentCache {
  readonly partsFolder: string;
  readonly #context: string;
  readonly #log: EntryLog<DocumentEntry>;
  /** Where findings stand that show only beside other documents. */
  readonly #places: EntryLog<Place>;
  readonly #found = new Set<string>();
  readonly #store: PartStore;
  readonly #reader: MinutesReader;
  readonly #used = new Map<string, DocumentEntry>();
  /** The keys of the documents that were asked for, by path. */
  readonly #keys = new Map<string, string>();
  readonly #withheld = new WeakMap<WithheldSentences, string>();
  readonly #keyOfFile = new WeakMap<MinutesSource, { readonly withheld: string; readonly key: string }>();
  #made = 0;

  /** Opens the cache of this version of the code; those of others are removed. */
  constructor(folder: string, code: string, settings: ContentFiles, reading: Reading) {
    this.#context = digestOfAll([
      code,
      ...[settings.registry, settings.site, settings.exceptions, ...settings.lists].map((file) =>
        file === null ? '' : `${file.path} ${digestOf(file.source)}`,
      ),
    ]);
    this.#log = new EntryLog(join(folder, 'documents.log'));
    this.#places = new EntryLog(join(folder, 'places.log'));
    this.partsFolder = join(folder, 'parts');
    this.#store = new PartStore(this.partsFolder, `${String(process.pid)}.pack`);
    this.#reader = new MinutesReader(this.#store, reading);
  }

  /** How many documents had to be parsed and checked. */
  get made(): number {
    return this.#made;
  }

  /** The entries of the documents that were asked for, by id. */
  get entries(): ReadonlyMap<string, DocumentEntry> {
    return new Map([...this.#used.values()].map((entry) => [entry.id, entry]));
  }

  /** Whether `check` would have to parse and check a file. */
  isMissing(file: MinutesSource, context: Pick<FileContext, 'withheld' | 'now'>): boolean {
    return this.#find(this.#keyOf(file, context), context) === null;
  }

  /** Adds what was made of a file elsewhere; its parts are in the same folder. */
  add(file: MinutesSource, context: FileContext, entry: DocumentEntry): void {
    this.#made++;
    this.#log.add(this.#keyOf(file, context), entry);
  }

  /** The same as `checkFile` gives; the minutes are lazy. */
  check(file: MinutesSource, context: FileContext): CheckedFile {
    const key = this.#keyOf(file, context);
    this.#keys.set(file.path, key);
    const entry = this.#find(key, context) ?? this.#make(file, context, key);
    this.#used.set(key, entry);
    return {
      minutes: new LazyMinutes(entry, this.#reader),
      diagnostics: diagnosticsOf(entry, () => this.#reader.detailsOf(entry.details)),
      leaks: {
        diagnostics: [],
        get shown() {
          return shownSource(file.source, entry);
        },
        used: entry.used.flatMap((at) => context.allowed.exceptions[at] ?? []),
        released: entry.released,
      },
    };
  }

  /** The same as `findPlace` gives. */
  readonly find: FindPlace = (file, minutes, about) => {
    const document = this.#keys.get(file.path) ?? digestOf(file.source);
    const key = digestOfAll([this.#context, document, about]);
    const known = this.#places.get(key);
    const place = known ?? findPlace(file, minutes, about);
    if (known === undefined) this.#places.add(key, place);
    this.#found.add(key);
    return place;
  };

  /** Keeps what this build has asked for. */
  save(): void {
    this.#log.save((key) => this.#used.has(key));
    this.#places.save((key) => this.#found.has(key));
  }

  close(): void {
    this.#store.close();
  }

  #find(key: string, { now }: Pick<FileContext, 'now'>): DocumentEntry | null {
    const known = this.#log.get(key);
    return known !== undefined && known.waits === isWaiting(known.stated, now) ? known : null;
  }

  #make(file: MinutesSource, context: FileContext, key: string): DocumentEntry {
    const checked = checkFile(file, context);
    const entry = entryOf(checked, file.source, context.allowed.exceptions, context.now, this.#store);
    this.#made++;
    this.#log.add(key, entry);
    return entry;
  }

  #keyOf(file: MinutesSource, { withheld }: Pick<FileContext, 'withheld'>): string {
    const { path, id, draft = false } = file;
    const known = this.#withheld.get(withheld) ?? digestOfAll([...withheld].sort());
    this.#withheld.set(withheld, known);
    const before = this.#keyOfFile.get(file);
    if (before?.withheld === known) return before.key;
    const digest = file.digest ?? digestOf(file.source);
    const key = digestOfAll([this.#context, known, path, id, String(draft), digest]);
    this.#keyOfFile.set(file, { withheld: known, key });
    return key;
  }
}

/** Removes a cache of documents. */
export function removeDocuments(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
