import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a command took. */
export interface Cost {
  readonly wall: number;
  /** Seconds of all its threads; null where the system doesn't tell. */
  readonly cpu: number | null;
  /** The most memory it had at once; null where the system doesn't tell. */
  readonly megabytes: number | null;
}

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

const USAGE = join(import.meta.dirname, 'usage.ts');

/** Runs a program of Node's, which tells itself at its end what it took. Rejects when it fails. */
export async function measureNode({ program, args, env = {}, ...rest }: Command): Promise<Measured> {
  const usage = join(tmpdir(), `jiyao-usage-${String(process.pid)}.json`);
  const { output, cost } = await measure({
    ...rest,
    program: process.execPath,
    args: ['--import', USAGE, program, ...args],
    env: { ...env, BENCH_USAGE: usage },
  });
  const own: { readonly cpu: number; readonly megabytes: number } = JSON.parse(readFileSync(usage, 'utf8'));
  rmSync(usage);
  return { output, cost: { wall: cost.wall, ...own } };
}

export interface Measured {
  readonly output: string;
  readonly cost: Cost;
}

/** Runs any program and looks every 20 ms at what Linux says of it. Rejects when it fails. */
export function measure({ program, args, env = {}, cwd }: Command): Promise<Measured> {
  const started = performance.now();
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let seen: Omit<Cost, 'wall'> = { cpu: null, megabytes: null };
  const timer = setInterval(() => {
    seen = lookAt(child.pid ?? 0) ?? seen;
  }, 20);
  const told: string[] = [];
  const complaints: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => told.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => complaints.push(text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      clearInterval(timer);
      const wall = (performance.now() - started) / 1000;
      if (status === 0) resolve({ output: told.join(''), cost: { wall, ...seen } });
      else
        reject(
          new Error(
            `${program} ${args.join(' ')} failed:\n${[...told, ...complaints].join('').slice(-3000)}`,
          ),
        );
    });
    child.on('exit', () => {
      clearInterval(timer);
    });
  });
}

/** The clock ticks of a second in `/proc`, whatever the machine: `sysconf(_SC_CLK_TCK)` of Linux. */
const TICKS = 100;

function lookAt(pid: number): Omit<Cost, 'wall'> | null {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    // The name of the program stands in brackets and may hold spaces.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    const peak = /^VmHWM:\s+(\d+) kB$/mu.exec(status)?.[1];
    if (peak === undefined) return null;
    return { cpu: (Number(fields[11]) + Number(fields[12])) / TICKS, megabytes: Number(peak) / 1024 };
  } catch {
    return null;
  }
}
