import { describe, expect, test } from 'vitest';
import { contentLexicon } from '../read.ts';
import { parseMinutes } from '../../../src/minutes/parse.ts';

const lexicon = contentLexicon();
const FRONT_MATTER = '---\ndisclosure: 主动公开\npublished: 2024-05-20 09:00\n---\n\n';
const OPENING = '2024年5月11日，市长赵启明主持召开市政府第3次常务会议。\n\n';
const repeat = (part: string): string => part.repeat(Math.ceil(350_000 / part.length));

/** About a megabyte of UTF-8 each: no recogniser may be worse than linear. */
const HOSTILE: readonly (readonly [name: string, body: string])[] = [
  ['（一）', repeat('（一）')],
  ['《', repeat('《')],
  ['》', repeat('《甲》》')],
  ['unbroken text', repeat('会')],
  ['openings', repeat('会议听取市教育局汇报《甲》。')],
  ['paragraphs of openings', OPENING + repeat('会议听取市教育局汇报《甲》。\n\n')],
  ['headings', repeat('## 一\n\n')],
  ['bracketed headings', OPENING + repeat('（一）审议甲\n\n会议强调，一是要\n\n')],
  ['由', `${OPENING}一、听取甲\n\n${repeat('由市')}`],
  ['names of bureaus', `${OPENING}一、听取甲\n\n由${repeat('市局、')}`],
  ['observers', `${OPENING}一、听取甲\n\n列席：${repeat('市教育局张三、')}`],
  ['padded names', `${OPENING}一、听取甲\n\n列席：${repeat('张 三 ')}`],
  ['open brackets', `${OPENING}${repeat('（')}`],
  ['decisions', `${OPENING}一、听取甲\n\n${repeat('会议确定：')}`],
  ['numerals', `${repeat('二〇')}年`],
];

describe('parseMinutes', () => {
  test.for(HOSTILE)('reads a megabyte of %s in seconds', { timeout: 60_000 }, ([, body]) => {
    const started = process.cpuUsage();
    parseMinutes(FRONT_MATTER + body, 'a.md', lexicon);
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(30_000);
  });
});
