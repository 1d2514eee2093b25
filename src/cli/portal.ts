import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { beijingMinute } from '../minutes/beijing-minute.ts';
import { formatCollected, parseCollected } from '../corpus/collected.ts';
import { parseMembers, type Member } from '../corpus/members-file.ts';
import { collectedPath, membersPath } from '../files/archive.ts';
import { contentDirOf } from '../files/content-folder.ts';
import { replaceFile } from '../files/replace-file.ts';
import { UserError } from '../files/user-error.ts';
import { formatReport } from '../report/text.ts';
import { collectMembers, lineOf } from './collect-members.ts';
import { tellFault } from './fault.ts';
import { fetchMember } from './fetch-member.ts';

const USAGE = `用法：npm run portal -- collect
从 content/members.yaml 列出的各站采集最近更新和数据目录，写进 content/collected.json；建站时不再连网

没有应答的站点各报一行，保留上一次采集的

环境变量：CONTENT_DIR 内容文件夹（content）

退出码：0 已写出，1 没有一个站点应答，2 没能进行`;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean' } },
  });
  if (values.help === true) console.log(USAGE);
  else if (positionals.length === 1 && positionals[0] === 'collect')
    process.exitCode = await collect(contentDirOf(process.env));
  else throw new UserError('要写做什么', '改成 npm run portal -- collect');
} catch (error) {
  tellFault(error, 'portal');
}

async function collect(dir: string): Promise<0 | 1> {
  const members = await membersIn(dir);
  const path = collectedPath(dir);
  // A damaged file is no ground to give up: what can be collected is collected anew.
  const standing = await maybeRead(path);
  const before = parseCollected(standing ?? '', path).collected;
  const now = beijingMinute(new Date());
  const reports = await collectMembers(members, before, { fetchFile: fetchMember, now });
  for (const report of reports) console.log(lineOf(report));
  const content = formatCollected(
    members,
    reports.map(({ collected }) => collected),
  );
  if (standing === null) await writeFile(path, content, { flag: 'wx' });
  else await replaceFile(path, standing, content);
  return reports.some(({ isFresh }) => isFresh) ? 0 : 1;
}

async function membersIn(dir: string): Promise<readonly Member[]> {
  const path = membersPath(dir);
  const source = await maybeRead(path);
  if (source === null) throw new UserError(`没有“${path}”`, '照 docs/staff/portal.md 写出各站的名称和网址');
  const { members, diagnostics } = parseMembers(source, path);
  if (diagnostics.length > 0)
    throw new UserError(formatReport(diagnostics, new Map([[path, source]])), '改正以后再采集');
  if (members.length === 0) throw new UserError(`“${path}”里没有站点`, '写出各站的名称和网址');
  return members;
}

async function maybeRead(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null);
}
