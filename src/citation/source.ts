import type { IsoDate } from '../minutes/model.ts';

/** What citations of one set of minutes are made of. */
export interface CitationSource {
  /** `2022/013`. */
  readonly id: string;
  /** The body that issued the minutes. */
  readonly author: string;
  readonly title: string;
  /** 第13号, 市政府第9次常务会议: as printed; null where the text doesn't say. */
  readonly number: string | null;
  readonly session: string | null;
  readonly held: IsoDate | null;
  /** The day of the version on this site: of its publication, or of its last change. */
  readonly dated: IsoDate | null;
  /** From 1; null where nothing is known of versions. */
  readonly version: number | null;
  /** With scheme and host, without anchor. */
  readonly url: string;
  /** The SHA-256 of the official text, as the file `minutes.txt` beside the page has it. */
  readonly hash: string;
}

/** A part of the minutes that can be cited. */
export interface CitedPlace {
  /** `item-3-2`; '' stands for the whole. */
  readonly anchor: string;
  /** 议题三第（二）点; '' for the whole. */
  readonly name: string;
  /** The heading of an item; null for points and the whole. */
  readonly heading: string | null;
}

/** The minutes as a whole. */
export const WHOLE: CitedPlace = { anchor: '', name: '', heading: null };

/** Places as an attribute of the page holds them: a line each, anchor, name and heading apart by tabs. */
export function formatPlaces(places: readonly CitedPlace[]): string {
  return places
    .map(({ anchor, name, heading }) => [anchor, name, ...(heading === null ? [] : [heading])])
    .map((fields) => fields.map((field) => field.replaceAll(/\s+/gu, ' ')).join('\t'))
    .join('\n');
}

/** Reads what `formatPlaces` wrote. */
export function parsePlaces(lines: string): readonly CitedPlace[] {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [anchor = '', name = '', heading = null] = line.split('\t');
      return { anchor, name, heading };
    });
}

/** The address of a part. */
export function addressOf({ url }: CitationSource, { anchor }: CitedPlace): string {
  return anchor === '' ? url : `${url}#${anchor}`;
}

/** Title and number: what the document is called on paper. */
export function numberedTitle({ title, number }: CitationSource): string {
  return number === null || title.includes(number) ? title : `${title}（${number}）`;
}

/** `2022年7月2日`, as texts write it. */
export function writtenDate(date: IsoDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${year}年${String(Number(month))}月${String(Number(day))}日`;
}

/** How much of the hash readers copy by hand: 64 bits. */
const SHORT = 16;

/** The beginning of the hash, with its name. */
export function shortHash({ hash }: CitationSource): string {
  return `SHA-256 ${hash.slice(0, SHORT)}`;
}
