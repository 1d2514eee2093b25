import type { Corpus } from '../corpus/model.ts';
import type { Site } from '../site.ts';
import {
  absoluteUrl,
  itemUrl,
  jsonUrl,
  markdownUrl,
  meetingUrl,
  minutesUrl,
  searchUrl,
  siteUrl,
  yearUrl,
} from '../urls.ts';

/** `llms.txt`: in Markdown, what a program that reads for people should know of the site and where its texts are. */
export function guideForPrograms(corpus: Corpus, site: Site): string {
  const link = (text: string, url: string, about: string): string =>
    `- [${text}](${absoluteUrl(url, site.domain)})：${about}`;
  const pattern = (url: string): string => decodeURI(absoluteUrl(url, site.domain));
  const id = '{年}/{编号}';
  const years = [...corpus.byYear].map(([year, minutes]) =>
    link(`${year}年`, yearUrl(year), `${String(minutes.length)}次会议`),
  );
  return `${[
    `# ${site.name}`,
    `> ${site.column.description}。${site.mode === 'demo' ? '这是演示站点，不是政府网站。' : ''}`,
    [
      '正文是公文原文，一个字也没有改动。结果、牵头单位、责任单位等是系统根据原文识读的，以原文为准；读不出来的留空，不等于没有。',
      '引用时写明纪要号、会次、议题和点，附上网址；每份纪要的页面末尾有现成的引文和原文校验值。',
      '纪要可能更正：引用旧版本的，要写明版本。撤回的纪要在原网址留有说明。',
    ].join('\n'),
    '## 网址',
    [
      `- 一份纪要：\`${pattern(meetingUrl(id))}\``,
      `- 第三项议题、第三项第二点：\`${pattern(itemUrl(id, 'item-3'))}\`、\`#item-3-2\``,
      `- 原文（Markdown）：\`${pattern(markdownUrl(id))}\``,
      `- 识读的事实（JSON）：\`${pattern(jsonUrl(id))}\``,
    ].join('\n'),
    '## 从哪里开始',
    [
      link('全部会议纪要', minutesUrl(), '按年份'),
      link('全部议题', siteUrl('data/items.json'), '每项议题一条，带全文'),
      link('检索', searchUrl(), '逐字检索，与在原文里查找的结果一致'),
      link('网址清单', siteUrl('sitemap.xml'), '每个网址和最后改动的时间'),
    ].join('\n'),
    ...(years.length === 0 ? [] : ['## 各年', years.join('\n')]),
  ].join('\n\n')}\n`;
}
