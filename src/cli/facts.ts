import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { userFault } from '../files/system-fault.ts';
import { UserError } from '../files/user-error.ts';
import { nameOf, readFacts, readLexicon } from './read-facts.ts';

const USAGE = `用法：npm run facts -- 文件… [--out 文件夹]
读出纪要的事实（标题、日期、议题、决定、责任单位、出席列席等），写成 JSON；md 直接读，其他文件先导入

  --out 文件夹   每个文件写一个 名称.facts.json；不写就打印出来
  --help         显示本说明

退出码：0 全部读出，2 没能读`;

const USAGE_HINT = '用 npm run facts -- --help 看用法';

interface FactsRun {
  readonly files: readonly string[];
  /** Null prints instead of writing. */
  readonly out: string | null;
}

/** Reads the command line; null asks for the usage. Throws a `UserError` for what it doesn't know. */
function readArguments(args: readonly string[]): FactsRun | null {
  const { values, positionals } = parse(args);
  if (values.help) return null;
  if (positionals.length === 0) throw new UserError('没有写要读的文件', USAGE_HINT);
  const names = positionals.map(nameOf);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new UserError(`有两个文件都叫“${twice}”`, '分两次读，写到不同的文件夹');
  return { files: positionals, out: values.out ?? null };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: { type: 'string' }, help: { type: 'boolean' } },
    });
  } catch (error) {
    const option = /'(-[^' ]+)/.exec(error instanceof Error ? error.message : '')?.[1];
    throw new UserError(option ? `选项“${option}”用法不对` : '选项用法不对', USAGE_HINT);
  }
}

/** A file that can't be read is told and doesn't stop the others. Returns whether all were read. */
async function writeFacts({ files, out }: FactsRun): Promise<boolean> {
  const lexicon = await readLexicon(process.env);
  if (out !== null) await makeFolder(out);
  let all = true;
  for (const file of files) {
    try {
      const { facts } = await readFacts(file, lexicon);
      const json = `${JSON.stringify(facts, null, 1)}\n`;
      if (out === null) process.stdout.write(json);
      else await writeFile(join(out, `${nameOf(file)}.facts.json`), json);
    } catch (error) {
      const fault = userFault(error);
      if (fault === null) throw error;
      console.error(`${fault.message}；${fault.hint}`);
      all = false;
    }
  }
  return all;
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch {
    throw new UserError(`建不了文件夹“${folder}”`, '换一个位置，或者检查权限');
  }
}

try {
  const run = readArguments(process.argv.slice(2));
  if (run === null) console.log(USAGE);
  else if (!(await writeFacts(run))) process.exitCode = 2;
} catch (error) {
  const fault = userFault(error);
  if (fault === null) throw error;
  console.error(`${fault.message}；${fault.hint}`);
  process.exitCode = 2;
}
