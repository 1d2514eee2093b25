import { parseArgs } from 'node:util';
import { addTallies, meanF1 } from '../eval/score.ts';
import { formatScores } from '../eval/table.ts';
import { userFault } from '../files/system-fault.ts';
import { UserError } from '../files/user-error.ts';
import { readLexicon } from './read-facts.ts';
import { scoreFolder } from './score-folder.ts';

const USAGE = `用法：npm run eval -- 文件夹 [选项]
用人工核定的事实给解析打分：文件夹里每个 名称.txt 配一个 名称.gold.json，
或者每个子文件夹里有 source.txt 和 facts.json

  --min 分数   总分低于它时退出码为 1，如 --min 0.97
  --list       列出每一处差异（- 漏读，+ 误读）和所在的句子
  --help       显示本说明

退出码：0 通过，1 低于 --min，2 没能打分`;

const USAGE_HINT = '用 npm run eval -- --help 看用法';

interface EvalRun {
  readonly folder: string;
  readonly min: number | null;
  readonly list: boolean;
}

/** Reads the command line; null asks for the usage. Throws a `UserError` for what it doesn't know. */
function readArguments(args: readonly string[]): EvalRun | null {
  const { values, positionals } = parse(args);
  if (values.help) return null;
  const [folder, ...others] = positionals;
  if (folder === undefined) throw new UserError('没有写要打分的文件夹', USAGE_HINT);
  if (others.length > 0) throw new UserError('一次只能给一个文件夹打分', USAGE_HINT);
  return { folder, min: readMin(values.min), list: values.list ?? false };
}

function readMin(min: string | undefined): number | null {
  if (min === undefined) return null;
  const value = Number(min);
  if (min.trim() === '' || !(value >= 0 && value <= 1)) {
    throw new UserError(`“${min}”不是分数`, '写 0 到 1 之间的数，如 --min 0.97');
  }
  return value;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { min: { type: 'string' }, list: { type: 'boolean' }, help: { type: 'boolean' } },
    });
  } catch (error) {
    const option = /'(-[^' ]+)/.exec(error instanceof Error ? error.message : '')?.[1];
    throw new UserError(option ? `选项“${option}”用法不对` : '选项用法不对', USAGE_HINT);
  }
}

try {
  const run = readArguments(process.argv.slice(2));
  if (run === null) {
    console.log(USAGE);
  } else {
    const scored = await scoreFolder(run.folder, await readLexicon(process.env));
    if (run.list) for (const line of scored.flatMap(({ differences }) => differences)) console.log(line);
    console.log(formatScores(scored));
    const overall = meanF1(addTallies(scored.map(({ tally }) => tally)));
    if (run.min !== null && overall < run.min) process.exitCode = 1;
  }
} catch (error) {
  const fault = userFault(error);
  if (fault === null) throw error;
  console.error(`${fault.message}；${fault.hint}`);
  process.exitCode = 2;
}
