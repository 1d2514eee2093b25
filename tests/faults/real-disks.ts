/**
 * `node tests/faults/real-disks.ts`: builds on disks that are really full, really read-only, and that really do
 * not tell upper from lower case. It mounts them, so it needs root on Linux (and exfat-fuse, exfatprogs for the last);
 * what needs no rights is held by the tests. Ends with 1 when anything broke, 2 when it could not run.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newCity, type City } from '../publisher/city-edits.ts';
import { hashesOf } from '../publisher/place.ts';
import { has, megabytesOf, must, withExfat, withTmpfs, type Disk } from './disk.ts';

const ROOT = join(import.meta.dirname, '..', '..');

interface Ran {
  readonly status: number | null;
  readonly output: string;
  readonly lines: number;
}

function build(content: string, out: string, cache: string, ...options: readonly string[]): Ran {
  const [program = '', ...rest] = [...user, process.execPath, 'src/cli/build.ts', ...options];
  const { status, stdout, stderr } = spawnSync(program, rest, {
    cwd: ROOT,
    encoding: 'utf8',
    env: {
      ...process.env,
      CONTENT_DIR: content,
      OUT_DIR: out,
      CACHE_DIR: cache,
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  });
  return { status, output: stdout + stderr, lines: stderr.trim().split('\n').length };
}

const siteOf = (dir: string): string => JSON.stringify(hashesOf(dir));

/** What a whole run of builds got wrong. */
type Case = () => readonly string[];

/** Fills a disk up to so many kilobytes, changes the content, and builds: the old or the new site, one line, and the next build mends all. */
function onFullDisk(left: number, ...options: readonly string[]): Case {
  return () =>
    withTmpfs(300, (disk) => {
      const city = newCity();
      const faults: string[] = [];
      const [out, cache] = [join(disk.dir, 'site'), join(disk.dir, 'cache')];
      const run = (): Ran => build(city.repository.content, out, cache, ...options);
      if (run().status !== 0) faults.push('the first build failed');
      const before = siteOf(out);
      city.edit(() => 0);
      city.edit(() => 0.35);
      const size = Math.ceil(megabytesOf(disk.dir) * 1024) + left;
      disk.change(`size=${String(size)}k`);
      const full = run();
      const after = siteOf(out);
      disk.change('size=300m');
      if (full.status === 2) {
        if (full.lines !== 1 || !full.output.includes('磁盘满了')) faults.push(`said: ${full.output}`);
        if (after !== before) faults.push('the site is not as it was');
      } else if (full.status !== 0) faults.push(`ended with ${String(full.status)}: ${full.output}`);
      faults.push(...leftovers(disk));
      if (run().status !== 0) faults.push('the build after it failed');
      if (siteOf(out) !== cleanSite(city, disk)) faults.push('the build after it has other bytes');
      city.repository.remove();
      console.log(`   ended with ${String(full.status)}: ${full.output.trim().split('\n').at(-1) ?? ''}`);
      return faults;
    });
}

function cleanSite(city: City, disk: Disk): string {
  const [out, cache] = [join(disk.dir, 'clean'), join(disk.dir, 'clean-cache')];
  cpSync(join(disk.dir, 'cache', 'bundle'), join(cache, 'bundle'), { recursive: true });
  build(city.repository.content, out, cache);
  return siteOf(out);
}

const leftovers = ({ dir }: Disk): readonly string[] =>
  readdirSync(dir)
    .filter((name) => !['site', 'cache', 'site.building-1'].includes(name))
    .map((name) => `left ${name}`);

function readOnly(what: 'site' | 'cache' | 'content'): Case {
  return () =>
    withTmpfs(300, (disk) => {
      const city = newCity();
      const faults: string[] = [];
      const elsewhere = join(city.repository.dir, 'elsewhere');
      const place = (name: string): string => join(what === name ? disk.dir : elsewhere, name);
      const run = (content = city.repository.content): Ran => build(content, place('site'), place('cache'));
      if (run().status !== 0) faults.push('the first build failed');
      const before = siteOf(place('site'));
      city.edit(() => 0);
      if (what === 'content') must('cp', '-a', city.repository.dir, join(disk.dir, 'repository'));
      disk.change('ro');
      const ran = run(what === 'content' ? join(disk.dir, 'repository/content') : undefined);
      const after = siteOf(place('site'));
      disk.change('rw');
      const wanted = what === 'content' ? 0 : 2;
      if (ran.status !== wanted) faults.push(`ended with ${String(ran.status)}: ${ran.output}`);
      if (wanted === 2 && (ran.lines !== 1 || !ran.output.includes('磁盘是只读的')))
        faults.push(`said: ${ran.output}`);
      if (wanted === 2 && after !== before) faults.push('the site is not as it was');
      if (run().status !== 0) faults.push('the build after it failed');
      city.repository.remove();
      console.log(`   ended with ${String(ran.status)}: ${ran.output.trim().split('\n').at(-1) ?? ''}`);
      return faults;
    });
}

/** Somebody without rights: in the folder of the site, in that of the caches, to a file of the content. */
function withoutRights(what: 'site' | 'cache' | 'content'): Case {
  return () =>
    withTmpfs(300, (disk) => {
      const city = newCity();
      const faults: string[] = [];
      must('cp', '-a', city.repository.dir, join(disk.dir, 'repository'));
      for (const name of ['site', 'cache', 'content'])
        mkdirSync(join(disk.dir, 'in', name), { recursive: true });
      const run = (): Ran =>
        build(
          join(disk.dir, 'repository/content'),
          join(disk.dir, 'in/site/dist'),
          join(disk.dir, 'in/cache/all'),
        );
      // Compiled by one who may write into the folder of the program, as Astro does.
      run();
      must('chown', '-R', '65534:65534', disk.dir);
      const first = asNobody(run);
      if (first.status !== 0) faults.push(`the first build failed: ${first.output}`);
      const before = siteOf(join(disk.dir, 'in/site/dist'));
      const topics = join(disk.dir, 'repository/content/topics.yaml');
      writeFileSync(topics, '- { id: two, name: 另一个主题, words: [养护] }\n');
      if (what === 'content') chmodSync(topics, 0);
      else must('chmod', '-R', 'a-w', join(disk.dir, 'in', what));
      const ran = asNobody(run);
      if (what === 'content' ? ran.status !== 1 : ran.status !== 2)
        faults.push(`ended with ${String(ran.status)}: ${ran.output}`);
      if (what !== 'content' && (ran.lines !== 1 || !ran.output.includes('没有读写权限')))
        faults.push(`said: ${ran.output}`);
      if (siteOf(join(disk.dir, 'in/site/dist')) !== before) faults.push('the site is not as it was');
      console.log(`   ended with ${String(ran.status)}: ${ran.output.trim().split('\n').at(-1) ?? ''}`);
      city.repository.remove();
      return faults;
    });
}

let user: readonly string[] = [];

/** Builds as a user without rights. */
function asNobody(run: () => Ran): Ran {
  user = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];
  try {
    return run();
  } finally {
    user = [];
  }
}

/** A repository, its site and the caches on a disk without upper and lower case, against those of a disk with both. */
const withoutCase: Case = () =>
  withExfat(500, (disk) => {
    const city = newCity();
    const faults: string[] = [];
    for (const at of [0, 0.1, 0.35, 0.05, 0.75]) city.edit(() => at);
    const work = join(city.repository.dir, 'elsewhere');
    if (build(city.repository.content, join(work, 'site'), join(work, 'cache')).status !== 0)
      faults.push('the first build failed');
    const clone = join(disk.dir, 'Repository');
    must('git', 'clone', '--quiet', city.repository.dir, clone);
    const run = (): Ran => build(join(clone, 'content'), join(disk.dir, 'Site'), join(disk.dir, 'Cache'));
    const first = run();
    if (first.status !== 0) faults.push(first.output);
    if (siteOf(join(disk.dir, 'Site')) !== siteOf(join(work, 'site'))) faults.push('other bytes');
    city.edit(() => 0.35);
    must('git', '-C', clone, 'pull', '--quiet');
    build(city.repository.content, join(work, 'site'), join(work, 'cache'));
    if (run().status !== 0) faults.push('the second build failed');
    if (siteOf(join(disk.dir, 'Site')) !== siteOf(join(work, 'site')))
      faults.push('other bytes after an edit');
    // The same folder under another name of it.
    const again = build(join(clone, 'content'), join(disk.dir, 'SITE'), join(disk.dir, 'CACHE'));
    if (again.status !== 0) faults.push(`under another case: ${again.output}`);
    if (siteOf(join(disk.dir, 'site')) !== siteOf(join(work, 'site')))
      faults.push('other bytes in another case');
    if (!existsSync(join(clone, 'content/MINUTES'))) faults.push('the disk tells cases apart');
    city.repository.remove();
    return faults;
  });

const CASES: Readonly<Record<string, Case>> = {
  ...Object.fromEntries(
    [0, 60, 600, 1200, 2400, 2500, 2550, 2600, 2650, 2700, 2750, 2800].map((left) => [
      `a disk with ${String(left)} kB left`,
      onFullDisk(left),
    ]),
  ),
  'a disk with 1200 kB left, begun anew': onFullDisk(1200, '--clean'),
  'a site on a read-only disk': readOnly('site'),
  'caches on a read-only disk': readOnly('cache'),
  'content on a read-only disk': readOnly('content'),
  'no rights in the folder of the site': withoutRights('site'),
  'no rights in the folder of the caches': withoutRights('cache'),
  'no rights to read a file': withoutRights('content'),
  ...(has('mount.exfat-fuse') ? { 'a disk without upper and lower case': withoutCase } : {}),
};

if (process.getuid?.() !== 0 || !has('mount')) {
  console.error('要以 root 身份在 Linux 上运行：这里要挂载磁盘');
  process.exitCode = 2;
} else {
  const wanted = process.argv[2];
  for (const [name, broken] of Object.entries(CASES).filter(
    ([each]) => wanted === undefined || each.includes(wanted),
  )) {
    console.log(name);
    const faults = broken();
    for (const fault of faults) console.log(` ✗ ${fault}`);
    if (faults.length > 0) process.exitCode = 1;
  }
}
