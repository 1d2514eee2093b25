import { parseArgs } from 'node:util';
import { beijingMinute } from '../minutes/beijing-minute.ts';
import { contentDirOf } from '../files/content-folder.ts';
import { UserError } from '../files/user-error.ts';
import { cacheDirOf } from '../publisher/cache-dir.ts';
import { partFolder, partsDirOf } from '../publisher/part.ts';
import { MOST_SHARES, parseShare, type Share } from '../publisher/share.ts';
import { buildSite } from './build-site.ts';
import { tellBuild } from './build-summary.ts';
import { tellFault } from './fault.ts';
import { NO_BAR, showProgress } from './show-progress.ts';

const USAGE = `用法：npm run build -- [选项]
检查内容文件夹，把站点更新到最新；有一处错误就什么也不写。只重做改动波及的文件

  --preview       建成预览：加上 drafts 里的草稿和还没有到发布时间的纪要，每页标明“草稿预览”，
                  写到 dist-preview；不要放到公开的网站上
  --clean         不用上次建站留下的东西，从头建起
  --shard 3/8     只做八片里的第三片，写到 dist-parts/3-of-8；各片做好后用 npm run assemble 拼成站点
  --json          结果写成 JSON
  --help          显示本说明

环境变量：CONTENT_DIR 内容文件夹（content）  OUT_DIR 输出文件夹（dist；预览 dist-preview）
          SITE_URL 站点地址  BASE_PATH 站点所在的路径（/）  CACHE_DIR 缓存文件夹（.cache）
          PARTS_DIR 各片的文件夹（dist-parts）

退出码：0 已建成，1 有错误，2 没能开始`;

interface Options {
  readonly preview: boolean;
  readonly clean: boolean;
  readonly json: boolean;
  /** Null for the whole site. */
  readonly share: Share | null;
}

/**
 * Runs the command with the options of the process, whose exit code it sets. Rejects with what is a bug.
 *
 * @param code the version of the code, see `codeVersion`; null where it couldn't be read
 */
export async function runBuild(code: string | null): Promise<void> {
  try {
    const { values } = parseArgs({
      options: {
        help: { type: 'boolean' },
        preview: { type: 'boolean' },
        clean: { type: 'boolean' },
        json: { type: 'boolean' },
        shard: { type: 'string' },
      },
    });
    const { help = false, preview = false, clean = false, json = false } = values;
    if (help) console.log(USAGE);
    else
      process.exitCode = await build({ preview, clean, json, share: shareOf(values.shard, preview) }, code);
  } catch (error) {
    tellFault(error, 'build');
  }
}

async function build({ preview, clean, json, share }: Options, code: string | null): Promise<0 | 1> {
  const started = performance.now();
  const outDir =
    share === null
      ? process.env['OUT_DIR'] || (preview ? 'dist-preview' : 'dist')
      : partFolder(partsDirOf(process.env), share);
  const progress = json ? NO_BAR : showProgress(process.stderr, process.env);
  const run = {
    contentDir: contentDirOf(process.env),
    cacheDir: cacheDirOf(process.env),
    now: beijingMinute(new Date()),
    clean,
    progress,
    ...(code === null ? {} : { code }),
  };
  const building =
    share === null
      ? buildSite({ ...run, outDir, preview })
      : import('./build-part.ts').then(({ buildPart }) =>
          buildPart({ ...run, share, partsDir: partsDirOf(process.env) }),
        );
  const report = await building.finally(progress.end);
  const exitCode = tellBuild(report, { outDir, milliseconds: performance.now() - started, json });
  if (preview && exitCode === 0 && !json) console.log('这是草稿预览，不要放到公开的网站上');
  return exitCode;
}

/** The share that is asked for; null for the whole site. Throws a `UserError` for what is none. */
function shareOf(text: string | undefined, preview: boolean): Share | null {
  if (text === undefined) return null;
  const share = parseShare(text);
  if (share === null)
    throw new UserError(`--shard 不能是“${text}”`, `写成 3/8，分成 1 到 ${String(MOST_SHARES)} 片`);
  if (preview) throw new UserError('--preview 和 --shard 不能一起用', '预览不用分片');
  return share;
}
