import type { Archive } from '../corpus/archive.ts';
import type { Corpus, Registry } from '../corpus/model.ts';
import type { Minutes } from '../minutes/model.ts';
import type { Site } from '../site.ts';

/** What a file of one meeting may rest on beside its minutes. */
export interface ExportContext {
  readonly registry: Registry;
  readonly archive: Archive;
  readonly site: Site;
}

/**
 * Files beside the pages. The kind says what a file rests on, so that a build writes anew only the
 * files that a change reaches.
 */
export type Export = MeetingExport | TableExport | CorpusExport;

/** One file for each meeting, made of that meeting alone. */
export interface MeetingExport {
  readonly kind: 'meeting';
  /** Path below the root of the site; the id is `2022/013`. */
  readonly path: (id: string) => string;
  /** The whole content; text is UTF-8. */
  readonly write: (minutes: Minutes, context: ExportContext) => string | Uint8Array;
}

/** One file with the rows of every meeting, newest meeting first; each row rests on its meeting alone. */
export interface TableExport {
  readonly kind: 'table';
  readonly path: string;
  readonly head: string;
  readonly rows: (minutes: Minutes, context: ExportContext) => readonly string[];
  readonly separator: string;
  readonly foot: string;
}

/**
 * Files over many meetings. They read values (`head.held.value`, `decision.outcome` …) and never
 * the text of minutes, which isn't in memory for all meetings at once.
 */
export interface CorpusExport {
  readonly kind: 'corpus';
  readonly files: (corpus: Corpus, site: Site) => Iterable<ExportFile>;
}

export interface ExportFile {
  /** Path below the root of the site. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** The files of one row of the registry, in an order that depends on the corpus alone. */
export function* filesOf(row: Export, corpus: Corpus, site: Site): Iterable<ExportFile> {
  const context = { registry: corpus.registry, archive: corpus.archive, site };
  switch (row.kind) {
    case 'meeting':
      for (const minutes of corpus.minutes)
        yield { path: row.path(minutes.id), content: row.write(minutes, context) };
      break;
    case 'table': {
      const rows = corpus.minutes.flatMap((minutes) => row.rows(minutes, context));
      yield { path: row.path, content: row.head + rows.join(row.separator) + row.foot };
      break;
    }
    case 'corpus':
      yield* row.files(corpus, site);
      break;
  }
}
