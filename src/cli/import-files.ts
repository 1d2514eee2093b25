import { userFault } from '../files/system-fault.ts';
import { importBytes } from '../importers/import.ts';
import { ImportError } from '../importers/import-error.ts';
import { formatReport, formatSummary } from '../importers/report-text.ts';
import { previewFacts } from './preview-facts.ts';
import { reviewDoubts, type Ask } from './review-doubts.ts';
import type { BureauLexicon } from '../minutes/lexicon.ts';
import type { ImportOptions } from '../importers/draft.ts';
import type { ConvertOffice } from '../importers/read.ts';
import type { SummaryRow } from '../importers/report-text.ts';

/** What the import may do to the world. */
export interface ImportEffects {
  readonly read: (path: string) => Promise<Uint8Array>;
  readonly exists: (path: string) => Promise<boolean>;
  /** Writes the file and makes its folders. */
  readonly write: (path: string, text: string) => Promise<void>;
  readonly log: (line: string) => void;
  /** How long the rest takes, as people say it: `还需 8 秒`; '' where that isn't known or nobody is waiting. */
  readonly timeLeft: (done: number, total: number) => string;
  readonly convert: ConvertOffice;
  /** Asks the clerk one question; null when there is nobody to answer. */
  readonly ask: Ask;
}

export interface ImportRun extends ImportOptions {
  readonly files: readonly string[];
  /** The folder of the minutes: `content/minutes`. */
  readonly out: string;
  readonly dryRun: boolean;
  readonly force: boolean;
  /** Walk the doubts one by one before writing. */
  readonly review: boolean;
  /** The names of the registry, for the preview of what will be read. */
  readonly lexicon: BureauLexicon;
}

/**
 * Imports every file, one after the other; a file that fails is told and doesn't stop the others.
 * Returns the exit code: 0 when every file was imported, 1 when one failed.
 */
export async function importFiles(run: ImportRun, effects: ImportEffects): Promise<0 | 1> {
  const rows: SummaryRow[] = [];
  const taken = new Set<string>();
  let failed = 0;
  for (const [index, file] of run.files.entries()) {
    const left = effects.timeLeft(index, run.files.length);
    effects.log(`[${index + 1}/${run.files.length}] ${file}${left === '' ? '' : `（${left}）`}`);
    try {
      rows.push(await importFile(file, run, taken, effects));
    } catch (error) {
      failed++;
      const { message, hint } = explain(error, file);
      effects.log(`  未导入：${message}`);
      effects.log(`  改法：${hint}`);
      rows.push({ file, outcome: `未导入：${message}`, headings: null, doubts: null });
    }
  }
  effects.log('');
  if (rows.length > 1) effects.log(formatSummary(rows));
  effects.log(
    `共 ${rows.length} 个文件：导入 ${rows.length - failed} 个，失败 ${failed} 个${run.dryRun ? '（试运行，没有写入文件）' : ''}`,
  );
  return failed > 0 ? 1 : 0;
}

async function importFile(
  file: string,
  run: ImportRun,
  taken: Set<string>,
  effects: ImportEffects,
): Promise<SummaryRow> {
  const bytes = await effects.read(file);
  const first = await importBytes(bytes, file, run, effects.convert);
  const refused = run.review ? await reviewDoubts(first.report, effects.ask) : new Set<string>();
  const { markdown, id, report } =
    refused.size === 0 ? first : await importBytes(bytes, file, { ...run, refused }, effects.convert);
  if (id === null && !run.dryRun) {
    effects.log(formatReport(report));
    throw new ImportError('原文没有写明编号或年份，定不出文件编号', '加 --id 指定，如 --id 2022/013');
  }
  const target = id === null ? null : `${run.out}/${id}.md`;
  const exists = target !== null && !run.force && (taken.has(target) || (await effects.exists(target)));
  if (exists && !run.dryRun)
    throw new ImportError(`“${target}”已经存在`, '核对后加 --force 覆盖，或者用 --id 换一个编号');
  if (target !== null) taken.add(target);
  if (target !== null && !run.dryRun) await effects.write(target, markdown);
  effects.log(formatReport(report));
  effects.log(previewFacts(markdown, target ?? file, run.lexicon));
  if (run.dryRun) effects.log(`\n${markdown}`);
  effects.log(
    `  ${run.dryRun ? '将写入' : '已写入'} ${target ?? '（编号未定）'}${exists ? '（已有同名文件，正式导入须加 --force）' : ''}`,
  );
  const doubts = report.changes.filter(({ doubt }) => doubt).length + report.tasks.length;
  return { file, outcome: id ?? '编号未定', headings: report.headings, doubts };
}

/** Every failure in Chinese: a file that can't be read, a document that can't, a bug. */
function explain(error: unknown, file: string): { readonly message: string; readonly hint: string } {
  if (error instanceof ImportError) return { message: error.message, hint: error.hint };
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return { message: `没有“${file}”这个文件`, hint: '检查文件名和所在的文件夹' };
  if (code === 'EISDIR') return { message: `“${file}”是文件夹`, hint: '写出其中的文件名，如 文件夹/*.docx' };
  if (code === 'EACCES' || code === 'EPERM')
    return { message: `没有读写权限（${file}）`, hint: '检查文件和输出文件夹的权限' };
  const fault = userFault(error);
  if (fault !== null) return fault;
  const detail = error instanceof Error ? error.message : String(error);
  return { message: `程序出错（${detail}）`, hint: '这是程序的问题，请把该文件和这条信息交给维护人员' };
}
