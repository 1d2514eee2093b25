import { parseArgs } from 'node:util';
import { tellFault } from './fault.ts';
import { installHook, removeHook } from './hook-install.ts';

const USAGE = `用法：npm run hooks -- [选项]
装上 git 的 pre-commit 钩子：每次提交前检查要提交的纪要，有错误就不提交

  --remove   去掉钩子
  --run      钩子所做的事：检查 git add 了的纪要
  --help     显示本说明

只查这次提交的纪要，按 git add 时的样子；全部纪要一起才看得出的问题由 npm run check 查
退出码：0 完成、没有错误，1 要提交的纪要有错误，2 没能做`;

try {
  const { values } = parseArgs({
    options: { remove: { type: 'boolean' }, run: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help === true) console.log(USAGE);
  else if (values.run === true) process.exitCode = await run();
  else if (values.remove === true) console.log(removeHook(process.cwd()));
  else console.log(installHook(process.cwd(), process.env['CONTENT_DIR'] || null));
} catch (error) {
  tellFault(error, 'hooks');
}

async function run(): Promise<0 | 1> {
  // Loaded only here: commits without minutes must not wait for the checks.
  const { contentDirOf } = await import('../files/content-folder.ts');
  const { readStagedContent } = await import('../files/staged.ts');
  const files = await readStagedContent(contentDirOf(process.env));
  if (files === null) return 0;
  const { checkStaged } = await import('./check-staged.ts');
  const { findings, refused } = checkStaged(files, new Date());
  if (findings !== '') console.error(findings);
  if (!refused) return 0;
  console.error('没有提交。改好以后 git add，再提交一次');
  return 1;
}
