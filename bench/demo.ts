/**
 * `npm run demo [-- --seed S] [--meetings N] [--out DIR] [--content DIR]`: builds the site of a fictional city in which
 * everything happened that a site can show, to look at, to photograph and to test.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { tellCity } from './city/chronicle.ts';
import { writeRepository } from './city/repository.ts';

const USAGE = `用法：npm run demo -- [选项]
建成一座虚构城市的站点，让每一种页面都有内容：更正、撤回、改址、不予公开的段落、公开情况……
没有真实的地方和人，每一页都写明虚构；参数相同，内容逐字节相同

  --out 文件夹      站点写到哪里（默认 dist-demo）
  --seed 种子       换一个种子，换一座城市（默认 云泽）
  --meetings 数量   会议的数量，至少 10（默认 60）
  --content 文件夹  内容写到哪里，要么不存在，要么是空的（默认 .cache/demo，每次重写）
  --help            显示本说明`;

const ROOT = join(import.meta.dirname, '..');
/** Where the content goes unless told: ours alone, so that it may be emptied. */
const OWN_FOLDER = '.cache/demo';
const FROM = 2022;
const TO = 2026;

process.exitCode = run();

function run(): number {
  const options = readOptions();
  if (options === null) {
    console.error('选项用法不对；用 npm run demo -- --help 看用法');
    return 2;
  }
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  const holidays = readFileSync(join(ROOT, 'content', 'holidays.yaml'), 'utf8');
  const { meetings, seed, out, content } = options;
  const folder = join(ROOT, OWN_FOLDER);
  const target = content === undefined ? folder : resolve(content);
  if (target === folder) rmSync(folder, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  if (readdirSync(target).length > 0) {
    console.error(`“${target}”里已经有文件；换一个文件夹，或先清空它`);
    return 2;
  }
  const hasGit = writeRepository(target, tellCity({ meetings, seed, from: FROM, to: TO }, holidays));
  if (!hasGit) console.log('没有 git：这次没有更正记录和历史版本');
  const dirs = { CONTENT_DIR: join(target, 'content'), OUT_DIR: out };
  // The city is told anew: a site of an earlier telling is not what its ledger goes on from.
  const released = runCommand('release', { ...dirs, OUT_DIR: join(target, 'no-site') }, 'ignore');
  if (released !== 0) return runCommand('check', dirs, 'inherit') || released;
  const built = runCommand('build', dirs, 'inherit');
  const shown = content === undefined ? `${OWN_FOLDER}/content` : dirs.CONTENT_DIR;
  if (built === 0) console.log(`要在浏览器里看：CONTENT_DIR=${shown} OUT_DIR=${out} npm start`);
  return built;
}

function readOptions() {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      options: { out: text, seed: text, meetings: text, content: text, help: { type: 'boolean' } },
    });
    const { out = 'dist-demo', seed = '云泽', meetings = '60', content, help = false } = values;
    const count = Number(meetings);
    return /^\d{2,4}$/u.test(meetings) && count >= 10 ? { out, seed, content, help, meetings: count } : null;
  } catch {
    return null;
  }
}

/** Runs one of our commands on the city; returns its exit code. */
function runCommand(name: string, dirs: Record<string, string>, stdout: 'ignore' | 'inherit'): number {
  const { status } = spawnSync(process.execPath, [join(ROOT, 'src', 'cli', `${name}.ts`)], {
    cwd: ROOT,
    stdio: ['ignore', stdout, 'inherit'],
    env: { ...process.env, ...dirs },
  });
  return status ?? 2;
}
