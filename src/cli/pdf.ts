import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { beijingMinute } from '../minutes/beijing-minute.ts';
import { contentDirOf } from '../files/content-folder.ts';
import { formatManifest } from '../files/papers.ts';
import { manifestPath } from '../files/paper-folder.ts';
import { paperDirOf } from '../files/paper-folder.ts';
import { UserError } from '../files/user-error.ts';
import { toolchainVersion } from '../paper/toolchain.ts';
import { createTypesetter } from '../paper/typesetter.ts';
import { tellFault } from './fault.ts';
import { makePapers } from './make-papers.ts';
import { showProgress } from './show-progress.ts';

const USAGE = `用法：npm run pdf
把公开的纪要排成纸质公文的样子（GB/T 9704 纪要格式），只做新的和改过的；之后建站，纪要页面上就有 PDF 可以下载

  --help  显示本说明

环境变量：CONTENT_DIR 内容文件夹（content）  PDF_DIR PDF 放在哪里（.cache/pdf）
          FONTS_DIR 本单位有权使用的字体放在哪个文件夹，优先使用；不写就用自带的开源字体
退出码：0 已做好，1 有错误或者缺字，2 没能开始`;

try {
  const { values } = parseArgs({ options: { help: { type: 'boolean' } } });
  if (values.help === true) console.log(USAGE);
  else process.exitCode = await make();
} catch (error) {
  tellFault(error, 'pdf');
}

async function make(): Promise<0 | 1> {
  const started = performance.now();
  const paperDir = paperDirOf(process.env);
  const fonts = await readFonts(process.env['FONTS_DIR'] ?? '');
  const progress = showProgress(process.stderr, process.env);
  const { findings, entries, made, kept, unprintable } = await makePapers(
    {
      contentDir: contentDirOf(process.env),
      paperDir,
      now: beijingMinute(new Date()),
      toolchain: toolchainVersion(fonts),
    },
    {
      typesetter: createTypesetter(fonts),
      read: (path) => readFile(path).catch(() => null),
      write,
      remove: (path) => rm(path, { force: true }),
      progress,
    },
  ).finally(progress.end);
  if (findings !== '') console.log(findings);
  if (entries === null) {
    console.error('有错误，没有做 PDF');
    return 1;
  }
  await write(manifestPath(paperDir), Buffer.from(formatManifest(entries)));
  for (const { id, characters } of unprintable)
    console.error(
      `${id} 没有做：字体里没有“${characters.join('”“')}”；把有这些字的字体放进 FONTS_DIR，或者核对原文`,
    );
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `PDF 在 ${paperDir}：新做 ${String(made.length)} 份，未变 ${String(kept)} 份，用时 ${seconds} 秒`,
  );
  return unprintable.length > 0 ? 1 : 0;
}

async function write(path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  // Whoever reads it meets the old file or the new one, never a part.
  const aside = `${path}.${String(process.pid)}.tmp`;
  await writeFile(aside, bytes);
  await rename(aside, path);
}

async function readFonts(dir: string): Promise<readonly Buffer[]> {
  if (dir === '') return [];
  let names: readonly string[];
  try {
    names = await readdir(dir);
  } catch {
    throw new UserError(`没有字体文件夹“${dir}”`, '检查环境变量 FONTS_DIR');
  }
  const files = names.filter((name) => /\.(?:ttf|otf|ttc)$/iu.test(name)).toSorted();
  if (files.length === 0)
    throw new UserError(`“${dir}”里没有字体`, '放入 .ttf、.otf 或 .ttc 文件，或者不写 FONTS_DIR');
  return Promise.all(files.map((name) => readFile(join(dir, name))));
}
