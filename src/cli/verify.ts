import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { UserError } from '../files/user-error.ts';
import { tellFault } from './fault.ts';
import { folderSource, webSource } from './site-source.ts';
import { verifySite, type VerifyReport, type VerifyRun } from './verify-site.ts';

const USAGE = `用法：npm run verify -- 文件夹或网址 [选项]
核对建好的站点，或者网上的站点：每个文件的校验值是不是与 SHA256SUMS 相同，发布记录是不是前后相接

  --list 文件     只核对这个文件里的网址，每行一个
  --sums 文件     用另外保存的 SHA256SUMS 核对，不用站点上的
  --key 文件      另外核对签名：SHA256SUMS.sig 要是这个公钥文件（ssh-ed25519）签的
  --earlier 文件  另外核对从前保存的 manifest.json 是不是在本站的发布记录里
  --help          显示本说明

退出码：0 全部相符，1 有不符，2 没能核对`;

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  tellFault(error, 'verify');
}

async function run(args: readonly string[]): Promise<0 | 1> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      list: { type: 'string' },
      sums: { type: 'string' },
      key: { type: 'string' },
      earlier: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) {
    console.log(USAGE);
    return 0;
  }
  const [place, ...rest] = positionals;
  if (place === undefined || rest.length > 0)
    throw new UserError('要写一个文件夹或网址', '用 npm run verify -- --help 看用法');
  const settings: VerifyRun = {
    site: /^https?:\/\//u.test(place) ? webSource(place) : await folderSource(place),
    sums: values.sums ?? null,
    only: values.list === undefined ? null : await readList(values.list),
    keys: values.key ?? null,
    earlier: values.earlier ?? null,
  };
  const report = await verifySite(settings);
  const lines = linesOf(report);
  for (const line of lines) console.log(line);
  for (const line of report.good) console.log(line);
  console.log(summaryOf(settings.site.name, report, lines.length));
  return lines.length === 0 ? 0 : 1;
}

async function readList(path: string): Promise<readonly string[]> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UserError(`“${path}”读不出来`, '检查文件名');
  });
  const addresses = text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (addresses.length === 0) throw new UserError(`“${path}”里没有网址`, '每行写一个网址');
  return addresses;
}

function linesOf({ difference: { changed, missing, unlisted }, faults }: VerifyReport): readonly string[] {
  return [
    ...changed.map((path) => `内容不符：${path}`),
    ...missing.map((path) => `缺少文件：${path}`),
    ...unlisted.map((path) => `没有列出：${path}`),
    ...faults.map((fault) => `不能证明：${fault}`),
  ];
}

function summaryOf(name: string, { files }: VerifyReport, wrong: number): string {
  const count = `核对 ${name}：${String(files)} 个文件`;
  return wrong === 0 ? `${count}，全部相符` : `${count}，${String(wrong)} 处不符`;
}
