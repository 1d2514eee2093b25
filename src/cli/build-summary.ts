import type { BuildReport } from './build-report.ts';

/** Prints what a build did; the code that the command ends with. */
export function tellBuild(
  report: BuildReport,
  {
    outDir,
    milliseconds,
    json,
  }: { readonly outDir: string; readonly milliseconds: number; readonly json: boolean },
): 0 | 1 {
  if (json) {
    console.log(JSON.stringify({ outDir, milliseconds: Math.round(milliseconds), ...report }, null, 2));
    return report.written ? 0 : 1;
  }
  if (report.findings !== '') console.log(report.findings);
  if (!report.written) {
    console.error('有错误，没有建站');
    return 1;
  }
  console.log(summaryOf(report, outDir, milliseconds));
  return 0;
}

/** What a build did, as staff read it; no line feed at its end. */
export function summaryOf(report: BuildReport, outDir: string, milliseconds: number): string {
  const { meetings, items, records, anew, changes, phases, waiting, notices } = report;
  const { printed, written, kept, deleted, bytes, generationsMade } = changes;
  const search = generationsMade === 0 ? '检索没有变' : `检索重做 ${String(generationsMade)} 卷`;
  return [
    ...(anew === null ? [] : [`${anew}，全部重建`]),
    `已建成 ${outDir}：${String(meetings)} 份纪要，${String(items)} 项议题，检索记录 ${String(records)} 条，用时 ${seconds(milliseconds)}`,
    written + deleted === 0
      ? `没有变化：${String(kept)} 个文件都是最新的`
      : `写了 ${String(written)} 个文件（${sizeOf(bytes)}，其中页面 ${String(printed)} 个），没变 ${String(kept)} 个，删去 ${String(deleted)} 个；${search}`,
    ...(milliseconds < SHORT ? [] : [phases.map(([name, time]) => `${name} ${seconds(time)}`).join('，')]),
    ...(waiting.length > 0 ? [waitingLine(waiting)] : []),
    ...notices.map((notice) => `提示：${notice}`),
  ].join('\n');
}

/** Below this the time of each part is of no interest. */
const SHORT = 2000;

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} 秒`;
}

function sizeOf(bytes: number): string {
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(0)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** `1 份纪要待 2026-12-01 09:00 发布`, for each time. */
function waitingLine(waiting: readonly string[]): string {
  const byTime = Map.groupBy(waiting, (time) => time);
  return [...byTime].map(([time, all]) => `${String(all.length)} 份纪要待 ${time} 发布`).join('，');
}
