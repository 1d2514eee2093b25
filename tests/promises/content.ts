import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reviewedDigest } from '../../src/minutes/reviewed-text.ts';
import { PUBLISHING_SITE } from '../files/publishing-site.ts';
import { isStanding, type Document, type Item, type Town } from './town.ts';

/** The files of the content folder that says what a town means. */

const CITY = join(import.meta.dirname, '..', 'fixtures', 'site', 'content');
const REGISTRY = readFileSync(join(CITY, 'bureaus.yaml'), 'utf8');
const HOLIDAYS = readFileSync(join(import.meta.dirname, '..', '..', 'content', 'holidays.yaml'), 'utf8');

export const DECISIONS = [
  '会议原则同意该《办法》，由市水利局会同市应急局组织实施。',
  '会议原则通过该《办法》，以市政府办名义印发。',
  '会议同意该《办法》，责成清溪镇抓好落实。',
  '会议决定暂缓，由市水利局再作研究。',
] as const;

const NUMERALS = '一二三四五六七八九';

/** The blocks of an item's text as readers see them: its heading first. */
export function blocksOf(item: Item, index: number): readonly string[] {
  const { subject, bureau, decision, word, added } = item;
  return [
    `${NUMERALS[index] ?? ''}、审议《云岭市${subject}办法》`,
    `会议听取了${bureau}关于《云岭市${subject}办法》起草情况的汇报。${DECISIONS[decision] ?? ''}`,
    `会议明确，${word}事项列入年度安排。${added.map((each) => `${each}事项一并安排。`).join('')}`,
    '会议强调，（一）要科学规划，合理布局。（二）要精心养护。',
  ];
}

/** All that readers see of the text of its items. */
export function shownTextOf({ items }: Document): string {
  return items.flatMap(blocksOf).join('\n');
}

/** The Markdown of an item. */
function markdownOf(item: Item, index: number): string {
  const [heading = '', ...paragraphs] = blocksOf(item, index);
  const withheld = item.withheld.map(
    (word) =>
      `:::withhold{reason="涉及个人隐私" basis="条例第十五条"}\n${word}名单上的住户另行书面通知本人。\n:::`,
  );
  return [`## ${heading}`, ...paragraphs, ...withheld].join('\n\n');
}

/** The official text as Markdown, without front matter. */
export function textOf({ serial, year, items }: Document): string {
  const day = `${year}年3月5日`;
  return `# 云岭市人民政府常务会议纪要

第${String(serial)}号

云岭市人民政府办公室

${year}年3月8日

${day}上午，林远市长主持召开市政府第${String(serial)}次常务会议，审议${items.map(({ subject }) => `《云岭市${subject}办法》`).join('、')}，纪要如下：

${items.map(markdownOf).join('\n\n')}

（此件公开发布）
`;
}

export function sourceOf(document: Document): string {
  const { published, republished, archived } = document;
  const more = `${republished ? 'republished: true\n' : ''}${archived === null ? '' : `archived: ${archived}\n`}`;
  return `---\ndisclosure: 主动公开\npublished: ${published}\n${more}---\n\n${textOf(document)}`;
}

function reviewOf(document: Document): string {
  const round = (name: string, role: string, person: number): string =>
    `  - { round: ${name}, role: ${role}, person: ${String(person)}, time: ${document.reviewed}, result: 通过 }\n`;
  return `sha256: '${reviewedDigest(sourceOf(document))}'
basis: 条例第十九条，主动公开
rounds:
${round('一审', '拟稿人', 1024)}${round('二审', '分管领导', 1025)}${round('三审', '主要领导', 1026)}secrecy: { person: 1027, time: ${document.reviewed}, result: 通过 }
`;
}

const line = (fields: Readonly<Record<string, string>>): string =>
  `- { ${Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ')} }\n`;

function tombstoneOf(id: string, gone: NonNullable<Document['gone']>, now: string): string {
  const { date, reason, successor } = gone;
  return line({
    id,
    kind: '撤回',
    date,
    reason,
    ...(successor !== null && isStanding(successor, now) ? { successor: successor.id } : {}),
  });
}

/** What was issued of items, in minutes that stand. */
function linksOf(standing: readonly Document[]): string {
  const entries = standing.flatMap(({ id, items }) =>
    items.flatMap(({ issued, subject }, at) =>
      issued === null
        ? []
        : line({
            items: `["${id}#item-${String(at + 1)}"]`,
            number: issued.number,
            title: `云岭市${subject}办法`,
            date: issued.date,
          }),
    ),
  );
  return entries.length === 0 ? '' : `issued:\n${entries.join('')}`;
}

/** All files of the folder, by path. */
export function filesOf(town: Town): ReadonlyMap<string, string> {
  const { documents } = town;
  const drafts = documents.filter(({ place }) => place === 'drafts');
  const standing = documents.filter(({ place }) => place === 'minutes');
  const led = (from: string, to: string): string =>
    line({ from: `"${from}"`, to: `"${to}"`, date: '2026-03-02', reason: '编号统一' });
  const redirects = standing.flatMap(({ id, formerIds, lost }) => [
    ...formerIds.map((from) => led(from, id)),
    ...lost.map((anchor) => led(`${id}#${anchor}`, `${id}#item-1`)),
  ]);
  const tombstones = documents.flatMap(({ id, formerIds, gone }) =>
    gone === null ? [] : [id, ...formerIds].map((each) => tombstoneOf(each, gone, town.now)),
  );
  return new Map([
    ['site.yaml', PUBLISHING_SITE],
    [
      'bureaus.yaml',
      town.hasAlias ? REGISTRY.replace('short: 市水利局', 'short: 市水利局, aliases: [市水务办]') : REGISTRY,
    ],
    ['holidays.yaml', HOLIDAYS],
    ['topics.yaml', line({ id: 'one', name: '主题', words: `[${town.topicWord}]` })],
    ['redirects.yaml', redirects.join('')],
    ['tombstones.yaml', tombstones.join('')],
    ['corrections.yaml', town.explained.join('')],
    ['links.yaml', linksOf(standing)],
    ...(town.ledger === null ? [] : [['ledger.json', town.ledger] as const]),
    ...drafts.map((each) => [`drafts/${each.id}.md`, sourceOf(each)] as const),
    ...standing.flatMap((each) => [
      [`minutes/${each.id}.md`, sourceOf(each)] as const,
      [`reviews/${each.id}.yaml`, reviewOf(each)] as const,
    ]),
  ]);
}
