import { checkCollection } from '../../src/checks/collection.ts';
import type { Collection } from '../../src/checks/collection.ts';
import { LENIENT, type Policy } from '../../src/checks/policy.ts';
import { checkPublication } from '../../src/checks/publication.ts';
import { parseLists } from '../../src/corpus/lists.ts';
import { parseRegistry } from '../../src/corpus/registry.ts';
import type { Diagnostic } from '../../src/minutes/diagnostics.ts';
import type { Sources } from '../../src/minutes/sources.ts';
import { formatReport } from '../../src/report/text.ts';

/** The minute at which every example is checked. */
export const NOW = '2024-12-31 12:00';

/** The registry of the fictional city (虚构) of all examples. */
export const REGISTRY = `place: { P: 云岭市, U: 远山市 }
bureaus:
  - { id: szf, kind: gov, full: $P人民政府, short: 市政府 }
  - { id: cgj, kind: gov, full: $P城市管理局, short: 市城管局, bare: [城管局] }
  - { id: lyj, kind: gov, full: $P林业局, short: 市林业局, bare: [林业局] }
  - { id: yjj, kind: gov, full: $P应急管理局, short: 市应急管理局, aliases: [市应急局] }
  - { id: ylj, kind: gov, full: $P园林局, short: 市园林局, former: [{ full: $P绿化局, short: 市绿化局, until: 2019 }] }
collectives: [各有关部门, 相关部门]
`;

/** The lists of the fictional city (虚构). */
export const LISTS: readonly (readonly [name: string, source: string])[] = [
  [
    'phrases.yaml',
    `phrases:
  - { text: 习近平总书记, ends: true }
  - 中华人民共和国
  - { text: 中国共产党, except: [中国共产主义] }
  - “两个确立”
  - 人民至上、生命至上
miswritten:
  - { wrong: 攻府, right: 政府 }
`,
  ],
  [
    'words.yaml',
    `mistaken:
  - { wrong: 秸杆, right: 秸秆 }
  - { wrong: 按排, right: 安排, except: [按排放] }
habits:
  - { wrong: 发改委, right: 发展改革委 }
`,
  ],
  ['local.yaml', 'terms: [秸杆节]\nspaced: [云岭更美 生活更甜]\ndoubled: [市市场监管局]\n'],
  ['forbidden.yaml', 'forbidden:\n  - { text: 云岭旧城, use: 云岭古城, note: 例子里虚构的规定 }\n'],
  [
    'leaders.yaml',
    'leaders:\n  - { name: 林远 }\n  - { name: 周山 }\n  - { name: 欧阳文山, from: "2024-01-01" }\n  - { name: 许立, until: "2023-12-31" }\n',
  ],
];

const LIST_FILES = LISTS.map(([name, source]) => ({ path: `content/lists/${name}`, source }));

/** Checks one source as staff would: Markdown as minutes, YAML as the settings file of the code. */
export function findingsIn(
  source: string,
  path = 'content/minutes/2024/001.md',
  policy: Policy = LENIENT,
): { readonly diagnostics: readonly Diagnostic[]; readonly report: string } {
  const { diagnostics, sources } = checkIn(source, path, policy);
  return { diagnostics, report: reportOf(diagnostics, sources) };
}

/** Checks several sources together, as the whole of a content folder: 2024/001, 2024/002 … */
export function findingsAmong(sources: readonly string[]): ReturnType<typeof findingsIn> {
  const minutes = sources.map((source, at) => {
    const id = `2024/${String(at + 1).padStart(3, '0')}`;
    return { id, path: `content/minutes/${id}.md`, source };
  });
  const { diagnostics } = checkCollection(collectionOf(minutes, true), NOW);
  return {
    diagnostics,
    report: reportOf(diagnostics, new Map(minutes.map(({ path, source }) => [path, source]))),
  };
}

function reportOf(diagnostics: readonly Diagnostic[], sources: Sources): string {
  return formatReport(diagnostics, sources).split('\n\n').slice(0, -1).join('\n\n');
}

function collectionOf(minutes: Collection['minutes'], whole = false): Collection {
  const registry = { path: 'content/bureaus.yaml', source: REGISTRY };
  return { minutes, registry, lists: LIST_FILES, whole, diagnostics: [] };
}

interface Checked {
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
}

function checkIn(source: string, path: string, policy: Policy): Checked {
  const sources = new Map([[path, source]]);
  const faultless = collectionOf(
    [{ path: 'content/minutes/2024/001.md', id: '2024/001', source: FAULTLESS }],
    true,
  );
  if (path.endsWith('leak-exceptions.yaml'))
    return checkCollection({ ...faultless, exceptions: { path, source } }, NOW);
  if (path.includes('/reviews/'))
    return checkCollection({ ...faultless, reviews: [{ path, id: path.slice(-13, -5), source }] }, NOW);
  if (path.endsWith('bureaus.yaml')) return { ...parseRegistry(source, path), sources };
  if (path.includes('/lists/')) return { ...parseLists([{ path, source }]), sources };
  if (path.endsWith('site.yaml')) {
    // A draft needs no record of review, which is not what these codes are about.
    const minutes = [{ path: 'content/minutes/2024/001.md', id: '2024/001', source: RECENT, draft: true }];
    return checkPublication({ ...collectionOf(minutes, true), site: { path, source } }, NOW);
  }
  return checkCollection(collectionOf([{ path, id: '2024/001', source }]), NOW, policy);
}

/** The settings file a code is about; undefined for codes about minutes. */
export function settingsPathOf(code: string): string | undefined {
  if (code === 'registry/invalid') return 'content/bureaus.yaml';
  if (code.startsWith('leak/exception-')) return 'content/leak-exceptions.yaml';
  if (code === 'review/no-document') return 'content/reviews/2024/002.yaml';
  if (code.startsWith('review/') && code !== 'review/missing') return 'content/reviews/2024/001.yaml';
  if (code === 'lists/invalid') return 'content/lists/words.yaml';
  return code.startsWith('site/') ? 'content/site.yaml' : undefined;
}

/** What a site asks of its minutes where a code is about just that. */
export function policyFor(code: string): Policy {
  return { ...LENIENT, publish: code === 'disclosure/no-ground', reviewRequired: code === 'review/missing' };
}

/** Minutes of the fictional city (虚构) in which nothing is at fault. */
export const FAULTLESS = `---
disclosure: 主动公开
published: 2024-03-20 09:00
---

# 云岭市人民政府常务会议纪要

第3号

云岭市人民政府办公室

2024年3月18日

2024年3月15日上午，林远市长主持召开市政府第5次常务会议，审议《云岭市公园管理办法》，听取《关于春季造林的情况汇报》，纪要如下：

## 一、审议《云岭市公园管理办法》

会议听取并审议了市城管局关于《云岭市公园管理办法》起草情况的汇报。会议原则同意该《办法》，会后由市城管局根据会议讨论情况修改完善，以市政府名义印发。

会议强调，（一）要科学规划，合理布局。（二）要精心养护，各有关部门要密切配合。

## 二、听取《关于春季造林的情况汇报》

会议听取了市林业局关于春季造林的情况汇报。会议要求，（一）要抓住时节。

（二）要保证成活。

出席：林远、周山。

列席：市应急局吴海，市城管局郑月。

云岭市人民政府办公室 整理

2024年3月16日

（此件公开发布）
`;

/** The same, published three weeks before the check. */
const RECENT = FAULTLESS.replace('2024-03-20 09:00', '2024-12-10 09:00');

/** The faultless minutes with one passage changed; the passage must be there. */
export function changed(from: string, to: string): string {
  if (!FAULTLESS.includes(from)) throw new Error(`The faultless minutes don't hold “${from}”`);
  return FAULTLESS.replace(from, to);
}

/**
 * Findings as `code @the text they point at: message`, for minutes or for a settings file.
 *
 * @param group only codes that begin so, for sources that break other rules too
 */
export function findingLines(source: string, group = ''): readonly string[] {
  const lines = source.split('\n');
  const found = findingsIn(source).diagnostics.filter(({ code }) => code.startsWith(group));
  return found.map(({ code, message, place }) => {
    if (place.kind === 'unknown') return `${code} @?: ${message}`;
    const start = place.column - 1;
    return `${code} @${lines[place.line - 1]?.slice(start, start + place.length) ?? ''}: ${message}`;
  });
}
