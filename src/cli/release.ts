import { parseArgs } from 'node:util';
import { beijingMinute } from '../minutes/beijing-minute.ts';
import { contentDirOf } from '../files/content-folder.ts';
import { writeWhole } from '../files/write-whole.ts';
import { tellFault } from './fault.ts';
import { releaseAddresses } from './release-addresses.ts';
import { releaseSite, type SiteRelease } from './release-site.ts';

const USAGE = `用法：npm run release -- [--dry-run]
把已经公开的纪要地址登记入台账（内容文件夹里的 ledger.json）。登记之后，建站时少了任何一个
地址就不能建站，除非在 tombstones.yaml 写明撤回，或在 redirects.yaml 写明改到哪里
站点已经建好的，同时登记它的校验值（releases.json）；下一次建站时接在后面

  --dry-run   只说明会登记什么，不写文件
  --help      显示本说明

环境变量：CONTENT_DIR 内容文件夹（content）  OUT_DIR 建好的站点（dist）

退出码：0 已登记（或没有新的），1 有错误，2 没能开始`;

try {
  const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help === true) console.log(USAGE);
  else process.exitCode = await release(values['dry-run'] ?? false);
} catch (error) {
  tellFault(error, 'release');
}

async function release(dryRun: boolean): Promise<0 | 1> {
  const run = { contentDir: contentDirOf(process.env), now: beijingMinute(new Date()), dryRun };
  const { path, findings, entered } = await releaseAddresses(run, { write: writeWhole });
  if (findings !== '') console.log(findings);
  if (entered === null) {
    console.error('有错误，没有登记');
    return 1;
  }
  const { added, grown, lists } = entered;
  for (const id of added) console.log(`登记 ${id}`);
  for (const id of grown) console.log(`补登 ${id} 的新版本或新议题`);
  if (lists.length > 0) console.log(`登记 ${String(lists.length)} 个列表页：${shortList(lists)}`);
  if (added.length + grown.length + lists.length === 0) console.log('没有新的地址');
  else if (dryRun) console.log(`去掉 --dry-run 就会写入 ${path}`);
  else console.log(`已写入 ${path}，请一并提交`);
  console.log(
    siteLine(await releaseSite(run, process.env['OUT_DIR'] || 'dist', { write: writeWhole }), dryRun),
  );
  return 0;
}

function shortList(paths: readonly string[]): string {
  return `${paths.slice(0, 3).join('、')}${paths.length > 3 ? ' 等' : ''}`;
}

function siteLine({ kind, release: number, path }: SiteRelease, dryRun: boolean): string {
  if (kind === 'no-site') return '没有建好的站点，没有登记校验值';
  if (kind === 'known') return `站点与第 ${String(number)} 次发布相同`;
  if (dryRun) return `去掉 --dry-run 就会登记第 ${String(number)} 次发布`;
  return `登记第 ${String(number)} 次发布，已写入 ${path}，请一并提交`;
}
