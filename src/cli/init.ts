import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { contentDirOf } from '../files/content-folder.ts';
import { beginCity } from './begin-city.ts';
import { createFile } from './create-file.ts';
import { tellFault } from './fault.ts';
import { openTerminal } from './terminal.ts';

const USAGE = `用法：npm run init -- [选项]
为一个新的地方写好内容文件夹：站点配置、常用机构名录、词表、节假日等；文件夹里已经有东西的，什么也不写

  --place 地名     全称，如 云岭市
  --upper 地名     上一级，如 澜江市
  --name 名称      网站名称；写空的就是“某某市人民政府会议纪要”
  --domain 域名    如 www.example.gov.cn；还没有的写空的
  --bureaus 名称   本地的镇、街道、开发区、国企，用顿号隔开；可以写空的，以后再补
  --help           显示本说明

选项里写了的就不再问；全部写了，可以在脚本里用
环境变量：CONTENT_DIR 内容文件夹（content）
退出码：0 已写，2 没有写`;

/** The files that every content folder begins with. */
const STARTER = join(import.meta.dirname, '..', '..', 'starter');
const ANSWER = { type: 'string' } as const;

try {
  const { values } = parseArgs({
    options: {
      place: ANSWER,
      upper: ANSWER,
      name: ANSWER,
      domain: ANSWER,
      bureaus: ANSWER,
      help: { type: 'boolean' },
    },
  });
  const { help = false, ...given } = values;
  if (help) console.log(USAGE);
  else {
    const { ask, close } = openTerminal();
    try {
      const lines = await beginCity(
        { given, contentDir: contentDirOf(process.env) },
        { ask, list: (folder) => readdir(folder).catch(() => []), readStarter, create: createFile },
      );
      console.log(lines.join('\n'));
    } finally {
      close();
    }
  }
} catch (error) {
  tellFault(error, 'init');
}

async function readStarter(): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(STARTER, { recursive: true });
  const files = names.filter((name) => name.endsWith('.yaml')).toSorted();
  return new Map(
    await Promise.all(
      files.map(
        async (name) => [name.replaceAll('\\', '/'), await readFile(join(STARTER, name), 'utf8')] as const,
      ),
    ),
  );
}
