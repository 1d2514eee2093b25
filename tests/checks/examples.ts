import { checkCollection } from '../../src/checks/collection.ts';
import { parseRegistry } from '../../src/corpus/registry.ts';
import type { Diagnostic } from '../../src/minutes/diagnostics.ts';
import { formatReport } from '../../src/report/text.ts';
import { parseSite } from '../../src/site.ts';

/** The minute at which every example is checked. */
export const NOW = '2024-12-31 12:00';

/** The registry of the fictional city (虚构) of all examples. */
export const REGISTRY = `place: { P: 云岭市, U: 远山市 }
bureaus:
  - { id: szf, kind: gov, full: $P人民政府, short: 市政府 }
  - { id: cgj, kind: gov, full: $P城市管理局, short: 市城管局, bare: [城管局] }
  - { id: lyj, kind: gov, full: $P林业局, short: 市林业局, bare: [林业局] }
  - { id: yjj, kind: gov, full: $P应急管理局, short: 市应急管理局, aliases: [市应急局] }
collectives: [各有关部门, 相关部门]
`;

/** Checks one source as staff would: Markdown as minutes, YAML as the settings file of the code. */
export function findingsIn(
  source: string,
  path = 'content/minutes/2024/001.md',
): { readonly diagnostics: readonly Diagnostic[]; readonly report: string } {
  const diagnostics = diagnosticsIn(source, path);
  const report = formatReport(diagnostics, new Map([[path, source]]))
    .split('\n\n')
    .slice(0, -1)
    .join('\n\n');
  return { diagnostics, report };
}

function diagnosticsIn(source: string, path: string): readonly Diagnostic[] {
  if (path.endsWith('bureaus.yaml')) return parseRegistry(source, path).diagnostics;
  if (path.endsWith('site.yaml')) return parseSite(source, path).diagnostics;
  const registry = { path: 'content/bureaus.yaml', source: REGISTRY };
  return checkCollection({ minutes: [{ path, id: '2024/001', source }], registry, diagnostics: [] }, NOW)
    .diagnostics;
}

/** The settings file a code is about; undefined for codes about minutes. */
export function settingsPathOf(code: string): string | undefined {
  if (code === 'registry/invalid') return 'content/bureaus.yaml';
  return code === 'site/invalid' ? 'content/site.yaml' : undefined;
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

/** The faultless minutes with one passage changed; the passage must be there. */
export function changed(from: string, to: string): string {
  if (!FAULTLESS.includes(from)) throw new Error(`The faultless minutes don't hold “${from}”`);
  return FAULTLESS.replace(from, to);
}

/** Findings as `code @the text they point at: message`, for minutes or for a settings file. */
export function findingLines(source: string): readonly string[] {
  const lines = source.split('\n');
  return findingsIn(source).diagnostics.map(({ code, message, place }) => {
    if (place.kind === 'unknown') return `${code} @?: ${message}`;
    const start = place.column - 1;
    return `${code} @${lines[place.line - 1]?.slice(start, start + place.length) ?? ''}: ${message}`;
  });
}
