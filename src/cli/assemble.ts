import { parseArgs } from 'node:util';
import { beijingMinute } from '../minutes/beijing-minute.ts';
import { contentDirOf } from '../files/content-folder.ts';
import { cacheDirOf } from '../publisher/cache-dir.ts';
import { partsDirOf } from '../publisher/part.ts';
import { assembleSite } from './assemble-site.ts';
import { tellBuild } from './build-summary.ts';
import { tellFault } from './fault.ts';
import { NO_BAR, showProgress } from './show-progress.ts';

const USAGE = `用法：npm run assemble -- [选项]
把 npm run build -- --shard 1/8 … 8/8 在几台机器上各做的一片拼成站点，与一次建成的逐字节相同

  --json  结果写成 JSON
  --help  显示本说明

环境变量：PARTS_DIR 各片所在的文件夹（dist-parts）  CONTENT_DIR 内容文件夹（content）  OUT_DIR 输出文件夹（dist）
          SITE_URL 站点地址  BASE_PATH 站点所在的路径（/）  CACHE_DIR 缓存文件夹（.cache）

退出码：0 已拼成，1 内容有错误，2 没能开始（缺一片，或者有一片与别的不合）`;

try {
  const { values } = parseArgs({ options: { help: { type: 'boolean' }, json: { type: 'boolean' } } });
  if (values.help === true) console.log(USAGE);
  else process.exitCode = await assemble(values.json ?? false);
} catch (error) {
  tellFault(error, 'assemble');
}

async function assemble(json: boolean): Promise<0 | 1> {
  const started = performance.now();
  const outDir = process.env['OUT_DIR'] || 'dist';
  const progress = json ? NO_BAR : showProgress(process.stderr, process.env);
  const report = await assembleSite({
    partsDir: partsDirOf(process.env),
    contentDir: contentDirOf(process.env),
    outDir,
    cacheDir: cacheDirOf(process.env),
    now: beijingMinute(new Date()),
    progress,
  }).finally(progress.end);
  return tellBuild(report, { outDir, milliseconds: performance.now() - started, json });
}
