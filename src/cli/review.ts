import { parseArgs } from 'node:util';
import { contentDirOf } from '../files/content-folder.ts';
import { UserError } from '../files/user-error.ts';
import { tellFault } from './fault.ts';
import { prepareReview } from './review-file.ts';

const USAGE = `用法：npm run review -- 文件… [选项]
为纪要生成审查记录 reviews/年份/名称.yaml：写好所审内容的 SHA-256，由审查人填写三审和保密审查

  --print         只显示，不写文件
  --help          显示本说明

退出码：0 完成，2 没能开始`;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { print: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help === true) console.log(USAGE);
  else if (positionals.length === 0) throw new UserError('没有写文件', '用 npm run review -- --help 看用法');
  const contentDir = contentDirOf(process.env);
  for (const file of values.help === true ? [] : positionals)
    console.log(await prepareReview({ file, contentDir, print: values.print === true }));
} catch (error) {
  tellFault(error, 'review');
}
