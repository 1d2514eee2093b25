import { parseArgs } from 'node:util';
import { beijingMinute } from '../minutes/beijing-minute.ts';
import { contentDirOf } from '../files/content-folder.ts';
import { createFile } from './create-file.ts';
import { tellFault } from './fault.ts';
import { beginDocument } from './new-document.ts';
import { openTerminal } from './terminal.ts';

const USAGE = `用法：npm run new -- [选项]
问几个问题，写好一份新纪要的文件；已有的文件从不覆盖。有 Word、PDF 的用 npm run import

  --held 日期     开会日期，如 2026-11-20
  --year 年份     编在哪一年；不写就是开会那一年
  --number 号     第几号，没有写 0
  --session 次    第几次会议，没有写 0
  --title 标题    分几行的，行与行之间写 /
  --items 项      有几项议题，没有分项标题写 0
  --draft         写在 drafts 文件夹里：只在预览里出现
  --help          显示本说明

选项里写了的就不再问；全部写了，可以在脚本里用
退出码：0 已写，2 没有写`;

const ANSWER = { type: 'string' } as const;

try {
  const { values } = parseArgs({
    options: {
      held: ANSWER,
      year: ANSWER,
      number: ANSWER,
      session: ANSWER,
      title: ANSWER,
      items: ANSWER,
      draft: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  const { draft = false, help = false, ...given } = values;
  if (help) console.log(USAGE);
  else {
    const today = beijingMinute(new Date()).slice(0, 10);
    const { ask, close } = openTerminal();
    try {
      const lines = await beginDocument(
        { given, contentDir: contentDirOf(process.env), draft, today },
        { ask, create: createFile },
      );
      console.log(lines.join('\n'));
    } finally {
      close();
    }
  }
} catch (error) {
  tellFault(error, 'new');
}
