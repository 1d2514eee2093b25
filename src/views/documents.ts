import { countDocuments, documentYears } from '../corpus/documents.ts';
import type { Corpus } from '../corpus/model.ts';
import { threadRecords } from '../corpus/thread-records.ts';
import type { Site } from '../site.ts';
import { documentsUrl, documentsYearUrl } from '../urls.ts';
import { threadView, type ThreadView } from './documents-year.ts';
import { frameOf, type FrameView } from './frame.ts';
import { columnTags } from './meta.ts';

/** The documents that meetings considered: years, and the subjects that come up again. */
export interface DocumentsView {
  readonly frame: FrameView;
  readonly heading: string;
  readonly description: string;
  readonly years: readonly { readonly text: string; readonly href: string; readonly count: number }[];
  readonly threads: readonly ThreadView[];
  /** What is to be known of the list of threads. */
  readonly threadsNote: string;
}

/** So many threads are listed, those that staff put together first; the pages of the years lead to all. */
const LISTED = 40;

const DESCRIPTION =
  '会议审议、听取的每一份《……》：哪次会议提出，结果怎样，正式文件有没有收录，往年有没有同类文件。';

/** The view of `/documents/`. */
export function documentsView(corpus: Corpus, site: Site): DocumentsView {
  const threads = threadRecords(corpus);
  const listed = threads.toSorted((one, other) => Number(other.stated) - Number(one.stated)).slice(0, LISTED);
  return {
    frame: frameOf(site, corpus, {
      name: '文件',
      url: documentsUrl(),
      description: DESCRIPTION,
      meta: columnTags(site, site.column),
    }),
    heading: '文件',
    description: DESCRIPTION,
    years: documentYears(corpus).map((year) => ({
      text: `${year}年`,
      href: documentsYearUrl(year),
      count: countDocuments(year, corpus),
    })),
    threads: listed.map((thread) => threadView(thread, null)),
    threadsNote:
      threads.length > listed.length
        ? `共${String(threads.length)}组，这里列出最近的${String(listed.length)}组，其余见各年。`
        : '',
  };
}
