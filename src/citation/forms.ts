import type { IsoDate } from '../minutes/model.ts';
import { bibtex, cslJson } from './reference-data.ts';
import {
  addressOf,
  numberedTitle,
  shortHash,
  writtenDate,
  type CitationSource,
  type CitedPlace,
} from './source.ts';

/** Writes a citation. The day of access is null where nobody has looked yet: then a mark stands for it. */
type Form = (source: CitationSource, place: CitedPlace, accessed: IsoDate | null) => string;

/** What stands for the day of access until a reader copies the citation. */
export const ACCESS_MARK = '引用日期';

export type CitationForm = 'plain' | 'gbt7714' | 'markdown' | 'bibtex' | 'csl';

/** The forms of a citation, in the order they are offered, each with its name. */
export const CITATION_FORMS: Readonly<
  Record<CitationForm, { readonly label: string; readonly write: Form }>
> = {
  plain: { label: '通用', write: plain },
  gbt7714: { label: 'GB/T 7714—2015', write: gbt7714 },
  markdown: { label: 'Markdown', write: markdown },
  bibtex: { label: 'BibTeX', write: bibtex },
  csl: { label: 'CSL-JSON', write: cslJson },
};

/** A citation in plain Chinese, as an article or a letter has it. */
function plain(source: CitationSource, place: CitedPlace): string {
  const parts = [
    `《${source.title}》${source.number === null ? '' : `（${source.number}）`}`,
    ...meetingParts(source),
    ...placeParts(place),
    ...versionParts(source),
    addressOf(source, place),
  ];
  return `${parts.join('，')} （原文${shortHash(source)}）`;
}

/** GB/T 7714—2015 8.3: 主要责任者. 题名: 其他题名信息[EB/OL]. (更新日期)[引用日期]. 获取和访问路径. */
function gbt7714(source: CitationSource, place: CitedPlace, accessed: IsoDate | null): string {
  const { author, session, version, dated } = source;
  const others = [
    ...(session === null ? [] : [session]),
    ...(place.name === '' ? [] : [place.name]),
    ...(version === null ? [] : [`第${String(version)}版`]),
  ];
  const title = [numberedTitle(source), others.join(', ')].filter((part) => part !== '').join(': ');
  const updated = dated === null ? '' : `(${dated})`;
  return `${author}. ${title}[EB/OL]. ${updated}[${accessed ?? ACCESS_MARK}]. ${addressOf(source, place)}. ${shortHash(source)}.`;
}

/** A link with what it leads to. */
function markdown(source: CitationSource, place: CitedPlace): string {
  const text = (numberedTitle(source) + place.name).replaceAll(/[\\[\]]/gu, String.raw`\$&`);
  const about = [...meetingParts(source), ...versionParts(source), `原文${shortHash(source)}`];
  return `[${text}](${addressOf(source, place)})（${about.join('，')}）`;
}

function meetingParts({ session, held }: CitationSource): readonly string[] {
  const day = held === null ? '' : writtenDate(held);
  if (session === null) return day === '' ? [] : [`${day}的会议`];
  return [day === '' ? session : `${session}（${day}）`];
}

function placeParts({ name, heading }: CitedPlace): readonly string[] {
  if (name === '') return [];
  return [heading === null ? name : `${name}“${heading}”`];
}

function versionParts({ dated, version }: CitationSource): readonly string[] {
  return [
    ...(dated === null ? [] : [`${writtenDate(dated)}公开`]),
    ...(version === null ? [] : [`第${String(version)}版`]),
  ];
}
