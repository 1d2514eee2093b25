import { countDocuments, documentYears } from '../corpus/documents.ts';
import type { Corpus } from '../corpus/model.ts';
import { listedThreads } from '../corpus/thread-records.ts';
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

const DESCRIPTION =
  '会议审议、听取的每一份《……》：哪次会议提出，结果怎样，正式文件有没有收录，往年有没有同类文件。';

/** The view of `/documents/`. */
export function documentsView(corpus: Corpus, site: Site): DocumentsView {
  const { threads, count } = listedThreads(corpus);
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
    threads: threads.map((thread) => threadView(thread, null, corpus)),
    threadsNote:
      count > threads.length
        ? `共${String(count)}组，这里列出最近的${String(threads.length)}组，其余见各年。`
        : '',
  };
}
