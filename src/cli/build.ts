import { parseArgs } from 'node:util';
import { beijingMinute } from '../checks/run.ts';
import { contentDirOf } from '../files/content.ts';
import { cacheDirOf } from '../publisher/cache-dir.ts';
import { buildSite } from './build-site.ts';
import { summaryOf } from './build-summary.ts';
import { tellFault } from './fault.ts';
import { NO_BAR, showProgress } from './show-progress.ts';

const USAGE = `用法：npm run build -- [选项]
检查内容文件夹，把站点更新到最新；有一处错误就什么也不写。只重做改动波及的文件

  --preview       建成预览：加上 drafts 里的草稿和还没有到发布时间的纪要，每页标明“草稿预览”，
                  写到 dist-preview；不要放到公开的网站上
  --clean         不用上次建站留下的东西，从头建起
  --json          结果写成 JSON
  --help          显示本说明

环境变量：CONTENT_DIR 内容文件夹（content）  OUT_DIR 输出文件夹（dist；预览 dist-preview）
          SITE_URL 站点地址  BASE_PATH 站点所在的路径（/）  CACHE_DIR 缓存文件夹（.cache）

退出码：0 已建成，1 有错误，2 没能开始`;

interface Options {
  readonly preview: boolean;
  readonly clean: boolean;
  readonly json: boolean;
}

try {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean' },
      preview: { type: 'boolean' },
      clean: { type: 'boolean' },
      json: { type: 'boolean' },
    },
  });
  const { help = false, preview = false, clean = false, json = false } = values;
  if (help) console.log(USAGE);
  else process.exitCode = await build({ preview, clean, json });
} catch (error) {
  tellFault(error, 'build');
}

async function build({ preview, clean, json }: Options): Promise<0 | 1> {
  const started = performance.now();
  const outDir = process.env['OUT_DIR'] || (preview ? 'dist-preview' : 'dist');
  const progress = json ? NO_BAR : showProgress(process.stderr, process.env);
  const report = await buildSite({
    contentDir: contentDirOf(process.env),
    outDir,
    cacheDir: cacheDirOf(process.env),
    now: beijingMinute(new Date()),
    preview,
    clean,
    progress,
  }).finally(progress.end);
  const milliseconds = performance.now() - started;
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
  if (preview) console.log('这是草稿预览，不要放到公开的网站上');
  return 0;
}
