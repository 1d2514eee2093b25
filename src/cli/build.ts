import { parseArgs } from 'node:util';
import { beijingMinute } from '../checks/run.ts';
import { contentDirOf } from '../files/content.ts';
import { cacheDirOf } from '../publisher/cache-dir.ts';
import { UserError } from '../files/user-error.ts';
import { buildSite } from './build-site.ts';

const USAGE = `用法：npm run build -- [选项]
检查内容文件夹，建成站点；有一处错误就什么也不写

  --preview       建成预览：加上 drafts 里的草稿和还没有到发布时间的纪要，每页标明“草稿预览”，
                  写到 dist-preview；不要放到公开的网站上
  --help          显示本说明

环境变量：CONTENT_DIR 内容文件夹（content）  OUT_DIR 输出文件夹（dist；预览 dist-preview）
          SITE_URL 站点地址  BASE_PATH 站点所在的路径（/）  CACHE_DIR 缓存文件夹（.cache）

退出码：0 已建成，1 有错误，2 没能开始`;

try {
  const { values } = parseArgs({ options: { help: { type: 'boolean' }, preview: { type: 'boolean' } } });
  if (values.help === true) console.log(USAGE);
  else process.exitCode = await build(values.preview === true);
} catch (error) {
  if (error instanceof UserError) console.error(`${error.message}；${error.hint}`);
  else if (error instanceof TypeError && 'code' in error)
    console.error('选项不认识；用 npm run build -- --help 看用法');
  else throw error;
  process.exitCode = 2;
}

async function build(preview: boolean): Promise<0 | 1> {
  const started = performance.now();
  const outDir = process.env['OUT_DIR'] || (preview ? 'dist-preview' : 'dist');
  const report = await buildSite({
    contentDir: contentDirOf(process.env),
    outDir,
    cacheDir: cacheDirOf(process.env),
    now: beijingMinute(new Date()),
    preview,
  });
  if (report.findings !== '') console.log(report.findings);
  if (!report.written) {
    console.error('有错误，没有建站');
    return 1;
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const records = String(report.search?.records ?? 0);
  console.log(
    `已建成 ${outDir}：${String(report.meetings)} 份纪要，${String(report.items)} 项议题，检索记录 ${records} 条，用时 ${seconds} 秒`,
  );
  if (report.waiting.length > 0) console.log(waitingLine(report.waiting));
  for (const notice of report.notices) console.log(`提示：${notice}`);
  if (preview) console.log('这是草稿预览，不要放到公开的网站上');
  return 0;
}

/** `1 份纪要待 2026-12-01 09:00 发布`, for each time. */
function waitingLine(waiting: readonly string[]): string {
  const byTime = Map.groupBy(waiting, (time) => time);
  return [...byTime].map(([time, all]) => `${String(all.length)} 份纪要待 ${time} 发布`).join('，');
}
