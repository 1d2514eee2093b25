import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

interface Row {
  readonly meetings: number;
  readonly what: string;
  readonly wall: number;
  readonly cpu: number;
  readonly megabytes: number;
  readonly written: number;
  readonly deleted: number;
}

/** `npm run bench -- build`: prints a table of what builds of generated cities cost. */
export function benchBuild(sizes: readonly number[]): Promise<void> {
  console.log('| meetings | build | wall s | CPU s | peak MB | written | deleted |');
  console.log('| -------: | ----- | -----: | ----: | ------: | ------: | ------: |');
  for (const size of sizes) measureCity(size);
  return Promise.resolve();
}

function measureCity(meetings: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'jiyao-bench-'));
  try {
    const content = join(folder, 'content');
    run(join(ROOT, 'bench', 'generate.ts'), ['--meetings', String(meetings), '--out', content], {});
    const minutes = join(content, 'minutes');
    const newest = newestFile(minutes);
    const text = readFileSync(newest, 'utf8');
    const build = (what: string, options: readonly string[] = []): void => {
      print(measure(meetings, what, folder, content, options));
    };
    rmSync(newest);
    build('pages compiled, clean');
    build('clean', ['--clean']);
    build('nothing changed');
    writeFileSync(newest, text);
    build('one added');
    writeFileSync(newest, text.replace('会议强调', '会议要求'));
    build('one corrected');
    rmSync(newest);
    build('one withdrawn');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function newestFile(minutes: string): string {
  const year = readdirSync(minutes).toSorted().at(-1) ?? '';
  const name = readdirSync(join(minutes, year)).toSorted().at(-1) ?? '';
  return join(minutes, year, name);
}

function measure(
  meetings: number,
  what: string,
  folder: string,
  content: string,
  options: readonly string[],
): Row {
  const usage = join(folder, 'usage.json');
  const started = performance.now();
  const output = run(join(ROOT, 'src', 'cli', 'build.ts'), ['--json', ...options], {
    CONTENT_DIR: content,
    OUT_DIR: join(folder, 'dist'),
    CACHE_DIR: join(folder, 'cache'),
    BENCH_USAGE: usage,
  });
  const wall = (performance.now() - started) / 1000;
  const { changes }: { changes: { written: number; deleted: number } } = JSON.parse(output);
  const used: { cpu: number; megabytes: number } = JSON.parse(readFileSync(usage, 'utf8'));
  return { meetings, what, wall, ...used, written: changes.written, deleted: changes.deleted };
}

function run(
  program: string,
  options: readonly string[],
  environment: Readonly<Record<string, string>>,
): string {
  const usage = join(import.meta.dirname, 'usage.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', usage, program, ...options], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, ...environment },
  });
  if (status !== 0) throw new Error(`${program} failed:\n${stdout.slice(-2000)}${stderr.slice(-2000)}`);
  return stdout;
}

function print({ meetings, what, wall, cpu, megabytes, written, deleted }: Row): void {
  const cells = [
    String(meetings),
    what,
    wall.toFixed(1),
    cpu.toFixed(1),
    megabytes.toFixed(0),
    String(written),
    String(deleted),
  ];
  console.log(`| ${cells.join(' | ')} |`);
}
