import { parseArgs } from 'node:util';
import { UserError } from '../files/user-error.ts';
import { EFFECT_FORMATS } from '../report/effect-text.ts';
import { effectOf } from '../report/effect.ts';
import { tellFault } from './fault.ts';
import { readBuilt } from './read-built.ts';

const USAGE = `用法：npm run effect -- 旧站点 新站点 [选项]
比较两次建成的站点，说明读者会看到什么变化：新增、变化、不再存在的地址，正文的改动，大小

  --format 格式   text（默认）或 markdown（放进合并请求）
  --help          显示本说明

退出码：0 已比较，2 没能比较`;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { format: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help === true) console.log(USAGE);
  else console.log(await compare(positionals, values.format ?? 'text'));
} catch (error) {
  tellFault(error, 'effect');
}

async function compare(folders: readonly string[], format: string): Promise<string> {
  const [before, after] = folders;
  if (before === undefined || after === undefined || folders.length > 2)
    throw new UserError('要写两个文件夹：旧站点和新站点', '用 npm run effect -- --help 看用法');
  if (format !== 'text' && format !== 'markdown')
    throw new UserError(`没有“${format}”这种格式`, '改成 text 或 markdown');
  return EFFECT_FORMATS[format](effectOf(await readBuilt(before), await readBuilt(after)));
}
