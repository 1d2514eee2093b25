import { parseArgs } from 'node:util';
import { beijingMinute } from '../minutes/beijing-minute.ts';
import { contentDirOf } from '../files/content-folder.ts';
import { userFault } from '../files/system-fault.ts';
import { UserError } from '../files/user-error.ts';
import { checkContent, FORMATS } from './check-content.ts';
import type { CheckRun, Format } from './check-content.ts';
import { NO_BAR, showProgress } from './show-progress.ts';

const USAGE = `用法：npm run check -- [文件…] [选项]
检查纪要，指出每一处问题在哪一行、怎么改；不写文件就检查整个内容文件夹

  --format 格式   text（默认）、json（供程序读取）、sarif（代码平台、编辑器）、
                  github（GitHub Actions 标注）、gitlab（GitLab 代码质量报告）
  --all           同一份里重复的提醒逐处列出，不合并；有提醒的文件很多时也全部列出（错误从不合并）
  --info          连同不必改的提示一起列出
  --fix           先改正机械的问题：文件头的写法、空行和断行、复制带进的空格；正文一个字也不动
  --dry-run       和 --fix 同用：只显示怎样改，不写文件
  --help          显示本说明

退出码：0 没有错误（可以有提醒），1 有错误，2 没能检查`;

const USAGE_HINT = '用 npm run check -- --help 看用法';

/** Reads the command line; null asks for the usage. Throws a `UserError` for what it doesn't know. */
function readArguments(args: readonly string[]): CheckRun | null {
  const { values, positionals } = parse(args);
  if (values.help) return null;
  const format = values.format ?? 'text';
  if (!isFormat(format)) {
    throw new UserError(`没有“${format}”这种格式`, `改成其中之一：${Object.keys(FORMATS).join('、')}`);
  }
  return {
    files: positionals,
    format,
    info: values.info ?? false,
    all: values.all ?? false,
    fix: fixMode(values.fix ?? false, values['dry-run'] ?? false),
    contentDir: contentDirOf(process.env),
    now: beijingMinute(new Date()),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        info: { type: 'boolean' },
        all: { type: 'boolean' },
        fix: { type: 'boolean' },
        'dry-run': { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    const option = /'(-[^' ]+)/.exec(error instanceof Error ? error.message : '')?.[1];
    throw new UserError(option ? `选项“${option}”用法不对` : '选项用法不对', USAGE_HINT);
  }
}

function fixMode(fix: boolean, dryRun: boolean): CheckRun['fix'] {
  if (dryRun && !fix) throw new UserError('--dry-run 要和 --fix 同用', USAGE_HINT);
  if (!fix) return 'no';
  return dryRun ? 'show' : 'write';
}

function isFormat(format: string): format is Format {
  return Object.hasOwn(FORMATS, format);
}

try {
  const run = readArguments(process.argv.slice(2));
  if (run === null) {
    console.log(USAGE);
  } else {
    const progress = run.format === 'text' ? showProgress(process.stderr, process.env) : NO_BAR;
    const { report, changes, exitCode } = await checkContent(run, progress).finally(progress.end);
    // Reports for programs stand alone on the standard output.
    if (changes !== '') (run.format === 'text' ? console.log : console.error)(`${changes}\n`);
    if (report !== '') console.log(report);
    process.exitCode = exitCode;
  }
} catch (error) {
  const fault = userFault(error);
  if (fault === null) throw error;
  console.error(`${fault.message}；${fault.hint}`);
  process.exitCode = 2;
}
