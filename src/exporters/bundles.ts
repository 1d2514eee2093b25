import { markdownFile } from '../minutes/downloads.ts';
import type { BundleExport } from './export.ts';
import { meetingJson } from './json/meetings.ts';
import { zipCutter, zipOf, zipPieces } from '../zip/zip.ts';

/** The package of all years, below the root of the site. */
export const WHOLE_PACKAGE = 'data/zip/all.zip';

/**
 * So many meetings have a package of all years: some eighty megabytes. A larger one would be made anew with every
 * correction, and few could take it; the packages of the years are listed by the catalogue.
 */
export const MOST_MEETINGS = 2000;

/** Whether so many meetings have a package of all years. */
export function hasWholePackage(meetings: number): boolean {
  return meetings > 0 && meetings <= MOST_MEETINGS;
}

/**
 * `data/zip/2022.zip` and `data/zip/all.zip`: Markdown and JSON of each meeting. What is packed of a
 * meeting never depends on another, so the packages of past years stay the same byte for byte.
 */
export const bundles: BundleExport = {
  kind: 'bundle',
  path: (year) => `data/zip/${year}.zip`,
  wholePath: WHOLE_PACKAGE,
  hasWhole: hasWholePackage,
  piece: (minutes, context) =>
    zipOf([
      [`${minutes.id}.md`, markdownFile(minutes)],
      [`${minutes.id}.json`, String(meetingJson.write(minutes, context))],
    ]),
  preface: ({ name }) => zipOf([['README.txt', README.replace('NAME', () => name)]]),
  join: zipPieces,
  cutter: (size, read, pieces) => {
    const { count, cut } = zipCutter(size, read);
    return count === pieces * FILES ? (from, to) => cut(from * FILES, to * FILES) : null;
  },
};

/** How many files a piece has. */
const FILES = 2;

const README = `NAME

每份纪要两个文件，按年份和编号存放：
  2022/013.md    公开的原文，Markdown
  2022/013.json  原文和从原文识读的内容，格式见网站的 data/json/schema/meeting-1.json

识读的内容由程序根据原文生成，以原文为准。包里文件的时间一律写 1980 年，没有含义：内容相同，包就逐字节相同。
`;
