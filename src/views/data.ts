import type { Corpus } from '../corpus/model.ts';
import { hasMembers } from '../corpus/portal.ts';
import { hasWholePackage, WHOLE_PACKAGE } from '../exporters/bundles.ts';
import { TABLES } from '../exporters/csv/tables.ts';
import type { Site } from '../site.ts';
import {
  absoluteUrl,
  dataFileUrl,
  dataUrl,
  jsonUrl,
  markdownUrl,
  meetingUrl,
  siteUrl,
  textUrl,
} from '../urls.ts';
import type { LinkView } from './bureau-names.ts';
import { frameOf, type FrameView } from './frame.ts';

/** The page that tells what there is for programs, and how to read it. */
export interface DataView {
  readonly frame: FrameView;
  readonly tables: readonly TableView[];
  readonly metadata: string;
  readonly years: readonly YearDataView[];
  readonly whole: string | null;
  readonly schemas: readonly LinkView[];
  /** The files of one meeting, shown by the newest; none before anything is published. */
  readonly perMeeting: readonly FormView[];
  /** Where programs that read OParl and Popolo begin. */
  readonly entries: readonly LinkView[];
  readonly catalogue: string;
  readonly items: string;
}

export interface TableView {
  readonly href: string;
  readonly title: string;
  readonly fileName: string;
  readonly description: string;
  /** The heads of its columns. */
  readonly columns: string;
}

export interface YearDataView {
  readonly year: string;
  readonly meetings: number;
  readonly json: string;
  readonly zip: string;
}

export interface FormView {
  readonly name: string;
  readonly about: string;
  readonly href: string;
  /** The address with 年 and 编号 in it. */
  readonly form: string;
}

/** The view of `/data/`. */
export function dataView(corpus: Corpus, site: Site): DataView {
  const [newest] = corpus.minutes;
  return {
    frame: frameOf(site, corpus, { name: '开放数据', url: dataUrl() }),
    tables: TABLES.map(({ name, title, description, columns }) => ({
      href: dataFileUrl(`csv/${name}.csv`),
      title,
      fileName: `${name}.csv`,
      description,
      columns: columns.map((column) => column.title).join('、'),
    })),
    metadata: dataFileUrl('csv/csv-metadata.json'),
    years: [...corpus.byYear].map(([year, minutes]) => ({
      year,
      meetings: minutes.length,
      json: dataFileUrl(`json/${year}.json`),
      zip: dataFileUrl(`zip/${year}.zip`),
    })),
    whole: hasWholePackage(corpus.minutes.length) ? siteUrl(WHOLE_PACKAGE) : null,
    schemas: [
      { text: '一份纪要的格式', href: dataFileUrl('json/schema/meeting-1.json') },
      { text: '一年纪要的格式', href: dataFileUrl('json/schema/year-1.json') },
    ],
    perMeeting: newest === undefined ? [] : formsOf(newest.id, site),
    entries: [
      { text: 'OParl 入口', href: dataFileUrl('oparl/system.json') },
      { text: 'Popolo 机构', href: dataFileUrl('popolo/organizations.json') },
      ...(hasMembers(corpus) ? [{ text: '门户的成员站点', href: dataFileUrl('members.json') }] : []),
    ],
    catalogue: dataFileUrl('catalogue.jsonld'),
    items: dataFileUrl('items.json'),
  };
}

const FORMS: readonly (readonly [name: string, about: string, urlOf: (id: string) => string])[] = [
  ['网页', '给人看的', meetingUrl],
  ['Markdown', '公开的原文，带标题层次', markdownUrl],
  ['纯文本', '只有原文，一段一行', textUrl],
  ['识读结果', '从原文识读的内容，便于核对', jsonUrl],
  ['完整 JSON', '原文和识读的内容，每一项都指回原句', (id) => dataFileUrl(`json/${id}.json`)],
  ['OParl 1.1', '会议和议题，供议会信息系统', (id) => dataFileUrl(`oparl/meeting/${id}.json`)],
  ['Popolo', '会议和议案', (id) => dataFileUrl(`popolo/${id}.json`)],
  ['Open Civic Data', '会议和议程', (id) => dataFileUrl(`ocd/${id}.json`)],
  ['Akoma Ntoso', '原文的结构，供档案和法律数据库', (id) => dataFileUrl(`akn/${id}.xml`)],
];

function formsOf(id: string, { domain }: Site): readonly FormView[] {
  return FORMS.map(([name, about, urlOf]) => ({
    name,
    about,
    href: urlOf(id),
    form: decodeURI(absoluteUrl(urlOf('年份/编号'), domain)),
  }));
}
