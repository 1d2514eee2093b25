/**
 * `npm run generate -- --meetings N --seed S --out DIR [--from 2018] [--to 2026] [--truth]`: writes the
 * content folder of a fictional city, file by file, so that a corpus of any size needs little memory.
 */
import { mkdirSync, openSync, readdirSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { UserError } from '../src/files/user-error.ts';
import { generateCity, LAST_YEAR, type CityOptions } from './city/city.ts';

const USAGE = `用法：npm run generate -- --meetings 数量 --out 文件夹 [选项]
生成一座虚构城市的纪要、机构名录和站点配置，供演示、测试和测速；参数相同，生成的文件逐字节相同

  --meetings 数量   会议的数量
  --out 文件夹      写到哪里；要么不存在，要么是空的
  --seed 种子       换一个种子，生成另一座城市（默认 1）
  --from 年         第一次会议在哪一年（默认 2018）
  --to 年           最后一次会议在哪一年（默认 ${String(LAST_YEAR)}，不能更晚）
  --truth           另写 truth.json：每份纪要、每项议题写了什么
  --help            显示本说明`;

const USAGE_HINT = '用 npm run generate -- --help 看用法';

interface Order extends CityOptions {
  readonly out: string;
  readonly withTruth: boolean;
}

/** Reads the command line; null asks for the usage. Throws a `UserError` for what it doesn't know. */
function readArguments(args: readonly string[]): Order | null {
  const { values } = parse(args);
  if (values.help) return null;
  const { meetings, out } = values;
  if (meetings === undefined || out === undefined)
    throw new UserError('缺少 --meetings 或 --out', USAGE_HINT);
  const from = wholeNumber('--from', values.from ?? '2018', 1980, LAST_YEAR);
  return {
    meetings: wholeNumber('--meetings', meetings, 1, 1_000_000),
    seed: values.seed ?? '1',
    from,
    to: wholeNumber('--to', values.to ?? String(LAST_YEAR), from, LAST_YEAR),
    out,
    withTruth: values.truth ?? false,
  };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: { meetings: text, out: text, seed: text, from: text, to: text, truth: flag, help: flag },
    });
  } catch {
    throw new UserError('选项用法不对', USAGE_HINT);
  }
}

function wholeNumber(option: string, text: string, low: number, high: number): number {
  const value = Number(text);
  if (/^\d+$/u.test(text) && value >= low && value <= high) return value;
  throw new UserError(`${option} 不能是“${text}”`, `写 ${String(low)} 到 ${String(high)} 之间的整数`);
}

/** Writes the city and returns how many minutes it has. */
function writeCity({ out, withTruth, ...options }: Order): number {
  mkdirSync(out, { recursive: true });
  if (readdirSync(out).length > 0) throw new UserError(`“${out}”里已经有文件`, '换一个文件夹，或先清空它');
  const truths = withTruth ? openSync(join(out, 'truth.json'), 'w') : null;
  const folders = new Set<string>();
  let written = 0;
  for (const { path, source, truth } of generateCity(options)) {
    const file = join(out, path);
    const folder = dirname(file);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(file, source);
    if (truth === null) continue;
    if (truths !== null) writeSync(truths, `${written === 0 ? '[' : ','}\n${JSON.stringify(truth)}`);
    written++;
  }
  if (truths !== null) writeSync(truths, '\n]\n');
  return written;
}

try {
  const order = readArguments(process.argv.slice(2));
  if (order === null) {
    console.log(USAGE);
  } else {
    const written = writeCity(order);
    console.log(`在“${order.out}”写了 ${String(written)} 份虚构的纪要、机构名录和站点配置`);
  }
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  console.error(`${error.message}；${error.hint}`);
  process.exitCode = 2;
}
