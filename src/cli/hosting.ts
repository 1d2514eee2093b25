import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { UserError } from '../files/user-error.ts';
import { EXAMPLE, type Place } from '../hosting/place.ts';
import { MEMBERS_FILE } from '../exporters/members.ts';
import { RECIPES } from '../hosting/recipes.ts';
import { MANIFEST_FILE } from '../proof/proof-files.ts';
import { parseManifest } from '../proof/releases.ts';
import { tellFault } from './fault.ts';

const USAGE = `用法：npm run hosting -- 名称 [选项]
为建好的站点写出服务器配置：请求头、缓存、压缩，以及改址（301）和撤回（410）的网址

名称：${Object.keys(RECIPES).join('、')}

  --root 文件夹   服务器上的文件夹（${EXAMPLE.root}）；网址的路径就是其中文件的路径
  --help          显示本说明

环境变量：OUT_DIR 建好的站点（dist）；域名和路径取自它的 manifest.json

退出码：0 已写出，2 没能写出`;

const FORMER = z.object({
  moved: z.array(z.object({ from: z.string(), to: z.string() })),
  gone: z.array(z.object({ from: z.string() })),
});

const MEMBERS = z.object({ members: z.array(z.object({ address: z.url() })) });

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { root: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help === true) console.log(USAGE);
  else process.stdout.write(await configFor(positionals, values.root ?? EXAMPLE.root));
} catch (error) {
  tellFault(error, 'hosting');
}

async function configFor([name, ...rest]: readonly string[], root: string): Promise<string> {
  const recipe = name !== undefined && Object.hasOwn(RECIPES, name) ? RECIPES[name] : undefined;
  if (recipe === undefined || rest.length > 0)
    throw new UserError('要写一个名称', `改成其中之一：${Object.keys(RECIPES).join('、')}`);
  if (!/^\/[\w./-]+$/u.test(root))
    throw new UserError(`“${root}”不能用作文件夹`, '写成以 / 开头的路径，不带空格');
  return recipe.write(await placeOf(process.env['OUT_DIR'] || 'dist', root.replace(/\/+$/u, '')));
}

async function placeOf(outDir: string, root: string): Promise<Place> {
  const manifest = parseManifest(await readFile(join(outDir, MANIFEST_FILE), 'utf8').catch(() => ''));
  if (manifest === null) throw new UserError(`“${outDir}”里没有建成的站点`, '先用 npm run build 建站');
  const { host, pathname } = new URL(manifest.site);
  const former = await readFile(join(outDir, 'data/former-addresses.json'), 'utf8').catch(() => null);
  const { moved, gone } = former === null ? { moved: [], gone: [] } : FORMER.parse(JSON.parse(former));
  const list = await readFile(join(outDir, MEMBERS_FILE), 'utf8').catch(() => null);
  const members = list === null ? [] : MEMBERS.parse(JSON.parse(list)).members;
  const origins = [...new Set(members.map(({ address }) => new URL(address).origin))];
  return { host, base: pathname, root, moved, gone, members: origins };
}
